/** Full-text search: every term must stand in the rule, the message, or what is known of the asset. A bit for each term. */
class Search {
  constructor(data) {
    this.data = data;
    this.lower = undefined;
    this.last = { text: '', hits: { finding: () => true, asset: () => true } };
  }

  /** Names and ids in small letters, made when somebody first searches, or before, when nothing else is to be done. */
  names() {
    this.lower ??= this.data.id.map((id, asset) => `${this.data.name[asset]}\n${id}`.toLowerCase());
    return this.lower;
  }

  hits(text) {
    if (text !== this.last.text) {
      const terms = text.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 30);
      this.last = { text, hits: this.find(terms) };
    }
    return this.last.hits;
  }

  find(terms) {
    if (terms.length === 0) {
      return { finding: () => true, asset: () => true };
    }
    const { data } = this;
    const all = 2 ** terms.length - 1;
    const bits = (text) => {
      const lower = text.toLowerCase();
      return terms.reduce((found, term, bit) => found | (lower.includes(term) ? 1 << bit : 0), 0);
    };
    const rules = data.rules.map((rule) => bits(`${rule.id}\n${rule.title}`));
    const texts = data.texts.map(bits);
    const places = data.places.map((place) => bits(place.join('\n')));
    const types = data.types.map((type) => bits(`${type.name}\n${type.kind}`));
    const owners = data.owners.map(bits);
    const names = this.names();
    const ofAsset = new Uint32Array(names.length);
    for (let asset = 0; asset < names.length; asset++) {
      let found = places[data.place[asset]] | types[data.type[asset]] | owners[data.owner[asset]];
      for (const tag of data.tags[asset]) {
        found |= texts[tag];
      }
      for (let bit = 0; bit < terms.length; bit++) {
        const term = terms[bit];
        if (names[asset].includes(term) || (term.includes(':') && data.uid(asset).toLowerCase().includes(term))) {
          found |= 1 << bit;
        }
      }
      ofAsset[asset] = found;
    }
    return {
      finding: (finding, asset) => (ofAsset[asset] | rules[data.rule[finding]] | texts[data.message[finding]]) === all,
      asset: (asset) => ofAsset[asset] === all,
    };
  }
}
