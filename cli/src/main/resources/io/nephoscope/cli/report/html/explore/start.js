/** Copies a text; where the browser forbids that, the text stands there to be copied by hand. */
const copyText = async (text, place) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const box = h('textarea', { readonly: true, rows: '6' });
    box.value = text;
    place.append(box);
    box.select();
    return false;
  }
};

class Explorer {
  constructor(section, data) {
    this.section = section;
    this.data = data;
    this.filter = new Filter(data);
    this.views = new Views(data);
    this.grid = new Grid(data.words.TITLE, (row) => this.open(row), (sort) => this.change({ sort }));
    this.controls = new Controls(data, this.filter, (patch, isSmall) => this.change(patch, isSmall), (say) => this.copy(say));
    this.panel = new Panel(data, (shown) => location.href.replace(/#.*/s, '') + writeState({ ...this.withoutPanel(), ...shown }), () => this.closed());
    this.nothing = h('p', { class: 'nothing', hidden: true }, data.words.NOTHING);
    section.append(this.controls.element, this.grid.element, this.nothing, this.panel.element);
    addEventListener('hashchange', () => this.follow());
    this.show(parseState(location.hash));
    if (location.hash.includes('=')) {
      section.scrollIntoView();
    }
    (window.requestIdleCallback ?? setTimeout)(() => this.filter.search.names());
  }

  withoutPanel() {
    const { asset, finding, ...table } = this.state;
    return table;
  }

  /** Goes where a link leads. Links to places in the page change nothing here. */
  follow() {
    if (location.hash.includes('=') || ['', '#findings'].includes(location.hash)) {
      const before = writeState(this.withoutPanel());
      this.show(parseState(location.hash));
      if (writeState(this.withoutPanel()) !== before) {
        this.section.scrollIntoView();
      }
    }
  }

  /** @param isSmall whether to go back should not lead to what was before */
  change(patch, isSmall = false) {
    const state = { ...this.state, ...patch };
    history[isSmall ? 'replaceState' : 'pushState'](null, '', writeState(state));
    this.show(state);
  }

  closed() {
    if (this.state.asset || this.state.finding) {
      this.change({ asset: '', finding: '' });
    }
  }

  show(state) {
    const before = this.state;
    this.state = state;
    const tables = [before, state].map((it) => it && writeState({ ...it, asset: '', finding: '' }));
    if (tables[0] !== tables[1]) {
      this.showTable(state);
    }
    this.panel.show(state);
  }

  showTable(state) {
    const found = this.filter.apply(state);
    const view = this.views.of(state);
    const rows = this.views.sorted(this.views.rows(view, found), view, state.sort);
    const all = { findings: this.data.rule.length, rules: this.data.rules.length, assets: this.data.id.length }[view.name];
    this.view = view;
    this.rows = rows;
    this.controls.show(state, view, found.counts, rows.length, all);
    this.nothing.hidden = rows.length > 0;
    this.grid.show(rows, view.chosen, state.sort ?? []);
  }

  open(row) {
    const { data } = this;
    if (this.view.name === 'rules') {
      this.change({ view: 'findings', rule: [data.rules[row].id], sort: [], columns: [] });
    } else if (this.view.name === 'assets') {
      this.change({ asset: data.uid(row), finding: '' });
    } else {
      this.change({ asset: data.uid(data.asset[row]), finding: data.fingerprint(row) });
    }
  }

  async copy(say) {
    const columns = this.view.chosen;
    const rows = Array.from(this.rows, (row) => columns.map((it) => it.text(row)));
    const isCopied = await copyText(csv([columns.map((it) => it.title), ...rows]), this.controls.element);
    say(isCopied ? this.data.word('COPIED', number(rows.length)) : this.data.words.COPY_BY_HAND);
  }
}

const section = document.getElementById('findings');
if (section) {
  const loading = section.querySelector('.loading');
  section.hidden = false;
  if (typeof DecompressionStream === 'function') {
    Data.read().then((data) => {
      loading.remove();
      new Explorer(section, data);
    }, () => {
      loading.textContent = section.dataset.damaged;
    });
  } else {
    loading.textContent = section.dataset.tooOld;
  }
}
