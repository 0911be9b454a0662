const unpack = async (id) => {
  const packed = document.getElementById(id).textContent;
  const bytes = Uint8Array.fromBase64
    ? Uint8Array.fromBase64(packed)
    : Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).json();
};

/** All assets and findings, in columns. What is the same for many rows is named by its number. */
class Data {
  static async read() {
    const asset = ['places', 'types', 'owners', 'times', 'calls', 'uids', 'judgements', 'ids', 'names', 'tags'];
    const finding = ['rules', 'verdicts', 'messages'];
    const ids = ['shared', ...asset.map((it) => `asset-${it}`), ...finding.map((it) => `finding-${it}`)];
    return new Data(...(await Promise.all(ids.map((id) => unpack(`data-${id}`)))));
  }

  constructor(shared, places, types, owners, times, calls, uids, judgements, ids, names, tags, rules, verdicts, messages) {
    Object.assign(this, shared);
    this.place = Uint32Array.from(places);
    this.type = Uint32Array.from(types);
    this.owner = Uint32Array.from(owners);
    this.time = Uint32Array.from(times);
    this.call = Uint32Array.from(calls);
    this.uidBy = Uint8Array.from(uids);
    this.id = ids;
    this.name = names;
    this.tags = tags;
    this.rule = Uint32Array.from(rules);
    this.verdict = Uint8Array.from(verdicts);
    this.message = Uint32Array.from(messages);
    /** Of each asset, the first of its findings; one more, where the last ones end. */
    this.first = new Uint32Array(this.id.length + 1);
    /** Of each finding, its asset. */
    this.asset = new Uint32Array(this.rule.length);
    judgements.forEach((count, asset) => {
      this.first[asset + 1] = this.first[asset] + count;
      this.asset.fill(asset, this.first[asset], this.first[asset + 1]);
    });
    this.open = new Map();
  }

  /** What people call the account of an asset; empty where nobody says. */
  accountName(asset) {
    return this.places[this.place[asset]][4];
  }

  word(key, ...places) {
    return this.words[key].replace(/\{(\d)\}/g, (place, index) => places[index]);
  }

  nameOf(asset) {
    return this.isUnlisted(asset) ? this.words.ANYTHING : this.name[asset] || this.id[asset];
  }

  isUnlisted(asset) {
    return this.id[asset] === '*' && this.texts[this.time[asset]] === '';
  }

  uid(asset) {
    const [provider, account, region] = this.places[this.place[asset]];
    const end = `${this.types[this.type[asset]].name}:${this.id[asset]}`;
    return this.uidBy[asset] === 2
      ? this.uids[asset]
      : `${provider}:${account}:${this.uidBy[asset] === 1 ? 'global' : region}:${end}`;
  }

  /** The asset of a uid; -1 where there is none. They go by their uids. */
  find(uid) {
    let low = 0;
    let high = this.id.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.uid(middle);
      if (found === uid) {
        return middle;
      }
      if (found < uid) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  fingerprint(finding) {
    return sha256(this.rules[this.rule[finding]].id, this.uid(this.asset[finding])).slice(0, 32);
  }

  /** The finding of a fingerprint, of an asset where it is known; -1 where there is none. */
  findFinding(fingerprint, asset) {
    const [from, to] = asset < 0 ? [0, this.rule.length] : [this.first[asset], this.first[asset + 1]];
    for (let finding = from; finding < to; finding++) {
      if (this.fingerprint(finding) === fingerprint) {
        return finding;
      }
    }
    return -1;
  }

  /** What only panels show of an asset and its findings. */
  async details(asset) {
    let chunk = 0;
    let first = 0;
    while (first + this.chunks[chunk] <= asset) {
      first += this.chunks[chunk++];
    }
    if (!this.open.has(chunk)) {
      this.open.set(chunk, unpack(`data-details-${chunk}`));
    }
    return (await this.open.get(chunk))[asset - first];
  }
}
