// Large archives: how much memory they take, and how long a HAR file takes against JSON.parse alone, per byte: `npm run bench`. The
// files are made in a temporary folder and removed. Exits 1 beyond the limits.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32, deflateRawSync } from 'node:zlib';

const MB = 1e6;
const MAX_RESIDENT = 150 * MB;
const MAX_RATIO = 1;
const HAR = { bytes: 600 * MB, entries: 60_000 };
const SAZ_BYTES = 100 * MB;
/** One call in so many fails. */
const FAILS = 100;

const cli = fileURLToPath(new URL('../bin/diagnose.cjs', import.meta.url));
const { NODE_EXTRA_CA_CERTS: _certificates, NODE_OPTIONS: _options, ...env } = process.env;

/** A file that is written piece by piece. */
function writer(path) {
  const descriptor = openSync(path, 'w');
  let at = 0;
  return {
    position: () => at,
    write(bytes) {
      at += writeSync(descriptor, bytes);
    },
    close: () => closeSync(descriptor),
  };
}

const fields = (count, of, i) => Array.from({ length: count }, (_, k) => ({ name: `x-${of}-${k}`, value: `field ${k} of call ${i}` }));
const refusal = JSON.stringify({ error: { code: 402, message: 'Insufficient credits. Add more and try again.' } });
const answer = (i) => {
  const message = { role: 'assistant', content: 'An "answer" of some length that says little.\n'.repeat(4) };
  return JSON.stringify({ id: `call-${i}`, choices: Array.from({ length: 26 }, (_, index) => ({ index, message })) });
};

function entry(i) {
  const failed = i % FAILS === 0;
  const text = failed ? refusal : answer(i);
  return {
    startedDateTime: new Date(Date.UTC(2026, 10, 19) + i * 100).toISOString(),
    time: 212.5,
    request: {
      method: 'POST',
      url: `https://api.example.com/v1/chat/completions?call=${i}`,
      httpVersion: 'h2',
      headers: fields(14, 'request', i),
      queryString: [],
      cookies: [],
      postData: {
        mimeType: 'application/json',
        text: JSON.stringify({ model: 'example', messages: [{ role: 'user', content: 'Say it.' }] }),
      },
    },
    response: {
      status: failed ? 402 : 200,
      statusText: '',
      httpVersion: 'h2',
      headers: fields(18, 'response', i),
      cookies: [],
      content: { size: text.length, mimeType: 'application/json', text },
    },
    cache: {},
    timings: { blocked: -1, dns: -1, connect: -1, ssl: -1, send: 0.1, wait: 212.3, receive: 0.1 },
  };
}

/** Writes a HAR file of so many entries, each filled up so that they make so many bytes together. */
function writeHar(path, { bytes, entries }) {
  const file = writer(path);
  file.write('{"log":{"version":"1.2","creator":{"name":"bench","version":"1"},"entries":[\n');
  for (let i = 1; i <= entries; i++) {
    const one = entry(i);
    const length = Buffer.byteLength(JSON.stringify(one));
    const room = Math.floor((bytes * i) / entries) - file.position() - length;
    if (room > 0) one.response.content.text += ' '.repeat(room);
    file.write(`${i > 1 ? ',' : ''}${JSON.stringify(one)}`);
  }
  file.write(']}}');
  file.close();
}

/** The local header and the central directory's entry of a member (APPNOTE 4.3.7 and 4.3.12). */
function zipHeaders(name, packed, bytes, offset) {
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(20, 0);
  shared.writeUInt16LE(8, 4);
  shared.writeUInt32LE(crc32(bytes), 10);
  shared.writeUInt32LE(packed.length, 14);
  shared.writeUInt32LE(bytes.length, 18);
  shared.writeUInt16LE(name.length, 22);
  const signed = (signature, ...parts) => Buffer.concat([Buffer.from(signature), ...parts]);
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(offset, 10);
  return {
    local: signed('PK\u0003\u0004', shared, Buffer.from(name)),
    central: signed('PK\u0001\u0002', Buffer.from([20, 0]), shared, tail, Buffer.from(name)),
  };
}

