/** What stands above the table: views, search, filters with counts, columns, and the copy. */
const MOST_VALUES = 500;
const FEW_VALUES = 8;

class Controls {
  /** @param change takes what changes of the state */
  constructor(data, filter, change, copy) {
    this.data = data;
    this.filter = filter;
    this.change = change;
    const { words } = data;
    this.views = h('div', { class: 'views', role: 'group', 'aria-label': words.VIEW });
    this.search = h('input', { type: 'search', autocomplete: 'off', 'aria-label': words.SEARCH, placeholder: words.SEARCH });
    this.search.addEventListener('input', () => {
      clearTimeout(this.typing);
      this.typing = setTimeout(() => change({ q: this.search.value.trim() }, true), 120);
    });
    this.count = h('output', { class: 'count', 'aria-live': 'polite' });
    this.said = h('span', { class: 'said', role: 'status' });
    this.facets = filter.dimensions.map((dimension, index) => this.facet(dimension, index));
    this.columns = h('details', { class: 'facet' }, h('summary', {}, words.COLUMNS), h('div', { class: 'values' }));
    this.chips = h('ul', { class: 'chips', 'aria-label': words.FILTERS });
    const button = h('button', { type: 'button', onclick: () => copy((text) => this.say(text)) }, words.COPY);
    this.element = h('div', { class: 'controls' },
      h('div', { class: 'bar-of-views' }, this.views, this.search),
      h('div', { class: 'facets', role: 'group', 'aria-label': words.FILTERS }, ...this.facets.map((it) => it.element)),
      this.chips,
      h('div', { class: 'bar-of-rows' }, this.count, h('span', { class: 'tools' }, this.said, this.columns, button)));
    this.element.addEventListener('keydown', (event) => this.escape(event));
    document.addEventListener('click', (event) => this.shut((it) => !it.contains(event.target)));
  }

  choose(view) {
    this.change({ view, sort: [], columns: [] });
    this.views.querySelector('[aria-pressed="true"]').focus();
  }

  say(text) {
    this.said.textContent = text;
    setTimeout(() => this.said.replaceChildren(), 4000);
  }

  shut(which) {
    this.element.querySelectorAll('details[open]').forEach((it) => {
      it.open = !which(it);
    });
  }

  escape(event) {
    const open = event.target.closest('details[open]');
    if (event.key === 'Escape' && open) {
      open.open = false;
      open.querySelector('summary').focus();
    }
  }

  facet(dimension, index) {
    const { words } = this.data;
    const summary = h('summary', {});
    const find = h('input', { type: 'search', autocomplete: 'off', 'aria-label': words.FIND_VALUE, placeholder: words.FIND_VALUE });
    const values = h('div', { class: 'values' });
    const element = h('details', { class: 'facet' }, summary, h('div', { class: 'choice' }, find, values));
    const facet = { element, summary, find, values, dimension, index };
    find.addEventListener('input', () => this.list(facet));
    element.addEventListener('toggle', () => {
      if (element.open) {
        find.value = '';
        this.shut((it) => it !== element);
        this.list(facet);
      }
    });
    return facet;
  }

  /** The values of an open filter. */
  list({ find, values, dimension, index }) {
    const { words } = this.data;
    const chosen = this.state[dimension.key] ?? [];
    const all = this.filter.values(index, this.counts, chosen);
    const wanted = find.value.trim().toLowerCase();
    const found = all.filter(([value]) => `${value}\n${dimension.label(value)}`.toLowerCase().includes(wanted));
    find.hidden = all.length <= FEW_VALUES;
    const more = found.length - MOST_VALUES;
    values.replaceChildren(
      ...found.slice(0, MOST_VALUES).map(([value, count]) => this.value(dimension, value, count, chosen)),
      ...(more > 0 ? [h('p', { class: 'more' }, this.data.word('MORE_VALUES', number(more)))] : []),
      ...(found.length === 0 ? [h('p', { class: 'more' }, words.NOTHING)] : []));
  }

