'use strict';
(() => {
  const closed = [];
  addEventListener('beforeprint', () => {
    for (const details of document.querySelectorAll('details:not([open])')) {
      details.open = true;
      closed.push(details);
    }
  });
  addEventListener('afterprint', () => {
    for (const details of closed.splice(0)) {
      details.open = false;
    }
  });

  const input = document.getElementById('filter');
  if (!input) {
    return;
  }
  const box = input.parentElement;
  const output = box.querySelector('output');
  const rules = [...document.querySelectorAll('#failures .rule')];
  const holds = (element, wanted) => element.textContent.toLowerCase().includes(wanted);
  box.hidden = false;
  input.addEventListener('input', () => {
    const wanted = input.value.trim().toLowerCase();
    let found = 0;
    for (const rule of rules) {
      const wholeRule = holds(rule.querySelector('header'), wanted);
      const rows = [...rule.querySelectorAll('tbody tr')];
      for (const row of rows) {
        row.hidden = !wholeRule && !holds(row, wanted);
      }
      const holdsIt = wholeRule || rows.some((row) => !row.hidden);
      found += holdsIt;
      // What is not on the page may hold it: such a rule stays, and says how much of it is elsewhere.
      rule.hidden = !holdsIt && rule.dataset.leftOut === '0';
    }
    output.textContent = wanted
      ? `${output.dataset.text.replace('{0}', found).replace('{1}', rules.length)} ${output.dataset.beyond}`.trim()
      : '';
  });
})();
