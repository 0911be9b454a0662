const MOST_UNFOLDED = 600;

/** The page of an asset, or of one finding, beside the table. */
class Panel {
  /** @param link makes the address of the page of an asset, or of one of its findings */
  constructor(data, link, closed) {
    this.data = data;
    this.link = link;
    const { words } = data;
    this.title = h('h2', { id: 'panel-title', tabindex: '-1' });
    this.body = h('div', { class: 'panel-body' });
    const close = h('button', { type: 'button', class: 'close', onclick: () => this.element.close() }, words.CLOSE);
    this.element = h('dialog', { id: 'panel', 'aria-labelledby': 'panel-title' }, h('div', { class: 'panel-head' }, this.title, close), this.body);
    this.element.addEventListener('close', () => {
      // It is told later; by then it may have been opened again.
      if (!this.element.open) {
        this.shown = '';
        closed();
      }
    });
    this.element.addEventListener('click', (event) => {
      if (event.target === this.element) {
        this.element.close();
      }
    });
  }

  /** Shows what a state names, or nothing. */
  async show(state) {
    const { data } = this;
    const named = `${state.asset ?? ''}\n${state.finding ?? ''}`;
    if (named === '\n') {
      this.element.close();
    } else if (named !== this.shown) {
      this.shown = named;
      const known = state.asset ? data.find(state.asset) : -1;
      const finding = state.finding ? data.findFinding(state.finding, known) : -1;
      const asset = finding < 0 ? known : data.asset[finding];
      const details = asset < 0 ? {} : await data.details(asset).catch(() => undefined);
      if (this.shown === named) {
        this.write(asset, finding, details, Boolean(state.finding));
      }
    }
  }

  /** @param details nothing where they cannot be unpacked */
  write(asset, finding, details, isFinding) {
    const { words } = this.data;
    if (!details || asset < 0 || (isFinding && finding < 0)) {
      this.title.textContent = details ? words.NOT_FOUND : words.DAMAGED;
      this.body.replaceChildren();
    } else if (isFinding) {
      this.writeFinding(asset, finding, details);
    } else {
      this.writeAsset(asset, details);
    }
    if (!this.element.open) {
      this.element.showModal();
    }
    this.element.scrollTop = 0;
    this.title.focus();
  }

  section(title, ...content) {
    return content.length === 0 ? [] : [h('section', {}, h('h3', {}, title), ...content)];
  }

