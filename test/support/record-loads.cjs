// Preloaded into the CLI with --require: writes the files and built-in modules that were loaded into the file that LOADS names.
const { writeFileSync } = require('node:fs');
const Module = require('node:module');

const loaded = new Set();
const load = Module._load;
Module._load = function (request, parent, isMain) {
  loaded.add(Module.isBuiltin(request) ? request.replace(/^node:/, '') : Module._resolveFilename(request, parent, isMain));
  return load.call(this, request, parent, isMain);
};
process.on('exit', () => writeFileSync(process.env.LOADS, [...loaded].join('\n')));
