'use strict';
(() => {
  const page = document.documentElement;

  // Times stand in UTC; beside it what the reader's own clock showed.
  const clock = new Intl.DateTimeFormat(page.lang, { dateStyle: 'medium', timeStyle: 'short' });
  const zone = new Intl.DateTimeFormat(page.lang, { timeZoneName: 'short' });
  for (const time of document.querySelectorAll('time')) {
    const instant = new Date(time.dateTime);
    if (!Number.isNaN(instant.getTime()) && zone.resolvedOptions().timeZone !== 'UTC') {
      const name = zone.formatToParts(instant).find((part) => part.type === 'timeZoneName').value;
      const local = document.createElement('span');
      local.textContent = ` (${clock.format(instant)} ${name})`;
      time.append(local);
    }
  }

  // Rows in their own order, or the worst first.
  for (const button of document.querySelectorAll('.title button')) {
    const tables = [...button.closest('section').querySelectorAll('table')];
    for (const row of tables.flatMap((table) => [...table.tBodies[0].rows])) {
      row.dataset.order = row.sectionRowIndex;
    }
    button.hidden = false;
    button.addEventListener('click', () => {
      const ranked = button.getAttribute('aria-pressed') === 'false';
      const by = ranked ? 'rank' : 'order';
      button.setAttribute('aria-pressed', ranked);
      for (const table of tables) {
        table.classList.toggle('ranked', ranked);
        table.tBodies[0].append(...[...table.tBodies[0].rows].sort((one, other) => one.dataset[by] - other.dataset[by]));
      }
    });
  }

  // A link into what is folded unfolds it.
  const unfold = () => {
    const target = location.hash.includes('=') ? null : document.getElementById(location.hash.slice(1));
    const folded = target && target.closest('details:not([open])');
    if (folded) {
      folded.open = true;
      target.scrollIntoView();
    }
  };
  addEventListener('hashchange', unfold);
  unfold();

  // Paper has no filters: browsers look through the whole page for the place that each such link names, which takes minutes for a large
  // one. And it unfolds nothing by itself in browsers that know no ::details-content.
  const asBefore = [];
  addEventListener('beforeprint', () => {
    for (const link of document.querySelectorAll('a[href^="#"][href*="="]')) {
      const href = link.getAttribute('href');
      link.removeAttribute('href');
      asBefore.push(() => link.setAttribute('href', href));
    }
    if (document.getElementById('print-all').checked) {
      for (const details of document.querySelectorAll('details:not([open])')) {
        details.open = true;
        asBefore.push(() => { details.open = false; });
      }
    }
  });
  addEventListener('afterprint', () => asBefore.splice(0).forEach((restore) => restore()));
})();
