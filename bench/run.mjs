// How long a piped response takes to be diagnosed, against a bare start of node: `npm run bench`. Exits 1 where the ratio of
// the medians is above LIMIT. NODE_EXTRA_CA_CERTS slows every start of node, so it is left out.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const LIMIT = 2;
const RUNS = 20;

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const { NODE_EXTRA_CA_CERTS: _, NODE_OPTIONS: __, ...env } = process.env;
const input = readFileSync(path('fixtures/cases/openrouter-402/input.txt'));
const diagnose = [path('bin/diagnose.cjs'), '-'];
const commands = [
  { name: 'node -e 0', args: ['-e', '0'], exit: 0 },
  { name: 'diagnose - (text)', args: diagnose, exit: 1 },
  { name: 'diagnose - (json)', args: [...diagnose, '--format', 'json'], exit: 1 },
];

/** Milliseconds from start to end of one run. */
function run({ name, args, exit }) {
  const from = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { input, env, encoding: 'utf8' });
  const took = performance.now() - from;
  if (status !== exit) throw new Error(`${name} ended with ${status} and not ${exit}: ${stderr}`);
  return took;
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 0 ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle];
}

if (!existsSync(path('dist/main.cjs'))) throw new Error('Not built yet. Run: npm install');

// One run of each is not counted; then in turns, so that a slow moment of the machine meets all of them.
const times = commands.map(() => []);
for (let i = -1; i < RUNS; i++) {
  commands.forEach((command, at) => {
    const took = run(command);
    if (i >= 0) times[at].push(took);
  });
}

const [bare, ...rest] = times.map(median);
console.log(`${RUNS} runs of each in turns, node ${process.versions.node}, NODE_EXTRA_CA_CERTS unset\n`);
commands.forEach(({ name }, at) => {
  const ms = median(times[at]);
  console.log(`${name.padEnd(18)} median ${ms.toFixed(1).padStart(6)} ms   x${(ms / bare).toFixed(2)}`);
});
const worst = Math.max(...rest) / bare;
if (worst > LIMIT) {
  console.log(`\nx${worst.toFixed(2)} is more than x${LIMIT.toFixed(2)}.`);
  process.exitCode = 1;
}

await import('./catalogue.mjs');
await import('./har.mjs');
await import('./check.mjs');
await import('./probes.mjs');
