/** The commands of a remediation with the asset's own name, id, account and region filled in. */

/** What no command line takes for more than a name or a path. */
const PLAIN = /^[A-Za-z0-9_./:@+=,][A-Za-z0-9_./:@+=,-]*$/;

/** What a word of a remediation means of an asset; nothing where the asset does not say. */
const meaning = (data, asset, attributes, means) => {
  const [, account, region] = data.places[data.place[asset]];
  const id = data.id[asset];
  const known = { id, name: data.name[asset] || id, account, region: region === 'global' || region === '*' ? undefined : region };
  if (Object.hasOwn(known, means)) {
    return known[means];
  }
  const [root, step] = means.split(/[/.](.*)/s);
  if (root === 'attributes') {
    const value = attributes && Object.hasOwn(attributes, step) ? attributes[step] : undefined;
    return typeof value === 'string' ? value : undefined;
  }
  const steps = id.split('/');
  const at = steps.findIndex((it) => it.toLowerCase() === step?.toLowerCase());
  return at < 0 ? undefined : steps[at + 1];
};

/** A text with its own words filled in, which they are, and which are not since their values might do harm in a command. */
const filledIn = (data, asset, attributes, text) => {
  const own = data.types[data.type[asset]].own;
  const filled = new Map();
  const unfilled = new Set();
  if (data.isUnlisted(asset)) {
    return { text, filled, unfilled };
  }
  const written = text.replace(/(?<![A-Za-z0-9_$])[A-Z][A-Z0-9_]*(?![A-Za-z0-9_])/g, (word) => {
    const value = Object.hasOwn(own, word) ? meaning(data, asset, attributes, own[word]) : undefined;
    if (value === undefined) {
      return word;
    }
    if (!PLAIN.test(value)) {
      unfilled.add(word);
      return word;
    }
    filled.set(word, value);
    return value;
  });
  return { text: written, filled, unfilled };
};

/**
 * Commands of AWS with the region of the asset, each behind its operation: whatever follows may go on over lines. One that says a region
 * itself keeps it; iam has none.
 */
const inRegion = (data, asset, commands) => {
  const [provider, , region] = data.places[data.place[asset]];
  return provider !== 'aws' || ['global', '*'].includes(region) || !PLAIN.test(region) || commands.includes('--region')
    ? commands
    : commands.replace(/^aws (?!iam )[a-z0-9-]+ [a-z0-9-]+(?= |$)/gm, `$& --region ${region}`);
};

/** A statement for whoever can answer for a field that nobody could read; what they must write stands in angle brackets. */
const attestation = (data, asset, field) => {
  const { words } = data;
  const kept = field.match(/^facets\.[^.[\]]+|^attributes(\.[^.[\]]+)+/)[0];
  const blank = (word) => `"<${words[word]}>"`;
  return [
    'attestations:',
    `  - asset: {uid: ${JSON.stringify(data.uid(asset))}}`,
    `    field: ${kept}`,
    `    value: ${blank('ATTEST_VALUE')}`,
    `    statement: ${blank('ATTEST_STATEMENT')}`,
    `    owner: ${blank('ATTEST_OWNER')}`,
    `    evidence: ${blank('ATTEST_EVIDENCE')}`,
    `    from: ${blank('ATTEST_DATE')}`,
    `    until: ${blank('ATTEST_DATE')}`,
    '',
  ].join('\n');
};
const isAttestable = (field) => /^(facets|attributes)\.[^.[\]]/.test(field);
