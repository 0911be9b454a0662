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
    for (const rule of rules) {
      const wholeRule = holds(rule.querySelector('header'), wanted);
      const rows = [...rule.querySelectorAll('tbody tr')];
      for (const row of rows) {
        row.hidden = !wholeRule && !holds(row, wanted);
      }
      rule.hidden = !wholeRule && rows.every((row) => row.hidden);
    }
    const shown = rules.filter((rule) => !rule.hidden).length;
    output.textContent = wanted
      ? output.dataset.text.replace('{0}', shown).replace('{1}', rules.length)
      : '';
  });
})();
