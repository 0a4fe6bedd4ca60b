// What the number of vendors costs: one diagnosis with the catalogue as it is, against the same with every profile a hundred
// times over under other names, words and hosts. Exits 1 above LIMIT. The table of signs is made by the build;
// its parts are read when first needed, and the time of that first diagnosis is printed beside.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { unitIndex } from '../build.mjs';

const LIMIT = 1.3;
const COPIES = 100;
const RUNS = 40;
const BATCH = 20;

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));

/** The conductor's parts, as one module. */
async function parts() {
  const entry = '\0bench';
  const code = `export { default as catalogue } from '#units/signs/providers';
export { default as challenges } from '#units/challenges';
export { default as message } from '#units/one/captures/http-message';
export { default as profiles } from '#units/providers';
export { compileSigns, signsOf } from ${JSON.stringify(path('src/interpret/signs.ts'))};
export { readExchange } from ${JSON.stringify(path('src/interpret/read.ts'))};
export { sealExchange } from ${JSON.stringify(path('src/parse/seal.ts'))};`;
  const bundle = await rolldown({
    input: entry,
    platform: 'node',
    plugins: [
      unitIndex(),
      { name: 'entry', resolveId: (id) => (id === entry ? id : undefined), load: (id) => (id === entry ? code : undefined) },
    ],
    onLog() {},
  });
  const { output } = await bundle.generate({ format: 'esm', codeSplitting: false });
  await bundle.close();
  return import(`data:text/javascript;base64,${Buffer.from(output[0].code).toString('base64')}`);
}

/** Every profile so many times over; what tells it apart gets a number, so that no two copies share a sign. */
function repeated() {
  const copies = {};
  for (let i = 0; i < COPIES; i++) {
    const other = (sign) => (i === 0 ? sign : sign.replace(/[a-z]{3}/i, (letters) => `${letters}${i}`));
    for (const [id, profile] of Object.entries(profiles)) {
      const { title, kind, hosts, ownHeaders, ownWords, names = [], keys } = signsOf(profile);
      const [renamedHosts, headers, words, called, shapes] = [hosts, ownHeaders, ownWords, names, keys].map((signs) => signs.map(other));
      copies[i === 0 ? id : `${id}-${i}`] = {
        title: `${title} ${i}`,
        kind,
        hosts: renamedHosts,
        ownHeaders: headers,
        ownWords: words,
        names: called,
        keys: shapes,
      };
    }
  }
  return {
    signs: compileSigns(copies),
    profiles: Object.fromEntries(Object.keys(copies).map((id) => [id, () => profiles[id.replace(/-\d+$/, '')] ?? profiles[id]])),
  };
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

const { catalogue, challenges, compileSigns, message, profiles, readExchange, sealExchange, signsOf } = await parts();
const inputs = ['openrouter-402'].map((name) => readFileSync(path(`fixtures/cases/${name}/input.txt`), 'utf8'));
const large = `HTTP/1.1 429 Too Many Requests\r\ncontent-type: application/json\r\n\r\n${JSON.stringify({ error: { message: 'Rate limit reached. '.repeat(400) } })}`;
const exchanges = [...inputs, large].map((text) => sealExchange(message.read(text).exchanges[0]));
const diagnose = async (of) => {
  const from = performance.now();
  for (let i = 0; i < BATCH; i++)
    for (const exchange of exchanges) await readExchange(exchange, { now: new Date(), catalogue: of, challenges });
  return (performance.now() - from) / BATCH / exchanges.length;
};

const many = repeated();
const count = (of) => Object.keys(of.profiles).length;
await diagnose(catalogue);
const started = performance.now();
for (const exchange of exchanges) await readExchange(exchange, { now: new Date(), catalogue: many, challenges });
const indexed = performance.now() - started;
await diagnose(many);
const times = [[], []];
for (let i = 0; i < RUNS; i++) {
  times[0].push(await diagnose(catalogue));
  times[1].push(await diagnose(many));
}
const [one, hundred] = times.map(median);
const ratio = hundred / one;
console.log(`\none diagnosis, ${count(catalogue)} profiles     median ${one.toFixed(3)} ms`);
console.log(
  `one diagnosis, ${count(many)} profiles   median ${hundred.toFixed(3)} ms   x${ratio.toFixed(2)} (the first, which reads the table's parts: ${indexed.toFixed(0)} ms)`,
);
if (ratio > LIMIT) {
  console.log(`\nx${ratio.toFixed(2)} is more than x${LIMIT.toFixed(2)}.`);
  process.exitCode = 1;
}
