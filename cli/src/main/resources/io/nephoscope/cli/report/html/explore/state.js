/** What is shown, as the address says it behind its #: so that a link leads there, and a cell of a picture is a plain link. */
const FILTER_KEYS = ['v', 'severity', 'provider', 'account', 'region', 'type', 'kind', 'branch', 'owner', 'rule', 'waived'];
const LISTS = [...FILTER_KEYS, 'sort', 'columns'];
const TEXTS = ['q', 'view', 'asset', 'finding'];

const decoded = (text) => {
  try {
    return decodeURIComponent(text.replaceAll('+', '%20'));
  } catch {
    return text;
  }
};

/** The state of an address; empty where its # names a place in the page. */
const parseState = (hash) => {
  const state = {};
  for (const part of hash.replace(/^#/, '').split('&')) {
    const [key, value] = part.split(/=(.*)/s);
    if (value !== undefined && LISTS.includes(key)) {
      state[key] = value.split(',').map(decoded).map((it) => (key === 'branch' ? it.replace(/^\/+|\/+$/g, '') : it));
    } else if (value !== undefined && TEXTS.includes(key)) {
      state[key] = decoded(value);
    }
  }
  return state;
};

const writeState = (state) => {
  const parts = [...LISTS, ...TEXTS]
    .filter((key) => state[key] !== undefined && state[key].length > 0)
    .map((key) => `${key}=${[state[key]].flat().map(encodeURIComponent).join(',')}`);
  return `#${parts.join('&') || 'findings'}`;
};
