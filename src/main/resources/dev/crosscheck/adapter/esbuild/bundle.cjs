// Makes a classic script of a module. In: {modules, base, entry, locked, way, global}: the
// harness's node_modules, the folder to which messages are relative, the module (a file, or a
// package of the lock), the plugin's own node_modules or null for a first look, and in what form
// and under which name the plugin is looked for. Out: {script, imports, versions} or {errors}.
const { createRequire } = require('node:module');
const fs = require('node:fs');
const path = require('node:path');

const { modules, base, entry, locked, way, global } = JSON.parse(fs.readFileSync(0, 'utf8'));
const esbuild = createRequire(modules + '/')('esbuild');

const STDIN = '<crosscheck>';
const quoted = JSON.stringify(entry);
const at = (ending) => `window[${JSON.stringify(global + ending)}]`;
const contents = {
  // A script that is no module may set window.crosscheckPlugin itself.
  register: `import * as plugin from ${quoted};
const found = plugin.default;
if (${at('')} === undefined && found !== undefined) ${at('')} = found;`,
  action: `import * as plugin from ${quoted};
${at('')} = plugin.default;`,
  // As Segment's own bundles: the module runs when analytics.js calls the loader.
  classic: `${at('Deps')} = [];
${at('Loader')} = () => {
  const found = require(${quoted});
  ${at('Integration')} = found && found.default !== undefined ? found.default : found;
};`,
}[way];

const common = {
  stdin: { contents, resolveDir: path.dirname(path.isAbsolute(entry) ? entry : locked), sourcefile: STDIN },
  absWorkingDir: base,
  bundle: true,
  write: false,
  outfile: 'plugin.js',
  format: 'iife',
  platform: 'browser',
  metafile: true,
  logLevel: 'silent',
};

// A first look: without imports the module keeps its language level and its free names.
const asItIs = { ...common, target: 'esnext', packages: 'external', define: {} };
asItIs.define['process.env.NODE_ENV'] = 'process.env.NODE_ENV'; // esbuild would set one

// Minified, because esbuild's readable output names files by paths of this machine.
const bundled = {
  ...common,
  minify: true,
  target: 'es2019',
  define: { 'process.env.NODE_ENV': '"production"', global: 'window' },
  plugins: [{ name: 'locked', setup: fromTheLock }],
};

// Packages come from the plugin's lock, not from a node_modules that happens to lie beside it.
function fromTheLock(build) {
  build.onResolve({ filter: /^[^./]/ }, async (args) => {
    const ours = args.pluginData === 'locked' || args.kind === 'entry-point';
    if (ours || args.importer.includes('node_modules') || path.isAbsolute(args.path))
      return undefined;
    const how = { kind: args.kind, importer: args.importer, pluginData: 'locked' };
    const pinned = await build.resolve(args.path, { ...how, resolveDir: path.dirname(locked) });
    if (!pinned.errors.length) return pinned;
    const beside = await build.resolve(args.path, { ...how, resolveDir: args.resolveDir });
    if (!beside.path.includes('node_modules')) return beside;
    return { errors: [{ text: `Could not resolve "${args.path}" from package-lock.json` }] };
  });
}

function packageOf(file, top) {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    const manifest = path.join(folder, 'package.json');
    if (fs.existsSync(manifest)) {
      const { name, version } = JSON.parse(fs.readFileSync(manifest, 'utf8'));
      if (name && version) return { [name]: version };
    }
    if (folder === top || folder === path.dirname(folder)) return {};
  }
}

function versions(inputs) {
  const files = inputs.map((input) => path.resolve(base, input));
  const packaged = files.filter((file) => file.includes(path.sep + 'node_modules' + path.sep));
  const own = path.isAbsolute(entry) ? packageOf(entry, base) : {};
  return Object.assign(own, ...packaged.map((file) => packageOf(file, null)));
}

// A bundle that sets its globals itself neither imports nor exports, and is served as it is.
const isModule = ([, input]) => input.format !== undefined || input.imports.length > 0;

function told({ text, location, notes }) {
  const place = location && {
    file: location.file,
    line: location.line,
    column: location.column + 1,
  };
  return { text, location: place, notes: notes.map((note) => note.text) };
}

esbuild
  .build(locked === null ? asItIs : bundled)
  .then(
    ({ outputFiles, metafile }) => {
      const inputs = Object.entries(metafile.inputs).filter(
        ([name]) => path.basename(name) !== STDIN,
      );
      const built = outputFiles.find((file) => file.path.endsWith('.js')).text;
      return {
        script:
          way === 'register' || inputs.some(isModule) ? built : fs.readFileSync(entry, 'utf8'),
        imports: inputs.some(([, input]) => input.imports.length > 0),
        versions: versions(inputs.map(([name]) => name)),
      };
    },
    (failure) => ({ errors: (failure.errors || [{ text: String(failure), notes: [] }]).map(told) }),
  )
  .then((answer) => process.stdout.write(JSON.stringify(answer)));
