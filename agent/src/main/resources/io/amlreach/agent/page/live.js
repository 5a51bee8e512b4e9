// SPDX-License-Identifier: Apache-2.0
// Keeps the page up to date while somebody looks at it: asks for it again, and changes in place what is
// different, so that focus, folded evidence, filter and place stay as they are.
'use strict';
(() => {
  const SECOND = 1000;
  const RHYTHM = 5 * SECOND;
  const SLOWEST = 60 * SECOND;
  const SELDOM = 10; // seconds
  const LATE = 3; // intervals without a sweep
  const MANY = 3; // changes that are announced one by one
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  // without the name and password that the reader's address may have: fetch refuses such
  const here = location.origin + location.pathname;
  const tell = (id, text) => {
    if (byId(id).textContent !== text) {
      byId(id).textContent = text;
    }
  };

  // Time as the agent has it: the clock of a browser may be wrong.
  let ahead = 0;
  const now = () => Date.now() - ahead;

  const span = (millis) => {
    const seconds = Math.max(0, Math.floor(millis / SECOND));
    const [unit, size] = [['d', 86400], ['h', 3600], ['min', 60]].find(([, one]) => seconds >= 2 * one) || ['s', 1];
    return `${Math.floor(seconds / size)}\u00a0${unit}`;
  };
  const told = {
    ago: (past) => `${span(past)} ago`,
    for: (past) => `for ${span(past)}`,
    due: (past) => (past < -SECOND ? `in ${span(-past)}` : 'now'),
  };
  const tick = (where = '') => {
    for (const time of document.querySelectorAll(`${where} time[data-tell]`)) {
      const text = told[time.dataset.tell](now() - Date.parse(time.dateTime));
      if (time.textContent !== text) {
        time.textContent = text;
      }
    }
    contact();
  };

  // ---- changing in place

  const OURS = new Set(['hidden', 'open', 'checked', 'disabled']); // what the reader has changed
  const element = (node) => node.nodeType === Node.ELEMENT_NODE;
  const keyOf = (node) => (element(node) &&
    (node.getAttribute('data-key') || node.id || (node.nodeName === 'DETAILS' && 'details'))) || ''; // one in each place
  const alike = (one, other) => one.nodeName === other.nodeName && keyOf(one) === keyOf(other);
  const own = (node) => element(node) && node.hasAttribute('data-own');

  const attributes = (old, fresh) => {
    for (const { name, value } of fresh.attributes) {
      if (!OURS.has(name) && old.getAttribute(name) !== value) {
        old.setAttribute(name, value);
      }
    }
    for (const { name } of [...old.attributes]) {
      if (!OURS.has(name) && !fresh.hasAttribute(name)) {
        old.removeAttribute(name);
      }
    }
  };

  const children = (old, fresh) => {
    const known = new Map();
    const wanted = new Set();
    for (const child of old.children) {
      if (keyOf(child)) {
        known.set(keyOf(child), child);
      }
    }
    for (const child of fresh.children) {
      wanted.add(keyOf(child));
    }
    let at = old.firstChild;
    const stays = () => !own(at) && (!keyOf(at) || wanted.has(keyOf(at)));
    const next = () => {
      while (at && !stays()) {
        const gone = at;
        at = at.nextSibling;
        if (!own(gone)) {
          gone.remove();
        }
      }
    };
    for (let child = fresh.firstChild, after; child; child = after) {
      after = child.nextSibling;
      next();
      const key = keyOf(child);
      const found = key ? known.get(key) : at;
      if (!found || !alike(found, child)) {
        old.insertBefore(child, at);
        continue;
      }
      if (found !== at && at?.nextElementSibling === found) {
        old.append(at); // one that is told later now
        at = found;
      }
      if (found === at) {
        at = at.nextSibling;
      } else {
        old.insertBefore(found, at);
      }
      update(found, child);
    }
    while (at) {
      const gone = at;
      at = at.nextSibling;
      if (!own(gone)) {
        gone.remove();
      }
    }
  };

  const update = (old, fresh) => {
    if (!element(old)) {
      if (old.nodeValue !== fresh.nodeValue) {
        old.nodeValue = fresh.nodeValue;
      }
      return;
    }
    if (old.hasAttribute('data-keep') || old.isEqualNode(fresh) ||
        (old.nodeName === 'TIME' && old.dateTime === fresh.dateTime)) {
      return;
    }
    attributes(old, fresh);
    if (old.nodeName === 'DETAILS' && !old.open && old.lastElementChild !== old.firstElementChild) {
      // nobody sees it: no need to look for what is different
      old.lastElementChild.replaceWith(fresh.lastElementChild);
      return;
    }
    children(old, fresh);
  };

  const anchor = () => {
    const focus = document.activeElement;
    const place = focus?.getBoundingClientRect();
    return focus !== document.body && place?.bottom > 0 && place.top < innerHeight ? focus
      : document.elementFromPoint(innerWidth / 2, 8)?.closest('[data-key], tr, li, section > *, header');
  };

  // What the reader looks at stays where it is, whatever appears above it. Browsers scroll by whole
  // pixels: what one time lacks is made up for the next time, or small steps would add up.
  let owed = 0;
  const steady = (work) => {
    const seen = scrollY === 0 ? null : anchor();
    const top = seen?.getBoundingClientRect().top;
    const focus = document.activeElement;
    work();
    if (focus?.isConnected && focus !== document.activeElement) {
      focus.focus({ preventScroll: true });
    }
    if (seen?.isConnected) {
      const before = scrollY;
      const wanted = seen.getBoundingClientRect().top - top + owed;
      scrollBy({ top: wanted, behavior: 'instant' });
      const lacking = wanted - (scrollY - before);
      owed = Math.abs(lacking) < 1 ? lacking : 0;
    }
  };

  // ---- what is announced: changes, not that nothing changed

  const changes = (page) => [...page.querySelectorAll('.changes > li')];
  const text = (page, selector) => page.querySelector(selector)?.textContent || '';

  // Without the signs, beside which there is a word for each.
  const spoken = (page, selector) => {
    const copy = page.querySelector(selector).cloneNode(true);
    copy.querySelectorAll('[aria-hidden]').forEach((sign) => sign.remove());
    return copy.textContent.replace(/\s+/g, ' ');
  };

  const news = (page) => {
    const known = new Set(changes(document).map((line) => line.dataset.key));
    const fresh = changes(page).filter((line) => !known.has(line.dataset.key));
    const said = fresh.slice(0, MANY).map((line) => spoken(line, '.what'));
    if (fresh.length > MANY) {
      said.push(`and ${fresh.length - MANY} more changes`);
    }
    for (const banner of page.querySelectorAll('.banner')) {
      if (![...document.querySelectorAll('.banner')].some((old) => old.className === banner.className && !old.hidden)) {
        said.push(banner.textContent);
      }
    }
    if (text(page, '#headline') !== text(document, '#headline')) {
      said.push(text(page, '#headline'));
    }
    return said.filter(Boolean).join('. ');
  };

  const show = (page) => {
    const code = (of) => [...of.querySelectorAll('style, script')].map((one) => one.textContent).join();
    if (code(page) !== code(document)) {
      location.reload(); // the agent was updated
      return;
    }
    const said = news(page);
    const started = performance.now();
    steady(() => {
      for (const part of page.querySelectorAll('body > header, body > main, body > footer')) {
        const old = document.querySelector(`body > ${part.localName}`);
        if (old) {
          update(old, part);
        } else {
          document.querySelector('body > main').after(part);
        }
      }
      document.dispatchEvent(new Event('redrawn'));
      tick();
    });
    root.dataset.took = Math.round(performance.now() - started);
    root.dataset.tag = page.documentElement.dataset.tag;
    document.title = page.title;
    document.querySelector('link[rel=icon]').href = page.querySelector('link[rel=icon]').href;
    if (said) {
      tell('announced', said);
    }
  };

  // ---- asking

  let answered = Date.now();
  let failures = 0;
  let trouble = '';
  let timer = 0;
  let asking = false;
  let haste = 0; // until when the answer to a click is awaited

  const contact = () => {
    const sweeps = byId('sweeps');
    const last = sweeps.querySelector('time');
    // what is new is seen here a little later
    const old = last && now() - Date.parse(last.dateTime) > LATE * SECOND * sweeps.dataset.interval + 2 * RHYTHM;
    let line = '';
    if (failures > 1) {
      line = `No contact with the agent for ${span(Date.now() - answered)} (${trouble}). What is shown is as old as that.`;
    } else if (old && !document.querySelector('#banners .stale')) {
      line = `No sweep was completed for ${span(now() - Date.parse(last.dateTime))}. What is shown is as old as that.`;
    }
    const show = () => {
      byId('contact').hidden = !line;
      tell('contact', line);
    };
    if (byId('contact').textContent !== line) {
      steady(show);
    }
    tell('live', failures > 1 ? 'Not live.' : 'Live.');
  };

  const ask = async () => {
    clearTimeout(timer);
    if (asking || document.hidden) {
      return;
    }
    asking = true;
    try {
      const answer = await fetch(here, {
        cache: 'no-store',
        headers: { 'If-None-Match': root.dataset.tag },
        signal: AbortSignal.timeout(20 * SECOND),
      });
      if (answer.status !== 200 && answer.status !== 304) {
        throw new Error(answer.status === 401 ? 'it asks for a password: load the page again' : `it answers ${answer.status}`);
      }
      const date = Date.parse(answer.headers.get('Date'));
      const off = Date.now() - date;
      if (Math.abs(off - ahead) > 2 * SECOND) {
        ahead = off;
      }
      if (answer.status === 200) {
        show(new DOMParser().parseFromString(await answer.text(), 'text/html'));
        haste = 0;
      }
      failures = 0;
      answered = Date.now();
    } catch (fault) {
      failures += 1;
      trouble = fault instanceof TypeError || fault.name === 'TimeoutError' ? 'no answer' : fault.message;
    }
    asking = false;
    contact();
    const wait = Date.now() < haste ? SECOND : Math.min(SLOWEST, RHYTHM * 2 ** Math.max(0, failures - 1));
    timer = setTimeout(ask, wait);
  };

  const refusals = {
    401: 'It asks for a password: load the page again.',
    429: 'That was asked for a moment ago. Try again soon.',
    503: 'The agent is busy or stopping. Try again soon.',
  };
  let forgetting = 0;
  const post = async (button) => {
    if (button.ariaDisabled === 'true') {
      return;
    }
    button.ariaDisabled = 'true'; // and not disabled, which would lose the focus
    tell('answer', `${button.textContent}: asked...`);
    try {
      const answer = await fetch(new URL(button.dataset.post, here), { method: 'POST', signal: AbortSignal.timeout(60 * SECOND) });
      const said = (await answer.text()).trim().slice(0, 400);
      // the problems of settings stand in a banner, for as long as they are there
      const what = answer.status === 500 ? 'refused, see below.' : said || refusals[answer.status] || answer.status;
      tell('answer', `${button.textContent}: ${what}`);
      haste = answer.ok ? Date.now() + 30 * SECOND : 0;
    } catch {
      tell('answer', `${button.textContent}: the agent does not answer.`);
    }
    button.ariaDisabled = 'false';
    clearTimeout(forgetting);
    forgetting = setTimeout(() => tell('answer', ''), 30 * SECOND); // it would be of something else later
    ask();
  };

  byId('buttons').hidden = false;
  byId('buttons').addEventListener('click', (event) => event.target.dataset.post && post(event.target));
  document.addEventListener('visibilitychange', ask);
  let ticks = 0;
  setInterval(() => {
    ticks += 1;
    if (!document.hidden) {
      tick(ticks % SELDOM ? 'header' : ''); // hundreds of rows need not tell each second
    }
  }, SECOND);
  tick();
  ask();
})();