/** Writes Fiddler's archive: sessions until the zip has so many bytes. */
function writeSaz(path, bytes) {
  const file = writer(path);
  const directory = [];
  const add = (name, content) => {
    const packed = deflateRawSync(content, { level: 1 });
    const { local, central } = zipHeaders(name, packed, content, file.position());
    file.write(local);
    file.write(packed);
    directory.push(central);
  };
  let session = 0;
  while (file.position() < bytes) {
    session += 1;
    const failed = session % FAILS === 0;
    // What cannot be packed: so that the zip has far fewer members than 65,535, from which on it would need Zip64.
    const blob = randomBytes(7000).toString('base64');
    const body = failed ? refusal : `${answer(session)}\n${blob}`;
    add(`raw/${session}_c.txt`, Buffer.from(`POST https://api.example.com/v1/chat?${session} HTTP/1.1\r\nHost: api.example.com\r\n\r\n{}`));
    add(`raw/${session}_m.xml`, Buffer.from('<Session><SessionTimers ClientBeginRequest="2026-11-19T15:20:00.1234567+01:00" /></Session>'));
    add(`raw/${session}_s.txt`, Buffer.from(`HTTP/1.1 ${failed ? 402 : 200} X\r\nContent-Type: application/json\r\n\r\n${body}`));
  }
  const start = file.position();
  for (const each of directory) file.write(each);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(file.position() - start, 12);
  end.writeUInt32LE(start, 16);
  file.write(end);
  file.close();
  return session;
}

/** Tells the peak of a process's memory (bytes) and its time on processors (ms) at its end, on a descriptor of its own. */
const MEASURE = `data:text/javascript,${encodeURIComponent(
  `import { writeSync } from 'node:fs';
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    writeSync(3, JSON.stringify({ rss: maxRSS * 1024, cpu: (userCPUTime + systemCPUTime) / 1000 }));
  });`,
)}`;

function measured(args, code) {
  const from = performance.now();
  const { status, stderr, stdout, output } = spawnSync(process.execPath, ['--import', MEASURE, ...args], {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    maxBuffer: 2 ** 26,
  });
  const ms = performance.now() - from;
  if (status !== code) throw new Error(`${args.at(-1)} ended with ${status} and not ${code}: ${stderr}${stdout.slice(0, 500)}`);
  return { ms, stdout, ...JSON.parse(output[3]) };
}

if (!existsSync(fileURLToPath(new URL('../dist/main.cjs', import.meta.url)))) throw new Error('Not built yet. Run: npm install');
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const removeAll = () => rmSync(folder, { recursive: true, force: true });
process.once('SIGINT', () => {
  removeAll();
  process.exitCode = 130;
});

try {
  const [har, half, saz] = ['call.har', 'half.har', 'call.saz'].map((name) => join(folder, name));
  writeHar(har, HAR);
  writeHar(half, { bytes: HAR.bytes / 2, entries: HAR.entries / 2 });
  const sessions = writeSaz(saz, SAZ_BYTES);

  // In a process of its own: what it allocates must not slow anything else. Time on processors, as other programs do not count.
  const parse = `const text = require('node:fs').readFileSync(process.argv[1], 'utf8');
    const from = process.cpuUsage(); JSON.parse(text);
    const { user, system } = process.cpuUsage(from); console.log((user + system) / 1000);`;
  // In turns, so that a slow moment of the machine meets both; the best of each is what it takes.
  const turns = Array.from({ length: 3 }, () => ({
    parsed: Number(measured(['-e', parse, half], 0).stdout),
    read: measured([cli, har, '--offline'], 1),
  }));
  const parsed = Math.min(...turns.map((turn) => turn.parsed));
  const best = (member) => Math.min(...turns.map(({ read }) => read[member]));
  const read = { ms: best('ms'), cpu: best('cpu'), rss: Math.max(...turns.map((turn) => turn.read.rss)) };
  const unzipped = measured([cli, saz, '--offline'], 1);
  const listed = measured([cli, har, '--list'], 1);

  const ratio = read.cpu / statSync(har).size / (parsed / statSync(half).size);
  const show = (name, { ms, cpu, rss }) =>
    console.log(
      `${name.padEnd(34)} ${(ms / 1000).toFixed(2).padStart(6)} s ${(cpu / 1000).toFixed(2).padStart(6)} s ${(rss / MB).toFixed(0).padStart(5)} MB`,
    );
  console.log(`\nArchives, node ${process.versions.node}: time of the whole process, on processors, and peak memory\n`);
  show(`${statSync(har).size / MB} MB HAR, ${HAR.entries} entries`, read);
  show('the same, --list', listed);
  show(`${Math.round(statSync(saz).size / MB)} MB saz, ${sessions} sessions`, unzipped);
  console.log(`JSON.parse of half of the HAR, alone:     ${(parsed / 1000).toFixed(2)} s on processors; per byte x${ratio.toFixed(2)}`);
  const beyond = [
    ...[read, listed, unzipped]
      .filter(({ rss }) => rss > MAX_RESIDENT)
      .map(({ rss }) => `${(rss / MB).toFixed(0)} MB is more than ${MAX_RESIDENT / MB} MB.`),
    ...(ratio > MAX_RATIO ? [`x${ratio.toFixed(2)} is more than x${MAX_RATIO.toFixed(2)}.`] : []),
  ];
  for (const each of beyond) console.log(`\n${each}`);
  if (beyond.length > 0) process.exitCode = 1;
} finally {
  removeAll();
}
