// Parses Bicep with the grammar of tree-sitter and names every line that it cannot read. A grammar is no compiler: types,
// properties of resources and scopes are not checked here (the tests check names and references, CI asks the compiler).
//   node tests/bicep/check.mjs PACKAGES FILE...
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [packages, ...files] = process.argv.slice(2);
const { Parser, Language } = await import(pathToFileURL(join(packages, 'web-tree-sitter/web-tree-sitter.js')).href);
await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(join(packages, 'tree-sitter-bicep/tree-sitter-bicep.wasm')));

function* faults(node) {
  if (node.isError || node.isMissing) yield node;
  else for (const child of node.children) if (child.hasError || child.isMissing) yield* faults(child);
}

// A checker that finds nothing wrong with anything would pass everything.
if (!parser.parse("param x string =\nresource r 'a@b' = {\n").rootNode.hasError) {
  console.error('The Bicep grammar accepts what is no Bicep.');
  process.exit(2);
}

let broken = 0;
for (const file of files) {
  for (const fault of faults(parser.parse(readFileSync(file, 'utf8')).rootNode)) {
    const what = fault.isMissing ? `'${fault.type}' is missing` : `cannot be read: ${JSON.stringify(fault.text.slice(0, 60))}`;
    console.error(`${file}(${fault.startPosition.row + 1},${fault.startPosition.column + 1}): ${what}`);
    broken++;
  }
}
console.log(`${files.length} Bicep files, ${broken} faults`);
process.exit(broken === 0 ? 0 : 1);
