// SPDX-License-Identifier: Apache-2.0
// Filters the rows. The address holds the filter, so that it can be sent to somebody:
// #level=fail,warn&feature=notebooks&workspace=NAME&finding=F1&text=blob
// A page that changes its sections tells so with the event "redrawn".
'use strict';
(() => {
  const choices = ['feature', 'workspace', 'finding', 'text'];
  const byId = (id) => document.getElementById(id);
  let form = null;
  let rows = [];

  const words = (text) => (text || '').split(' ');
  const collect = () => {
    form = byId('filter');
    rows = [...document.querySelectorAll('.matrix tbody tr')].map((element) => ({
      element,
      level: element.dataset.level,
      feature: words(element.dataset.features),
      workspace: words(element.dataset.workspaces),
      finding: words(element.dataset.findings),
      text: null,
    }));
  };

  const textOf = (row) => {
    row.text ??= row.element.textContent.toLowerCase();
    return row.text;
  };
  const levels = () => [...form.elements.level];
  const chosen = (name) => form.elements[name]?.value || '';

  const apply = () => {
    const wanted = new Set(levels().filter((box) => box.checked).map((box) => box.value));
    const picked = choices.slice(0, -1).map((name) => [name, chosen(name)]).filter(([, value]) => value);
    const search = chosen('text').toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const row of rows) {
      const matches = wanted.has(row.level) &&
        picked.every(([name, value]) => row[name].includes(value)) &&
        search.every((word) => textOf(row).includes(word));
      if (row.element.hidden === matches) {
        row.element.hidden = !matches;
      }
      count += matches ? 1 : 0;
    }
    byId('shown').textContent = `Showing ${count} of ${rows.length} rows`;
  };

  const toAddress = () => {
    const filter = new URLSearchParams();
    const checked = levels().filter((box) => box.checked);
    if (checked.length < levels().length) {
      filter.set('level', checked.map((box) => box.value).join(','));
    }
    for (const name of choices) {
      if (chosen(name)) {
        filter.set(name, chosen(name));
      }
    }
    history.replaceState(null, '', '#' + filter.toString().replaceAll('%2C', ','));
  };

  const fromAddress = () => {
    if (!form || !location.hash.includes('=')) {
      return;
    }
    const filter = new URLSearchParams(location.hash.slice(1));
    const wanted = filter.has('level') ? filter.get('level').split(',') : null;
    for (const box of levels()) {
      box.checked = !wanted || wanted.includes(box.value);
    }
    for (const name of choices.filter((one) => form.elements[one])) {
      form.elements[name].value = filter.get(name) || '';
      if (form.elements[name].selectedIndex === -1) {
        form.elements[name].selectedIndex = 0;
      }
    }
    apply();
    byId('rows').scrollIntoView();
  };

  const changed = () => {
    apply();
    toAddress();
  };
  const ofForm = (work) => (event) => event.target.closest('#filter') && work(event);

  const copyButtons = () => {
    for (const rule of document.querySelectorAll('.rule:last-child')) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'copy';
      button.dataset.own = '';
      button.textContent = 'Copy';
      button.addEventListener('click', async () => {
        try {
          await navigator.clipboard.writeText(rule.textContent);
          button.textContent = 'Copied';
        } catch {
          getSelection().selectAllChildren(rule);
          button.textContent = 'Selected';
        }
      });
      rule.after(button);
    }
  };

  const drawn = () => {
    const first = !form;
    collect();
    copyButtons();
    if (!form) {
      return;
    }
    form.hidden = false;
    apply();
    if (first) {
      fromAddress();
    }
  };

  document.addEventListener('input', ofForm(changed));
  document.addEventListener('change', ofForm(changed));
  document.addEventListener('submit', ofForm((event) => event.preventDefault()));
  document.addEventListener('reset', ofForm(() => setTimeout(changed))); // the form is reset after the event
  document.addEventListener('redrawn', drawn);
  addEventListener('hashchange', fromAddress);
  drawn();

  // What is folded would not be on paper.
  let opened = [];
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('.finding details, tr:not([data-level=pass], [data-level=skipped]) details')]
      .filter((details) => !details.open);
    opened.forEach((details) => { details.open = true; });
  });
  addEventListener('afterprint', () => opened.forEach((details) => { details.open = false; }));
})();
