// How long `diagnose check` takes for 200 checks, 20 at a time, against a server on loopback that answers after 20 ms: `npm run bench`.
//
// Compared: the whole process with all 200 checks, against the ideal. The ideal is 200 / 20 x 20 ms = 200 ms of waiting that nobody
// can avoid, and the start: the whole process with one of the same checks out of the same file, less its own 20 ms. The start so
// holds the loading of node and the tool, the reading of the whole file and the printing. The two are run in turns, and the best of each
// is what it takes: what else the machine does only adds. Exits 1 where the ratio is above LIMIT.
import { fork, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const LIMIT = 1.2;
const CHECKS = 200;
const JOBS = 20;
const ANSWER_MS = 20;
const RUNS = 9;
const SERVE = 'serve';

/** In a process of its own, so that its work is not the tool's. */
function serve() {
  const server = createServer((_, response) =>
    setTimeout(() => response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}'), ANSWER_MS),
  );
  server.listen(0, '127.0.0.1', () => process.send(server.address().port));
}

async function bench() {
  const cli = fileURLToPath(new URL('../bin/diagnose.cjs', import.meta.url));
  if (!existsSync(fileURLToPath(new URL('../dist/main.cjs', import.meta.url)))) throw new Error('Not built yet. Run: npm install');
  const { NODE_EXTRA_CA_CERTS: _certificates, NODE_OPTIONS: _options, ...env } = process.env;
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const server = fork(fileURLToPath(import.meta.url), [SERVE]);
  try {
    const port = await new Promise((resolve) => server.once('message', resolve));
    const file = join(folder, 'diagnose.json');
    const check = (_, i) => ({
      name: `check ${i}`,
      request: { url: `http://127.0.0.1:${port}/${i}` },
      expect: { status: 200, json: [{ path: 'ok', equals: true }] },
    });
    writeFileSync(file, JSON.stringify({ checks: Array.from({ length: CHECKS }, check) }));
    const run = (more) => {
      const from = performance.now();
      const args = [cli, 'check', file, '--jobs', String(JOBS), '--format', 'json', ...more];
      const { status, stdout, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8', maxBuffer: 2 ** 26 });
      const ms = performance.now() - from;
      if (status !== 0) throw new Error(`diagnose check ended with ${status}: ${stderr}${stdout.slice(0, 500)}`);
      return { ms, own: JSON.parse(stdout).summary.tookMs };
    };
    // One run of each is not counted; then in turns, so that a slow moment of the machine meets both.
    const turns = Array.from({ length: RUNS + 1 }, () => ({ one: run(['--only', 'check 0']), all: run([]) })).slice(1);
    const start = Math.min(...turns.map(({ one }) => one.ms)) - ANSWER_MS;
    const whole = Math.min(...turns.map(({ all }) => all.ms));
    const ideal = start + (CHECKS / JOBS) * ANSWER_MS;
    const ratio = whole / ideal;
    const ms = (value) => `${value.toFixed(0).padStart(5)} ms`;
    console.log(`\n${CHECKS} checks, ${JOBS} at a time, answers after ${ANSWER_MS} ms: the best of ${RUNS} runs of each\n`);
    console.log(`start                       ${ms(start)}   the process with one check, less its ${ANSWER_MS} ms`);
    console.log(`ideal                       ${ms(ideal)}   start + ${CHECKS} / ${JOBS} x ${ANSWER_MS} ms`);
    console.log(`whole process, ${CHECKS} checks   ${ms(whole)}   x${ratio.toFixed(2)} of the ideal`);
    console.log(
      `of that, the run itself     ${ms(Math.min(...turns.map(({ all }) => all.own)))}   from the first request to the last result`,
    );
    if (ratio > LIMIT) {
      console.log(`\nx${ratio.toFixed(2)} is more than x${LIMIT.toFixed(2)}.`);
      process.exitCode = 1;
    }
  } finally {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[2] === SERVE) serve();
else await bench();