  facts(pairs) {
    return h('dl', { class: 'facts' },
      ...pairs.filter(([, value]) => value && value.length).map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, ...[value].flat()))));
  }

  table(heads, rows) {
    const head = h('tr', {}, ...heads.map((it) => h('th', { scope: 'col' }, it)));
    const body = rows.map(([first, ...cells]) =>
      h('tr', {}, h('th', { scope: 'row', 'data-label': heads[0] }, ...[first].flat()),
        ...cells.map((cell, index) => h('td', { 'data-label': heads[index + 1] }, ...[cell].flat()))));
    return h('div', { class: 'scroll' }, h('table', {}, h('thead', {}, head), h('tbody', {}, ...body)));
  }

  /** A text to copy. */
  copied(text) {
    const { words } = this.data;
    const button = h('button', { type: 'button', class: 'copy' }, words.COPY_TEXT);
    const box = h('div', { class: 'copied' }, h('pre', { tabindex: '0' }, h('code', {}, lines(text))), button);
    button.addEventListener('click', async () => {
      button.textContent = (await copyText(text, box)) ? words.COPIED_TEXT : words.COPY_BY_HAND;
    });
    return box;
  }

  time(asset) {
    const iso = this.data.texts[this.data.time[asset]];
    return iso ? [line(utc(iso)), h('span', { class: 'line quiet' }, this.data.word('YOUR_TIME', local(iso)))] : [];
  }

  /** Those of the calls that were sent for the asset; all of them where it is not said which were. */
  sent(asset, calls) {
    const all = calls ? calls.split(', ') : [];
    const sent = all.filter((call) => this.data.calls[this.data.call[asset]].includes(call));
    return (sent.length ? sent : all).join(', ');
  }

  code(text) {
    return h('code', {}, ...broken(text));
  }

  value(value) {
    const { words } = this.data;
    if (value === null) {
      return h('span', { class: 'quiet' }, words.ABSENT);
    }
    return this.text(typeof value === 'object' ? JSON.stringify(value, undefined, 1).replace(/\n\s*/g, ' ') : JSON.stringify(value));
  }

  /** A text of any length: a long one is unfolded. */
  text(text) {
    return text.length < MOST_UNFOLDED
      ? this.code(text)
      : h('details', {}, h('summary', {}, this.code(text.slice(0, MOST_UNFOLDED / 3)), '…'), h('pre', { tabindex: '0' }, line(text)));
  }

  severity(finding) {
    return severityBadge(this.data, this.data.rules[this.data.rule[finding]].severity);
  }

  /** The asset of a finding, and where it is. */
  place(asset) {
    const { data } = this;
    const { words } = data;
    const [provider, account, region, branch, name] = data.places[data.place[asset]].map(line);
    const type = data.types[data.type[asset]];
    const owner = data.owners[data.owner[asset]];
    return [
      [words.TYPE, [this.code(type.name), type.kind ? h('span', { class: 'line quiet' }, line(type.kind)) : '']],
      [words.BRANCH, branch],
      [words.ACCOUNT, name ? [name, h('span', { class: 'line quiet' }, `${provider} ${account}`)] : [`${account} `, h('span', { class: 'quiet' }, provider)]],
      [words.REGION, region === '*' ? words.EVERY_REGION : region],
      [words.OWNER, owner === '?' ? words.NOT_READ : line(owner)],
    ];
  }

  /** @param isAnswer whether the message is what the provider answered, and not a sentence of ours */
  cause([call, outcome, permission, message, isAnswer]) {
    const { data } = this;
    const isMended = permission && outcome === 'DENIED';
    return h('div', { class: 'cause' }, this.facts([
      [data.words.CALL, call && [this.code(call)]],
      [data.words.OUTCOME, [h('span', { class: 'outcome' }, data.outcomes[outcome])]],
      [isAnswer ? data.words.PROVIDER_SAID : data.words.WHAT_WAS_NOT_READ, line(message)],
      [data.words.NEEDS, outcome === 'NOT_COLLECTED' && permission && [this.code(permission)]],
    ]), ...(isMended ? [h('p', {}, data.words.PERMISSION_TO_GRANT), this.copied(permission)] : []));
  }

  writeAsset(asset, details) {
    const { data } = this;
    const { words } = data;
    const type = data.types[data.type[asset]];
    this.title.replaceChildren(...cell(data.nameOf(asset)));
    const findings = Array.from({ length: data.first[asset + 1] - data.first[asset] }, (none, index) => data.first[asset] + index);
    const order = (it) => (data.verdict[it] & 7) * 8 + data.rules[data.rule[it]].severity;
    findings.sort((one, other) => order(one) - order(other));
    const calls = (path) => (Object.hasOwn(type.calls, path) ? this.sent(asset, type.calls[path]) : '');
    const fields = (root) => Object.entries(details[root] ?? {}).map(([name, value]) =>
      [this.code(name), this.value(value), this.code(calls(`${root}.${name}`)), line(utc(data.texts[data.time[asset]]))]);
    const heads = [words.FIELD, words.VALUE, words.CALL, words.OBSERVED];
    const unknown = Object.entries(details.unknown ?? {});
    const [facets, attributes] = [fields('facets'), fields('attributes')];
    this.body.replaceChildren(
      this.facts([
        ...this.place(asset),
        [words.NATIVE_ID, [this.code(data.id[asset])]],
        [words.UID, [this.code(data.uid(asset))]],
        [words.TAGS, data.tags[asset].map((tag) => h('span', { class: 'line' }, line(data.texts[tag])))],
        [words.OBSERVED, this.time(asset)],
        [words.CALLS, data.calls[data.call[asset]].map((call) => h('span', { class: 'line' }, this.code(call)))],
      ]),
      ...this.section(words.VERDICTS, findings.length === 0
        ? h('p', {}, words.NO_VERDICTS)
        : this.table([words.VERDICT, words.SEVERITY, words.RULE], findings.map((it) => [
          [badge(data, data.verdict[it])],
          [this.severity(it)],
          [this.findingLink(it), ...this.standing(details.findings[it - data.first[asset]])],
        ]))),
      ...(unknown.length ? this.section(words.UNKNOWN, ...unknown.flatMap(([path, causes]) => this.unknown(asset, path, causes))) : []),
      ...(facets.length ? this.section(words.FACETS, this.table(heads, facets)) : []),
      ...(attributes.length ? this.section(words.ATTRIBUTES, this.table(heads, attributes)) : []),
      ...this.relations(details.related ?? {}));
  }

  findingLink(finding) {
    const { data } = this;
    const rule = data.rules[data.rule[finding]];
    const href = this.link({ asset: data.uid(data.asset[finding]), finding: data.fingerprint(finding) });
    return h('a', { href }, line(rule.title || rule.id));
  }

  /** Who accepts a failure, and who answers for what was not read. */
  standing({ waived, attested }) {
    const { data } = this;
    return [
      ...(waived ? [data.word('WAIVED_BY', line(waived[2]), line(waived[1]), line(waived[0]))] : []),
      ...attested.map((it) => `${data.words.STATED}: ${data.word('STATEMENT', line(it[0]), line(it[1]), line(it[2]), line(it[4]), line(it[3]))}`),
    ].map((text) => h('p', { class: 'mark' }, text));
  }

  unknown(asset, path, causes) {
    const { words } = this.data;
    const stated = isAttestable(path)
      ? [h('details', {}, h('summary', {}, words.ATTEST), this.copied(attestation(this.data, asset, path)))]
      : [];
    return [h('h4', {}, this.code(path)), ...causes.map((cause) => this.cause(cause)), ...stated];
  }

  relations(related) {
    const { data } = this;
    const rows = Object.entries(related).filter(([, uids]) => uids?.length).map(([name, uids]) =>
      [this.code(name), uids.map((uid) => {
        const other = data.find(uid);
        const link = other < 0 ? line(uid) : h('a', { href: this.link({ asset: uid }) }, line(data.nameOf(other)));
        return h('span', { class: 'line' }, link, ...(other < 0 ? [] : [' ', h('span', { class: 'quiet' }, line(data.types[data.type[other]].name))]));
      })]);
    return rows.length ? this.section(data.words.RELATIONS, this.table([data.words.RELATIONS, data.words.ASSET], rows)) : [];
  }

  writeFinding(asset, finding, details) {
    const { data } = this;
    const { words } = data;
    const rule = data.rules[data.rule[finding]];
    const told = details.findings[finding - data.first[asset]];
    const verdict = data.verdicts[data.verdict[finding] & 7][0];
    const message = lines(data.texts[data.message[finding]]);
    this.title.replaceChildren(...cell(rule.title || rule.id));
    const heads = [words.FIELD, words.VALUE, words.CALL, words.OBSERVED];
    const read = told.evidence.map(([path, value, call]) => [
      this.code(path),
      value === null ? h('span', { class: 'outcome' }, words.NOT_READ) : this.text(value),
      this.code(call),
      value === null ? '' : line(utc(data.texts[data.time[asset]])),
    ]);
    this.body.replaceChildren(
      h('p', { class: 'eyebrow' }, badge(data, data.verdict[finding]), ' ', this.severity(finding), ' ', this.code(rule.id)),
      ...this.standing(told),
      this.facts([
        [words.ASSET, [h('a', { href: this.link({ asset: data.uid(asset) }) }, line(data.nameOf(asset))), h('span', { class: 'line quiet' }, this.code(data.uid(asset)))]],
        ...this.place(asset),
        [words.OBSERVED, this.time(asset)],
      ]),
      ...(message && verdict !== 'PASS' ? this.section(verdict === 'FAIL' ? words.WRONG : words.MESSAGE, h('p', { class: 'wrong' }, message)) : []),
      ...(told.missing.length ? this.section(words.MISSING, ...told.missing.map((cause) => this.cause(cause)), ...this.statements(asset, told)) : []),
      ...(read.length ? this.section(words.READ, this.table(heads, read)) : []),
      ...this.section(words.CONDITION, h('pre', { class: 'condition', tabindex: '0' }, ...this.condition(rule.pass.trim(), told.evidence)), ...this.outcome(verdict), ...this.explain(asset, finding)),
      ...(verdict === 'FAIL' ? this.mend(asset, details, rule) : []),
      ...(rule.why ? this.section(words.WHY, h('p', {}, lines(rule.why))) : []),
      ...this.references(rule),
      this.facts([[words.FINGERPRINT, [this.code(data.fingerprint(finding))]]]));
  }

  statements(asset, { evidence }) {
    const { data } = this;
    const fields = evidence.filter(([path, value]) => value === null && isAttestable(path) && !data.isUnlisted(asset));
    return fields.length === 0 ? [] : [h('h4', {}, data.words.ATTEST), ...fields.map(([path]) => this.copied(attestation(data, asset, path)))];
  }

  /** The condition, and behind each field that it names what was read there. */
  condition(pass, evidence) {
    const values = new Map(evidence.map(([path, value]) => [path.replaceAll('[]', ''), value]));
    const paths = [...values.keys()].filter(Boolean).sort((one, other) => other.length - one.length);
    if (paths.length === 0) {
      return [lines(pass)];
    }
    const quoted = paths.map((path) => path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return pass.split(new RegExp(`(?<![\\w.])(${quoted.join('|')})(?!\\w)`)).flatMap((part, index) => {
      if (index % 2 === 0) {
        return [lines(part)];
      }
      const value = values.get(part);
      const shown = value === null ? this.data.words.NOT_READ : shortened(value, 60);
      return [h('mark', { class: value === null ? 'unknown' : '' }, part), ' ', h('span', { class: value === null ? 'came unknown' : 'came' }, shown)];
    });
  }

  outcome(verdict) {
    const { words } = this.data;
    const outcomes = { PASS: 'true', FAIL: 'false', UNKNOWN: words.NOT_KNOWN };
    return Object.hasOwn(outcomes, verdict) ? [h('p', { class: 'more' }, this.data.word('CAME_OUT', outcomes[verdict]))] : [];
  }

  /** How the parts of the condition came out, only the engine can tell. */
  explain(asset, finding) {
    const { data } = this;
    return data.isUnlisted(asset)
      ? []
      : [h('h4', {}, data.words.EXPLAIN), this.copied(`nephoscope explain SNAPSHOT ${data.fingerprint(finding).slice(0, 12)}`)];
  }

  mend(asset, details, rule) {
    const { data } = this;
    const { words } = data;
    const [provider, account, , , accountName] = data.places[data.place[asset]];
    if (!Object.hasOwn(rule.remediation, provider)) {
      return [];
    }
    const { console: steps, cli, terraform } = rule.remediation[provider];
    const command = filledIn(data, asset, details.attributes, inRegion(data, asset, cli.trim()));
    const filled = [...command.filled].map(([word, value]) => `${word} = ${value}`).join(', ');
    const content = [];
    if (cli.trim()) {
      const where = accountName ? `${accountName} (${account})` : account;
      content.push(h('h4', {}, words.COMMAND_LINE), h('p', { class: 'more' }, data.word('IN_ACCOUNT', line(where))), this.copied(command.text));
      if (filled) {
        content.push(h('p', { class: 'more' }, data.word('FILLED', filled)));
      }
      if (command.unfilled.size) {
        content.push(h('p', { class: 'more' }, data.word('UNFILLED', [...command.unfilled].join(', '))));
      }
    }
    if (steps) {
      content.push(h('h4', {}, words.CONSOLE), h('p', { class: 'steps' }, lines(steps).trim()));
    }
    if (terraform.trim()) {
      content.push(h('h4', {}, words.TERRAFORM), this.copied(terraform.trim()));
    }
    return this.section(words.MEND, ...content);
  }

  references({ references }) {
    const items = references.map(([name, url]) =>
      h('li', {}, /^https:\/\/[\x21-\x7e]+$/.test(url) ? h('a', { href: url, rel: 'noreferrer' }, line(name)) : line(name)));
    return items.length ? this.section(this.data.words.REFERENCES, h('ul', { class: 'references' }, ...items)) : [];
  }
}
