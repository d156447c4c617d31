// Writes decompositions.txt, and prints the digests that NormalizationTests expects. Run by hand when a new version of
// Unicode matters: node generate.mjs. The data is Unicode's own (https://www.unicode.org/Public, Unicode-3.0 licence).
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';

const hex = text => [...text].map(c => c.codePointAt(0).toString(16).toUpperCase()).join(' ');
const all = [];
for (let code = 0; code <= 0x10FFFF; code++) {
  if (code < 0xD800 || code > 0xDFFF) all.push(String.fromCodePoint(code));
}

// Hangul syllables are computed, not listed.
const listed = all.filter(c => c.codePointAt(0) < 0xAC00 || c.codePointAt(0) > 0xD7A3);
const canonical = listed.filter(c => c.normalize('NFD') !== c);
const compatible = listed.filter(c => c.normalize('NFKD') !== c.normalize('NFD'));
const composed = canonical.filter(c => c.normalize('NFC') === c).map(c => {
  const parts = [...c.normalize('NFD')];
  return [parts.slice(0, -1).join('').normalize('NFC') + parts.at(-1), c];
});

// No interface of JavaScript tells the combining class, only whether two marks change places: of two marks the one
// that is moved in front has the lower class. So the classes are numbered in their order, which is all that counts.
const marks = all.filter(c => /^\p{M}$/u.test(c) && c.normalize('NFD') === c);
const before = (a, b) => ('a' + b + a).normalize('NFD') === 'a' + a + b && a !== b;
// eslint-free
const moving = marks.filter(m => before(m, '\u0301') || before('\u0301', m) || before(m, '\u0323') || before('\u0323', m));
const groups = [];
for (const mark of moving) {
  const group = groups.find(g => !before(g[0], mark) && !before(mark, g[0]));
  if (group) group.push(mark); else groups.push([mark]);
}
groups.sort((a, b) => before(a[0], b[0]) ? -1 : 1);

function* packed(title, entries) {
  yield `# ${title}`;
  let line = '';
  for (const entry of entries) {
    if (line.length + entry.length > 116) {
      yield line;
      line = '';
    }
    line += (line ? ';' : '') + entry;
  }
  yield line;
}

writeFileSync('decompositions.txt', [
  `# Unicode ${process.versions.unicode}, written by generate.mjs`,
  ...packed('classes', groups.map((g, i) => `${i + 1}=${g.map(hex).join(' ')}`).flatMap(split)),
  ...packed('canonical', canonical.map(c => `${hex(c)}=${hex(c.normalize('NFD'))}`)),
  ...packed('compatible', compatible.map(c => `${hex(c)}=${hex(c.normalize('NFKD'))}`)),
  ...packed('pairs', composed.map(([pair, c]) => `${hex(c)}=${hex(pair)}`)),
].join('\n') + '\n');

function split(entry) {
  const [number, codes] = entry.split('=');
  const words = codes.split(' ');
  const lines = [];
  for (let i = 0; i < words.length; i += 16) lines.push(`${number}=${words.slice(i, i + 16).join(' ')}`);
  return lines;
}

for (const form of ['NFC', 'NFKC']) {
  const digest = createHash('sha256');
  for (const c of all) digest.update(c.normalize(form) + '\n', 'utf8');
  console.log(form, digest.digest('hex'));
}
