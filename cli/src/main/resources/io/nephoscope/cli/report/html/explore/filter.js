/**
 * Filters, with the count of each value under all other filters. A row fails by no filter, by one, or by several: one that fails by none is
 * shown, and one that fails by one alone counts for the values of that one. What decides is looked up by the few things that rows
 * share (their carriers), and not row by row.
 */
const CARRIERS = ['verdict', 'rule', 'place', 'type', 'owner'];
const isWithin = (inner, outer) => inner === outer || (outer !== '' && inner.startsWith(`${outer}/`));
const above = (branch) => branch.slice(0, Math.max(0, branch.lastIndexOf('/')));

/** Words for values; a value that is not among them, as an address may hold, stands for itself. */
const labels = (entries) => {
  const words = new Map(entries.map(([value, word]) => [value, word]));
  return (value) => words.get(value) ?? value;
};

/** By what rows are filtered: the carrier that tells it, and what it tells. */
const dimensions = (data) => {
  const dimension = (key, title, carrier, told, label = (value) => value || data.words.NONE) => {
    const values = [...new Set(told)];
    const numbers = new Map(values.map((value, index) => [value, index]));
    const codes = Uint32Array.from(told, (value) => numbers.get(value));
    return { key, title: data.words[title], carrier: CARRIERS.indexOf(carrier), values, codes, label };
  };
  const flags = Array.from({ length: 32 }, (none, flag) => flag);
  const verdicts = labels(data.verdicts);
  const severities = labels(data.severities);
  const titles = labels(data.rules.map((rule) => [rule.id, rule.title || rule.id]));
  const answers = labels([['yes', data.words.YES], ['no', data.words.NO]]);
  const of = (index) => data.places.map((place) => place[index]);
  const accounts = labels(data.places.map(([, id, , , name]) => [id, name ? `${name} (${id})` : id || data.words.NONE]));
  const regions = (region) => (region === '*' ? data.words.EVERY_REGION : region || data.words.NONE);
  const owners = (owner) => (owner === '?' ? data.words.NOT_READ : owner || data.words.NONE);
  return [
    dimension('v', 'VERDICT', 'verdict', flags.map((flag) => (data.verdicts[flag & 7] ?? [''])[0]), verdicts),
    dimension('severity', 'SEVERITY', 'rule', data.rules.map((rule) => data.severities[rule.severity][0]), severities),
    dimension('provider', 'PROVIDER', 'place', of(0)),
    dimension('account', 'ACCOUNT', 'place', of(1), accounts),
    dimension('region', 'REGION', 'place', of(2), regions),
    dimension('type', 'TYPE', 'type', data.types.map((type) => type.name), (it) => (it === '*' ? data.words.ANYTHING : it)),
    dimension('kind', 'KIND', 'type', data.types.map((type) => type.kind)),
    dimension('branch', 'BRANCH', 'place', of(3), (it) => it || data.words.NO_BRANCH),
    dimension('owner', 'OWNER', 'owner', data.owners, owners),
    dimension('rule', 'RULE', 'rule', data.rules.map((rule) => rule.id), titles),
    dimension('waived', 'WAIVED', 'verdict', flags.map((flag) => (flag & 8 ? 'yes' : 'no')), answers),
  ];
};

class Filter {
  constructor(data) {
    this.data = data;
    this.dimensions = dimensions(data);
    this.search = new Search(data);
    this.sizes = [32, data.rules.length, data.places.length, data.types.length, data.owners.length];
  }

  /** Of each carrier, by which filters it fails: a bit each. */
  masks(state) {
    const masks = this.sizes.map((size) => new Uint32Array(size));
    this.dimensions.forEach((dimension, bit) => {
      const chosen = state[dimension.key];
      if (chosen?.length) {
        const isChosen = dimension.key === 'branch' ? (it) => chosen.some((outer) => isWithin(it, outer)) : (it) => chosen.includes(it);
        const fails = dimension.values.map((value) => (isChosen(value) ? 0 : 1 << bit));
        dimension.codes.forEach((code, index) => {
          masks[dimension.carrier][index] |= fails[code];
        });
      }
    });
    return masks;
  }

  /** The findings that fail by no filter, the assets without any that do so too, and the counts. */
  apply(state) {
    const { data, dimensions: all } = this;
    const [byVerdict, byRule, byPlace, byType, byOwner] = this.masks(state);
    const hits = this.search.hits(state.q ?? '');
    const isOfAssets = [...byVerdict, ...byRule].every((mask) => mask === 0);
    const shown = this.sizes.map((size) => new Uint32Array(size));
    const alone = all.map((dimension) => new Uint32Array(dimension.values.length));
    const rows = new Uint32Array(data.rule.length);
    const bare = [];
    let count = 0;
    const at = new Uint32Array(CARRIERS.length);
    for (let asset = 0; asset < data.id.length; asset++) {
      at[2] = data.place[asset];
      at[3] = data.type[asset];
      at[4] = data.owner[asset];
      const ofAsset = byPlace[at[2]] | byType[at[3]] | byOwner[at[4]];
      if (ofAsset & (ofAsset - 1)) {
        continue;
      }
      const to = data.first[asset + 1];
      let finding = data.first[asset];
      if (finding === to && isOfAssets && ofAsset === 0 && hits.asset(asset)) {
        bare.push(asset);
      }
      for (; finding < to; finding++) {
        at[0] = data.verdict[finding];
        at[1] = data.rule[finding];
        const mask = ofAsset | byVerdict[at[0]] | byRule[at[1]];
        if ((mask & (mask - 1)) === 0 && hits.finding(finding, asset)) {
          if (mask === 0) {
            rows[count++] = finding;
            shown[0][at[0]]++;
            shown[1][at[1]]++;
            shown[2][at[2]]++;
            shown[3][at[3]]++;
            shown[4][at[4]]++;
          } else {
            const failed = 31 - Math.clz32(mask);
            alone[failed][all[failed].codes[at[all[failed].carrier]]]++;
          }
        }
      }
    }
    all.forEach((dimension, index) => {
      shown[dimension.carrier].forEach((times, carrier) => {
        alone[index][dimension.codes[carrier]] += times;
      });
    });
    return { rows: rows.slice(0, count), bare, counts: alone };
  }

  /** The values of a filter with their counts, those that occur; of branches each with all that lies below it. */
  values(index, counts, chosen) {
    const dimension = this.dimensions[index];
    const sums = new Map();
    dimension.values.forEach((value, code) => {
      let at = value;
      sums.set(at, (sums.get(at) ?? 0) + counts[index][code]);
      while (dimension.key === 'branch' && at.includes('/')) {
        at = above(at);
        sums.set(at, (sums.get(at) ?? 0) + counts[index][code]);
      }
    });
    chosen.forEach((value) => sums.set(value, sums.get(value) ?? 0));
    const values = [...sums].filter(([value, count]) => count > 0 || chosen.includes(value));
    const inOrder = { v: this.data.verdicts, severity: this.data.severities }[dimension.key]?.map(([name]) => name);
    const order = (value) => inOrder?.indexOf(value) ?? 0;
    return dimension.key === 'branch'
      ? values.sort(([one], [other]) => (one < other ? -1 : 1))
      : values.sort((one, other) => order(one[0]) - order(other[0]) || other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
  }
}
