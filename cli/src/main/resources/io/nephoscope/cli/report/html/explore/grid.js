/**
 * Rows of which only those in view are there. Rows may be of any height: where the bar stands at a share of its way, that share of all
 * rows has passed that share of the window, so that both ends are exact and nothing jumps between them.
 */
const MOST_IN_FLOW = 60;
const LEAST_ROW = 36;
/** Browsers make no element much higher than this. */
const HIGHEST = 15_000_000;

class Grid {
  constructor(label, open, sort) {
    this.open = open;
    this.sort = sort;
    this.head = h('div', { class: 'grid-head', role: 'rowgroup' });
    this.list = h('div', { class: 'grid-list', role: 'rowgroup' });
    this.window = h('div', { class: 'grid-window' }, this.list);
    this.space = h('div', { class: 'grid-space' }, this.window);
    this.element = h('div', { class: 'grid', role: 'grid', tabindex: '0', 'aria-label': label }, this.head, this.space);
    this.element.addEventListener('scroll', () => this.soon());
    this.element.addEventListener('keydown', (event) => this.press(event));
    this.list.addEventListener('click', (event) => this.click(event));
    new ResizeObserver(() => this.soon()).observe(this.element);
    this.rows = new Uint32Array(0);
    this.estimate = 48;
  }

  soon() {
    this.waiting ??= requestAnimationFrame(() => {
      this.waiting = undefined;
      this.draw();
    });
  }

  show(rows, columns, sort) {
    this.rows = rows;
    this.columns = columns;
    this.active = 0;
    this.element.setAttribute('aria-rowcount', rows.length + 1);
    this.element.style.setProperty('--columns', columns.map((it) => `minmax(${it.width / 2}rem, ${it.width}fr)`).join(' '));
    this.element.style.setProperty('--width', `${columns.reduce((sum, it) => sum + it.width / 2 + 1, 1)}rem`);
    const focused = [...this.head.querySelectorAll('button')].indexOf(document.activeElement);
    this.head.replaceChildren(h('div', { role: 'row', 'aria-rowindex': '1' }, ...columns.map((it) => this.heading(it, sort))));
    this.head.querySelectorAll('button')[focused]?.focus();
    this.list.replaceChildren();
    this.element.scrollTop = 0;
    this.draw();
    if (this.list.childElementCount > 0) {
      this.estimate = Math.max(LEAST_ROW, this.list.offsetHeight / this.list.childElementCount);
      this.draw();
    }
  }

  heading(it, sort) {
    const at = sort.findIndex((key) => key.replace(/^-/, '') === it.key);
    const isDown = at >= 0 && sort[at].startsWith('-');
    const order = at < 0 ? 'none' : isDown ? 'descending' : 'ascending';
    const mark = h('span', { class: 'order', 'aria-hidden': 'true' }, at < 0 ? '' : isDown ? '↓' : '↑');
    const next = at < 0 ? (it.isNumber ? [`-${it.key}`] : [it.key]) : isDown === it.isNumber ? [isDown ? it.key : `-${it.key}`] : [];
    return h('div', { role: 'columnheader', 'aria-sort': order, class: it.isNumber ? 'number' : '' },
      h('button', { type: 'button', onclick: () => this.sort(next) }, it.title, mark));
  }

  row(position) {
    const cells = this.columns.map((it) =>
      h('div', { role: 'gridcell', class: it.isNumber ? 'number' : '', 'data-label': it.title }, ...it.show(this.rows[position])));
    return h('div', { role: 'row', id: `row-${position}`, 'aria-rowindex': String(position + 2) }, ...cells);
  }

  draw() {
    const count = this.rows.length;
    const isInFlow = count <= MOST_IN_FLOW;
    this.window.classList.toggle('virtual', !isInFlow);
    if (isInFlow) {
      this.space.style.height = '';
      this.window.style.height = '';
      this.list.style.transform = '';
      this.fill(0, count);
      return;
    }
    this.space.style.height = `${Math.min(HIGHEST, count * this.estimate)}px`;
    const height = this.element.clientHeight - this.head.offsetHeight;
    this.window.style.height = `${height}px`;
    this.window.style.top = `${this.head.offsetHeight}px`;
    const way = this.element.scrollHeight - this.element.clientHeight;
    const share = Math.min(1, Math.max(0, this.element.scrollTop / way));
    const at = share * count;
    const top = Math.min(count - 1, Math.floor(at));
    const from = Math.max(0, top - Math.ceil((share * height) / LEAST_ROW) - 1);
    this.fill(from, Math.min(count, top + Math.ceil(((1 - share) * height) / LEAST_ROW) + 2));
    const anchor = this.list.children[top - from];
    const offset = share * height - anchor.offsetTop - (at - top) * anchor.offsetHeight;
    this.list.style.transform = `translateY(${offset}px)`;
  }

  /** Rows that are there already stay. */
  fill(from, to) {
    const there = new Map([...this.list.children].map((row) => [row.id, row]));
    const rows = [];
    for (let position = from; position < to; position++) {
      const row = there.get(`row-${position}`) ?? this.row(position);
      row.classList.toggle('active', position === this.active);
      rows.push(row);
    }
    this.list.replaceChildren(...rows);
    const isActiveThere = this.active >= from && this.active < to;
    if (isActiveThere) {
      this.element.setAttribute('aria-activedescendant', `row-${this.active}`);
    } else {
      this.element.removeAttribute('aria-activedescendant');
    }
  }

  click(event) {
    const row = event.target.closest('[role=row]');
    if (row && !getSelection().toString()) {
      this.active = Number(row.id.slice('row-'.length));
      this.draw();
      this.element.focus({ preventScroll: true });
      this.open(this.rows[this.active]);
    }
  }

  press(event) {
    const page = Math.max(1, Math.floor((this.element.clientHeight - this.head.offsetHeight) / this.estimate) - 1);
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -this.rows.length, End: this.rows.length };
    if (event.target !== this.element || this.rows.length === 0 || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key in steps) {
      event.preventDefault();
      this.move(Math.min(this.rows.length - 1, Math.max(0, this.active + steps[event.key])));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.open(this.rows[this.active]);
    }
  }

  /** Makes a row the active one, and brings it into view. */
  move(position) {
    this.active = position;
    this.draw();
    for (let tries = 0; tries < 4; tries++) {
      const row = document.getElementById(`row-${position}`);
      if (!row) {
        this.element.scrollTop = (position / this.rows.length) * (this.element.scrollHeight - this.element.clientHeight);
      } else {
        const [box, frame] = [row.getBoundingClientRect(), this.element.getBoundingClientRect()];
        const below = box.bottom - frame.bottom;
        const above = box.top - frame.top - this.head.offsetHeight;
        if (above >= -1 && below <= 1) {
          return;
        }
        const scale = this.space.offsetHeight / Math.max(1, this.rows.length * this.estimate);
        this.element.scrollTop += (above < 0 ? above : below) * Math.min(1, scale);
      }
      this.draw();
    }
  }
}
