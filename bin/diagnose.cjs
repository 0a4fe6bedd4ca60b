#!/usr/bin/env node
'use strict';

/**
 * Runs the core from the code that V8 made of it when it was built, where this is the same V8; otherwise it is compiled like any
 * other file. Compiling is the largest part of a start.
 */
function startCore() {
  const { readFileSync } = require('node:fs');
  const Module = require('node:module');
  const path = require('node:path');
  const { Script } = require('node:vm');
  const file = path.join(__dirname, '../dist/chunks/core.cjs');
  let code;
  try {
    code = readFileSync(`${file}.code`);
  } catch {
    return;
  }
  const script = new Script(Module.wrap(readFileSync(file, 'utf8')), { filename: file, cachedData: code });
  if (script.cachedDataRejected) return;
  const core = new Module(file, module);
  core.filename = file;
  require.cache[file] = core;
  script.runInThisContext()(core.exports, Module.createRequire(file), core, file, path.dirname(file));
  core.loaded = true;
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`diagnose needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exitCode = 2;
} else {
  let main;
  try {
    startCore();
    main = require('../dist/main.cjs');
  } catch (error) {
    if (error.code !== 'MODULE_NOT_FOUND') throw error;
    console.error('Not built yet. Run: npm install');
    process.exitCode = 2;
  }
  if (main) main.run();
}
