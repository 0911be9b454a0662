/** SHA-256 of texts, each after its length: as fingerprints are made. The browser's own is there for pages from some addresses only. */
const sha256 = (() => {
  const primes = [];
  for (let n = 2; primes.length < 64; n++) {
    if (primes.every((prime) => n % prime)) {
      primes.push(n);
    }
  }
  const fraction = (root) => ((root - Math.floor(root)) * 2 ** 32) >>> 0;
  const start = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
  const constants = primes.map((prime) => fraction(Math.cbrt(prime)));
  const turned = (word, bits) => (word >>> bits) | (word << (32 - bits));
  const schedule = new Int32Array(64);

  const block = (state, view, at) => {
    for (let i = 0; i < 64; i++) {
      if (i < 16) {
        schedule[i] = view.getInt32(at + i * 4);
      } else {
        const [x, y] = [schedule[i - 15], schedule[i - 2]];
        const first = turned(x, 7) ^ turned(x, 18) ^ (x >>> 3);
        const second = turned(y, 17) ^ turned(y, 19) ^ (y >>> 10);
        schedule[i] = schedule[i - 16] + first + schedule[i - 7] + second;
      }
    }
    let [a, b, c, d, e, f, g, last] = state;
    for (let i = 0; i < 64; i++) {
      const chosen = (e & f) ^ (~e & g);
      const one = last + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + chosen + constants[i] + schedule[i];
      const two = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
      [a, b, c, d, e, f, g, last] = [(one + two) | 0, a, b, c, (d + one) | 0, e, f, g];
    }
    [a, b, c, d, e, f, g, last].forEach((word, i) => {
      state[i] = (state[i] + word) | 0;
    });
  };

  return (...texts) => {
    const parts = texts.map((text) => new TextEncoder().encode(text));
    const length = parts.reduce((sum, part) => sum + 4 + part.length, 0);
    const bytes = new Uint8Array(((length + 8) >> 6) * 64 + 64);
    const view = new DataView(bytes.buffer);
    let at = 0;
    for (const part of parts) {
      view.setUint32(at, part.length);
      bytes.set(part, at + 4);
      at += 4 + part.length;
    }
    bytes[at] = 0x80;
    view.setUint32(bytes.length - 4, length * 8);
    const state = Int32Array.from(start);
    for (let i = 0; i < bytes.length; i += 64) {
      block(state, view, i);
    }
    return [...state].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
  };
})();
