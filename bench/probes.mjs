// Whether the probes really ask side by side: each alone, and all at once, against servers on loopback that wait before they
// answer. Exits 1 where all at once take longer than the slowest alone and LIMIT.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { unitIndex } from '../build.mjs';

const LIMIT = 100;
const WAIT = 500;

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));

/** The probes and what asks them, as one module. */
async function parts() {
  const entry = '\0bench';
  const code = `export { default as probes } from '#units/evidence';
export { gather } from ${JSON.stringify(path('src/evidence/world/gather.ts'))};
export { sealExchange } from ${JSON.stringify(path('src/parse/seal.ts'))};`;
  const bundle = await rolldown({
    input: entry,
    platform: 'node',
    // Only what counts tokens needs them, and nothing here does.
    external: [/^gpt-tokenizer/, /^@pydantic\//],
    plugins: [
      unitIndex(),
      { name: 'entry', resolveId: (id) => (id === entry ? id : undefined), load: (id) => (id === entry ? code : undefined) },
    ],
    onLog() {},
  });
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const file = join(folder, 'probes.mjs');
    await bundle.write({ format: 'esm', file, codeSplitting: false });
    return await import(file);
  } finally {
    await bundle.close();
    rmSync(folder, { recursive: true });
  }
}

/** A server that answers everything after WAIT with what every probe can read. */
async function slowServer() {
  const body = JSON.stringify({ status: { indicator: 'none', description: 'All well' }, incidents: [], credits: 1 });
  const server = createServer((_request, response) =>
    setTimeout(() => response.setHeader('content-type', 'application/json').end(body), WAIT),
  );
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, origin: `http://127.0.0.1:${server.address().port}` };
}

const { probes, gather, sealExchange } = await parts();
const network = Object.fromEntries(Object.entries(probes).filter(([, probe]) => 'plan' in probe));
const hosts = ['api', 'billing', 'status'];
const servers = await Promise.all(hosts.map(slowServer));
const origins = Object.fromEntries(hosts.map((host, i) => [`https://${host}.example.com`, servers[i].origin]));

const key = { name: 'X-Api-Key', value: `sk-demo-${'0123456789abcdef'.repeat(3)}` };
const exchange = sealExchange({
  source: { shape: 'bench' },
  request: { method: 'GET', url: 'https://api.example.com/v1/things', headers: [key] },
  response: { status: 402, headers: [{ name: 'X-Cache', value: 'HIT' }] },
});
const provider = {
  id: 'example',
  title: 'Example',
  kind: 'vendor',
  hosts: ['api.example.com'],
  keys: [],
  keyHeader: 'x-api-key',
  statusPage: { page: 'https://status.example.com', api: { kind: 'statuspage', url: 'https://status.example.com/api/v2/summary.json' } },
  balance: { url: 'https://billing.example.com/balance', keyHeader: 'x-api-key', read: { remaining: 'credits' } },
  knownGood: { method: 'GET', url: 'https://api.example.com/v1/models', says: 'Lists models.' },
};

/** Milliseconds that these probes take. Throws where one has nothing to ask: then nothing is measured. */
async function time(asked) {
  const from = performance.now();
  const { answers } = await gather(asked, { exchange, provider }, { now: () => new Date(), replay: true, origins });
  const took = performance.now() - from;
  for (const [id, { outcome, why }] of Object.entries(answers)) if (outcome !== 'answered') throw new Error(`${id}: ${why}`);
  return took;
}

try {
  // The first call loads what sends.
  await time(network);
  const alone = [];
  for (const [id, probe] of Object.entries(network)) alone.push(await time({ [id]: probe }));
  const slowest = Math.max(...alone);
  const together = await time(network);
  const over = together - slowest;
  console.log(
    `\n${alone.length} probes, each answered after ${WAIT} ms   slowest alone ${slowest.toFixed(0)} ms, all at once ${together.toFixed(0)} ms (${over < 0 ? '' : '+'}${over.toFixed(0)} ms)`,
  );
  if (over > LIMIT) {
    console.log(`\nAll at once may take ${LIMIT} ms more than the slowest alone.`);
    process.exitCode = 1;
  }
} finally {
  for (const { server } of servers) server.close().closeAllConnections();
}
