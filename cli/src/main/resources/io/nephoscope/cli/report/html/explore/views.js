/** The three views of the same findings: what their rows are, in which columns, and in which order they stand if nobody says another. */
const ranks = (texts) => {
  const sorted = [...new Set(texts)].sort();
  const rank = new Map(sorted.map((text, index) => [text, index]));
  return Uint32Array.from(texts, (text) => rank.get(text));
};

const badge = (data, flag) => {
  const [, word, shape, style] = data.verdicts[flag & 7];
  return h('span', { class: `verdict ${style}` }, h('span', { class: 'shape', 'aria-hidden': 'true' }, shape), ` ${word}`);
};
const severityBadge = (data, severity) => h('span', { class: `severity ${data.severities[severity][0]}` }, data.severities[severity][1]);
/** Whole ids, but no text without end: those stand in panels. */
const LONGEST_IN_CELL = 400;
const cell = (text) => broken(text.length > LONGEST_IN_CELL ? `${text.slice(0, LONGEST_IN_CELL)}…` : text);
const two = (first, second) =>
  second ? [h('span', { class: 'line' }, ...cell(first)), h('span', { class: 'line quiet' }, ...cell(second))] : cell(first);

/**
 * A column: its text as CSV has it, its rank by which rows are sorted, and what its cells show where that is more than the text.
 * Ranks of what many rows share are made once, when somebody first sorts by it.
 */
const column = (key, title, width, text, rank, show = (row) => cell(text(row)), isNumber = false) => ({
  key, title, width, text, rank, show, isNumber,
});

const once = (make) => {
  let made;
  return () => (made ??= make());
};

/** Columns that tell of an asset; {@code of} gives the asset of a row. */
const assetColumns = (data, of) => {
  const { words } = data;
  const shared = (texts, by) => {
    const ranked = once(() => ranks(texts()));
    return (row) => ranked()[by[of(row)]];
  };
  const ofAll = (text) => {
    const ranked = once(() => ranks(data.id.map((id, asset) => text(asset))));
    return (row) => ranked()[of(row)];
  };
  const tags = (asset) => data.tags[asset].map((tag) => data.texts[tag]).join('; ');
  const place = (row) => data.places[data.place[of(row)]];
  const ownerNamed = (it) => (it === '?' ? words.NOT_READ : it);
  const regionNamed = (it) => (it === '*' ? words.EVERY_REGION : it);
  const account = (row) => data.accountName(of(row));
  return [
    column('asset', words.ASSET, 15, (row) => data.nameOf(of(row)), ofAll((asset) => data.nameOf(asset).toLowerCase()), (row) =>
      two(data.nameOf(of(row)), data.name[of(row)] && data.id[of(row)])),
    column('id', words.NATIVE_ID, 12, (row) => data.id[of(row)], ofAll((asset) => data.id[asset])),
    column('type', words.TYPE, 10, (row) => data.types[data.type[of(row)]].name, shared(() => data.types.map((it) => it.name), data.type)),
    column('kind', words.KIND, 9, (row) => data.types[data.type[of(row)]].kind, shared(() => data.types.map((it) => it.kind), data.type)),
    column('provider', words.PROVIDER, 6, (row) => place(row)[0], shared(() => data.places.map((it) => it[0]), data.place)),
    column('branch', words.BRANCH, 11, (row) => place(row)[3], shared(() => data.places.map((it) => it[3]), data.place)),
    column('account', words.ACCOUNT, 9, (row) => place(row)[1], shared(() => data.places.map(([, id, , , name]) => `${name || id}\n${id}`.toLowerCase()), data.place), (row) =>
      two(account(row) || place(row)[1], account(row) && place(row)[1])),
    column('region', words.REGION, 7, (row) => regionNamed(place(row)[2]), shared(() => data.places.map((it) => regionNamed(it[2])), data.place)),
    column('owner', words.OWNER, 8, (row) => ownerNamed(data.owners[data.owner[of(row)]]), shared(() => data.owners.map(ownerNamed), data.owner)),
    column('uid', words.UID, 18, (row) => data.uid(of(row)), (row) => of(row)),
    column('tags', words.TAGS, 12, (row) => tags(of(row)), ofAll(tags)),
    column('seen', words.OBSERVED, 11, (row) => utc(data.texts[data.time[of(row)]]), shared(() => data.texts, data.time)),
  ];
};

/** How often a row has each verdict, as columns. */
const countColumns = (data, counts) =>
  data.verdicts.map(([name, word, , style], verdict) => {
    const count = (row) => counts()[row * 5 + verdict];
    return column(name.toLowerCase(), word, 5, (row) => String(count(row)), count, (row) =>
      [h('span', { class: `number ${count(row) ? style : 'zero'}` }, number(count(row)))], true);
  });