  value(dimension, value, count, chosen) {
    const box = h('input', { type: 'checkbox', 'data-value': value });
    box.checked = chosen.includes(value);
    box.addEventListener('change', () => {
      const others = (this.state[dimension.key] ?? []).filter((it) => it !== value);
      this.change({ [dimension.key]: box.checked ? [...others, value] : others });
    });
    const label = dimension.label(value);
    const depth = dimension.key === 'branch' ? Math.min(6, value.split('/').length - 1) : 0;
    const shown = dimension.key === 'branch' ? label.slice(label.lastIndexOf('/') + 1) : label;
    const id = dimension.key === 'rule' && label !== value ? [h('span', { class: 'id' }, line(value))] : [];
    return h('label', { class: `depth${depth}` }, box, h('span', { class: 'text' }, line(shown), ...id), h('span', { class: 'number' }, number(count)));
  }

  show(state, view, counts, shown, all) {
    this.state = state;
    this.counts = counts;
    const { words } = this.data;
    this.views.replaceChildren(...Object.keys(VIEW_WORDS).map((name) =>
      h('button', { type: 'button', 'aria-pressed': String(view.name === name), onclick: () => this.choose(name) },
        words[VIEW_WORDS[name]])));
    if (document.activeElement !== this.search) {
      this.search.value = state.q ?? '';
    }
    this.count.textContent = this.data.word('COUNT_OF', number(shown), number(all));
    for (const facet of this.facets) {
      const chosen = state[facet.dimension.key] ?? [];
      facet.summary.replaceChildren(facet.dimension.title, ...(chosen.length ? [h('b', {}, ` ${number(chosen.length)}`)] : []));
      if (facet.element.open) {
        this.again(facet);
      }
    }
    this.showChips(state);
    this.columns.lastElementChild.replaceChildren(...view.columns.map((it) => this.columnBox(it, view)));
  }

  /** Lists values anew without taking the focus from the box that was just ticked. */
  again(facet) {
    const value = document.activeElement.dataset?.value;
    const hadFocus = facet.values.contains(document.activeElement);
    this.list(facet);
    if (hadFocus) {
      [...facet.values.querySelectorAll('input')].find((it) => it.dataset.value === value)?.focus();
    }
  }

  showChips(state) {
    const { words } = this.data;
    const chips = this.filter.dimensions.flatMap((dimension) =>
      (state[dimension.key] ?? []).map((value) => {
        const text = `${dimension.title}: ${line(dimension.label(value))}`;
        const rest = state[dimension.key].filter((it) => it !== value);
        return h('li', {}, h('button', { type: 'button', 'aria-label': this.data.word('REMOVE', text), onclick: () => this.drop(dimension.key, rest) },
          text, h('span', { 'aria-hidden': 'true' }, ' ×')));
      }));
    const nothing = Object.fromEntries([...FILTER_KEYS.map((key) => [key, []]), ['q', '']]);
    const clear = h('li', {}, h('button', { type: 'button', class: 'clear', onclick: () => this.clear(nothing) }, words.CLEAR));
    this.chips.replaceChildren(...chips, ...(chips.length || state.q ? [clear] : []));
    this.chips.hidden = this.chips.childElementCount === 0;
  }

  drop(key, rest) {
    this.change({ [key]: rest });
    (this.chips.querySelector('button') ?? this.search).focus();
  }

  clear(nothing) {
    this.search.value = '';
    this.search.focus();
    this.change(nothing);
  }

  columnBox(it, view) {
    const box = h('input', { type: 'checkbox', 'data-value': it.key });
    box.checked = view.chosen.includes(it);
    box.addEventListener('change', () => {
      const chosen = view.columns.filter((other) => (other === it ? box.checked : view.chosen.includes(other))).map((other) => other.key);
      this.change({ columns: chosen.join() === view.shown.join() ? [] : chosen }, true);
      [...this.columns.querySelectorAll('input')].find((other) => other.dataset.value === it.key)?.focus();
    });
    return h('label', {}, box, h('span', { class: 'text' }, it.title));
  }
}

const VIEW_WORDS = { findings: 'VIEW_FINDINGS', rules: 'VIEW_RULES', assets: 'VIEW_ASSETS' };
