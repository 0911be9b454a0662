/** Text from a cloud, made safe to look at: what would turn the reading direction or hide from the eye is shown as its escape. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const SHOWN = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\u200c': '\u200c', '\u200d': '\u200d' };
const escaped = (letter) => {
  const code = letter.codePointAt(0).toString(16);
  return SHOWN[letter] ?? (code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`);
};
const line = (text) => text.replace(HIDDEN, escaped);
const lines = (text) => text.replace(/\r\n/g, '\n').replace(HIDDEN, (letter) => (letter === '\n' ? letter : escaped(letter)));
const shortened = (text, most) => (text.length > most ? `${line(text.slice(0, most))}…` : line(text));

const number = new Intl.NumberFormat('en').format;

/** An element. Texts among its children are texts: nothing that came from a cloud is ever read as markup. */
const h = (tag, properties, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (typeof value === 'boolean') {
      element.toggleAttribute(name, value);
    } else {
      element.setAttribute(name, value);
    }
  }
  element.append(...children);
  return element;
};

/** A long name, which may break behind its marks before it breaks anywhere. Beyond all reason it is cut. */
const LONGEST_NAME = 2000;
const broken = (text) => shortened(text, LONGEST_NAME).split(/(?<=[/:._-])(?=[^/:._-])/).flatMap((part, index) => (index ? [document.createElement('wbr'), part] : [part]));

/** An instant in UTC, as the rest of the page writes it, and as the reader's clock shows it. */
const utc = (iso) => iso.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?Z$/, '$1 $2 UTC');
const local = (iso) => new Date(iso).toLocaleString(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'long' });

/** A table as CSV: RFC 4180, every cell quoted, and harmless where a spreadsheet would take it for a formula. */
const LONGEST_CELL = 32000;
const FORMULA = /^\s*[=+\-@\t\r\0＝＋－＠]|^[\t\r]/;
const csvCell = (text) => {
  const cut = text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL)}…` : text;
  const harmless = cut
    .split(/\r?\n/)
    .map((it) => (FORMULA.test(it) ? "'" : '') + line(it))
    .join('\n');
  return `"${harmless.replaceAll('"', '""')}"`;
};
const csv = (rows) => rows.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