class Views {
  constructor(data) {
    this.data = data;
    this.counts = { rules: new Uint32Array(0), assets: new Uint32Array(0) };
    const { words } = data;
    const severity = (rule) => data.rules[rule].severity;
    const ruleRanks = once(() => ranks(data.rules.map((rule) => rule.title || rule.id)));
    const messages = once(() => ranks(data.texts));
    const fingerprints = once(() => ranks(Array.from(data.rule, (rule, finding) => data.fingerprint(finding))));
    const appliesTo = once(() => ranks(data.rules.map((rule) => rule.appliesTo)));
    const ruleColumns = (of) => [
      column('severity', words.SEVERITY, 6, (row) => data.severities[severity(of(row))][1], (row) => severity(of(row)), (row) =>
        [severityBadge(data, severity(of(row)))]),
      column('rule', words.RULE, 18, (row) => data.rules[of(row)].id, (row) => ruleRanks()[of(row)], (row) =>
        two(data.rules[of(row)].title || data.rules[of(row)].id, data.rules[of(row)].title && data.rules[of(row)].id)),
    ];
    const title = (of) => column('title', words.TITLE_OF_RULE, 18, (row) => data.rules[of(row)].title, (row) => ruleRanks()[of(row)]);
    const flag = (key, word, bit) =>
      column(key, word, 5, (row) => words[data.verdict[row] & bit ? 'YES' : 'NO'], (row) => (data.verdict[row] & bit ? 0 : 1));
    const ofFinding = (finding) => data.rule[finding];
    this.all = {
      findings: {
        columns: [
          column('v', words.VERDICT, 7, (row) => data.verdicts[data.verdict[row] & 7][1], (row) => data.verdict[row] & 7, (row) =>
            [badge(data, data.verdict[row]), ...this.marks(row)]),
          ...ruleColumns(ofFinding),
          ...assetColumns(data, (finding) => data.asset[finding]),
          title(ofFinding),
          flag('waived', words.WAIVED, 8),
          flag('attested', words.ATTESTED, 16),
          column('message', words.MESSAGE, 18, (row) => data.texts[data.message[row]], (row) => messages()[data.message[row]]),
          column('fingerprint', words.FINGERPRINT, 12, (row) => data.fingerprint(row), (row) => fingerprints()[row]),
        ],
        shown: ['v', 'severity', 'rule', 'asset', 'branch', 'account', 'region'],
        rank: (row) => (data.verdict[row] & 7) * 16 + severity(data.rule[row]) * 2 + (data.verdict[row] & 8 ? 1 : 0),
      },
      rules: {
        columns: [
          ...ruleColumns((rule) => rule),
          title((rule) => rule),
          column('type', words.TYPE, 10, (rule) => data.rules[rule].appliesTo, (rule) => appliesTo()[rule]),
          ...countColumns(data, () => this.counts.rules),
        ],
        shown: ['severity', 'rule', 'type', 'fail', 'unknown', 'pass', 'not_applicable', 'manual'],
        rank: (rule) => severity(rule) * 2 ** 24 + 2 ** 24 - 1 - this.counts.rules[rule * 5],
      },
      assets: {
        columns: [...assetColumns(data, (asset) => asset), ...countColumns(data, () => this.counts.assets)],
        shown: ['asset', 'type', 'branch', 'account', 'region', 'owner', 'fail', 'unknown', 'pass'],
        rank: (asset) => 2 ** 25 - 1 - this.counts.assets[asset * 5] * 2 ** 10 - Math.min(2 ** 10 - 1, this.counts.assets[asset * 5 + 1]),
      },
    };
  }

  marks(finding) {
    const { data } = this;
    return [[8, 'WAIVED'], [16, 'ATTESTED']]
      .filter(([bit]) => data.verdict[finding] & bit)
      .map(([, word]) => h('span', { class: 'line mark' }, data.words[word]));
  }

  /** The view that a state names, with the columns that it names. */
  of(state) {
    const name = Object.hasOwn(this.all, state.view ?? '') ? state.view : 'findings';
    const view = this.all[name];
    const shown = state.columns?.length ? state.columns : view.shown;
    return { ...view, name, chosen: view.columns.filter((it) => shown.includes(it.key)) };
  }

  /** The rows of a view: findings as they are, or the rules and assets of which they are. */
  rows(view, { rows, bare }) {
    if (view.name === 'findings') {
      return rows;
    }
    const of = view.name === 'rules' ? this.data.rule : this.data.asset;
    const counts = new Uint32Array((view.name === 'rules' ? this.data.rules.length : this.data.id.length) * 5);
    const found = new Set();
    for (const finding of rows) {
      counts[of[finding] * 5 + (this.data.verdict[finding] & 7)]++;
      found.add(of[finding]);
    }
    this.counts[view.name] = counts;
    return Uint32Array.from(view.name === 'assets' ? [...found, ...bare] : found);
  }

  /** The rows in order: by the columns named, the last of them first, since each sorting keeps the order of equals. */
  sorted(rows, view, sort = []) {
    const keys = [{ rank: view.rank, isDown: false }];
    for (const name of [...sort].reverse()) {
      const by = view.columns.find((it) => it.key === name.replace(/^-/, ''));
      if (by) {
        keys.push({ rank: by.rank, isDown: name.startsWith('-') });
      }
    }
    return keys.reduce((before, { rank, isDown }) => this.sortedBy(before, rank, isDown), rows);
  }

  /** Numbers sort fast: rank and place in one. */
  sortedBy(rows, rank, isDown) {
    const room = 2 ** 24;
    const keys = new Float64Array(rows.length);
    for (let i = 0; i < rows.length; i++) {
      keys[i] = (isDown ? 2 ** 28 - rank(rows[i]) : rank(rows[i])) * room + i;
    }
    keys.sort();
    const sorted = new Uint32Array(rows.length);
    for (let i = 0; i < rows.length; i++) {
      sorted[i] = rows[keys[i] % room];
    }
    return sorted;
  }
}
