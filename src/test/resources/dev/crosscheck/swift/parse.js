// Says of each Swift file that it is given what the grammar cannot read: 'file:line:column: what', a line each.
const fs = require("fs");
const path = require("path");

const [modules, ...files] = process.argv.slice(2);
const Parser = require(path.join(modules, "tree-sitter"));
const parser = new Parser();
parser.setLanguage(require(path.join(modules, "tree-sitter-swift")));

function troubles(node) {
  const own = node.isError ? ["ERROR"] : node.isMissing ? [`MISSING ${node.type}`] : [];
  const where = `${node.startPosition.row + 1}:${node.startPosition.column + 1}`;
  return own.map((what) => `${where}: ${what}`).concat(node.children.flatMap(troubles));
}

for (const file of files) {
  const text = fs.readFileSync(file, "utf8");
  const tree = parser.parse((at) => text.slice(at, at + 8192));
  const found = troubles(tree.rootNode);
  found.forEach((trouble) => console.log(`${file}:${trouble}`));
  if (found.length === 0 && tree.rootNode.hasError) {
    console.log(`${file}:1:1: ERROR`);
  }
}
console.log(`read ${files.length} files`);
