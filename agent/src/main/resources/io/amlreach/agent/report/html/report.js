// SPDX-License-Identifier: Apache-2.0
// Filters the rows. The address holds the filter, so that it can be sent to somebody:
// #level=fail,warn&feature=notebooks&finding=F1&text=blob
'use strict';
(() => {
  const form = document.getElementById('filter');
  const shown = document.getElementById('shown');
  const rows = [...document.querySelectorAll('.matrix tbody tr')].map((element) => ({
    element,
    level: element.dataset.level,
    features: (element.dataset.features || '').split(' '),
    findings: (element.dataset.findings || '').split(' '),
    text: null,
  }));

  const textOf = (row) => {
    row.text ??= row.element.textContent.toLowerCase();
    return row.text;
  };
  const levels = () => [...form.elements.level];

  const apply = () => {
    const wanted = new Set(levels().filter((box) => box.checked).map((box) => box.value));
    const feature = form.elements.feature.value;
    const finding = form.elements.finding.value;
    const words = form.elements.text.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const row of rows) {
      const matches = wanted.has(row.level) &&
        (!feature || row.features.includes(feature)) &&
        (!finding || row.findings.includes(finding)) &&
        words.every((word) => textOf(row).includes(word));
      row.element.hidden = !matches;
      count += matches ? 1 : 0;
    }
    shown.textContent = `Showing ${count} of ${rows.length} rows`;
  };

  const toAddress = () => {
    const filter = new URLSearchParams();
    const checked = levels().filter((box) => box.checked);
    if (checked.length < levels().length) {
      filter.set('level', checked.map((box) => box.value).join(','));
    }
    for (const name of ['feature', 'finding', 'text']) {
      if (form.elements[name].value) {
        filter.set(name, form.elements[name].value);
      }
    }
    history.replaceState(null, '', '#' + filter.toString().replaceAll('%2C', ','));
  };

  const fromAddress = () => {
    if (!location.hash.includes('=')) {
      return;
    }
    const filter = new URLSearchParams(location.hash.slice(1));
    const wanted = filter.has('level') ? filter.get('level').split(',') : null;
    for (const box of levels()) {
      box.checked = !wanted || wanted.includes(box.value);
    }
    for (const name of ['feature', 'finding', 'text']) {
      form.elements[name].value = filter.get(name) || '';
      if (form.elements[name].selectedIndex === -1) {
        form.elements[name].selectedIndex = 0;
      }
    }
    apply();
    document.getElementById('rows').scrollIntoView();
  };

  const changed = () => {
    apply();
    toAddress();
  };

  form.addEventListener('input', changed);
  form.addEventListener('change', changed);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(changed)); // the form is reset after the event
  addEventListener('hashchange', fromAddress);
  form.hidden = false;
  apply();
  fromAddress();

  for (const rule of document.querySelectorAll('.rule')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
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

  // What is folded would not be on paper.
  let opened = [];
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('.finding details, tr:not([data-level=pass], [data-level=skipped]) details')]
      .filter((details) => !details.open);
    opened.forEach((details) => { details.open = true; });
  });
  addEventListener('afterprint', () => opened.forEach((details) => { details.open = false; }));
})();
