import { UnreadableInput, type Capture, type Captured } from '../model/capture.ts';
import type { HeaderField, RawExchange } from '../model/exchange.ts';
import { basic, withDefaults } from '../parse/request-parts.ts';
import { newShell, readCommand } from '../parse/shell-words.ts';

const START = /^[ \t]{0,16}(?:[$%❯➜#][ \t]+)?(?:(?:sudo|time)[ \t]+)?(?=wget[ \t])/;
const ASSIGNS = /^[ \t]{0,16}(?:[$%][ \t]+)?(?:export[ \t]+)?[A-Za-z_]\w{0,63}=/;
const OWN_LINES = /^[ \t]*(?:$|#|```|set [-+]|(?:[$%][ \t]+)?(?:export[ \t]+)?[A-Za-z_]\w{0,63}=)/;
const MAX_RUNS = 500;

const words = (text: string): string[] => text.trim().split(/\s+/);

/** What each single letter with a value stands for (GNU Wget's manual). */
const SHORT: Record<string, string> = {
  U: 'user-agent',
  T: 'timeout',
  O: 'output-document',
  o: 'output-file',
  a: 'append-output',
  e: 'execute',
  t: 'tries',
  P: 'directory-prefix',
  w: 'wait',
  Q: 'quota',
  A: 'accept',
  R: 'reject',
  D: 'domains',
  l: 'level',
  B: 'base',
  i: 'input-file',
  I: 'include-directories',
  X: 'exclude-directories',
};

/** Take a value, and change neither the request nor where it goes. */
const OUTPUT_VALUES = new Set(
  words(`output-document output-file append-output tries directory-prefix wait waitretry quota progress limit-rate cut-dirs
  default-page read-timeout dns-timeout connect-timeout save-cookies retry-on-http-error report-speed restrict-file-names`),
);
/** Take no value, and decide what is sent. */
const UNUSED_FLAGS = new Set(words('no-proxy https-only spider recursive page-requisites continue timestamping mirror warc-file'));
/** Take a value that is used. */
const USED = new Set(
  words(`header method post-data body-data post-file body-file user password http-user http-password user-agent referer timeout`),
);

type Options = { values: Map<string, string>; headers: string[]; flags: Set<string>; urls: string[] };

function optionsOf(argv: readonly string[], warnings: string[]): Options {
  const options: Options = { values: new Map(), headers: [], flags: new Set(), urls: [] };
  const take = (name: string, shown: string, value: string | undefined): void => {
    if (value === undefined) warnings.push(`${shown} has no value.`);
    else if (name === 'header') options.headers.push(value);
    else if (USED.has(name)) options.values.set(name, value);
    else if (!OUTPUT_VALUES.has(name)) warnings.push(`${shown} is not used.`);
  };
  for (let i = 0; i < argv.length; i += 1) {
    const word = argv[i]!;
    if (word === '--' || word === '-') continue;
    if (word.startsWith('--')) {
      const [name = '', ...value] = word.slice(2).split('=');
      if (value.length > 0) take(name, `--${name}`, value.join('='));
      else if (USED.has(name) || OUTPUT_VALUES.has(name)) take(name, word, argv[++i]);
      else {
        options.flags.add(name);
        if (UNUSED_FLAGS.has(name)) warnings.push(`${word} is not used.`);
      }
    } else if (word.startsWith('-')) {
      for (let at = 1; at < word.length; at += 1) {
        const name = SHORT[word[at]!];
        if (name === undefined) continue;
        const rest = word.slice(at + 1);
        take(name, `-${word[at]!}`, rest === '' ? argv[++i] : rest);
        break;
      }
    } else options.urls.push(word);
  }
  return options;
}

function exchangesOf(argv: readonly string[], line: number, warnings: string[]): RawExchange[] {
  const { values, headers: given, flags, urls } = optionsOf(argv, warnings);
  const headers = given.flatMap((field): HeaderField[] => {
    const at = field.indexOf(':');
    return at > 0 ? [{ name: field.slice(0, at).trim(), value: field.slice(at + 1).trim() }] : [];
  });
  const posted = values.get('post-data') ?? (values.has('post-file') ? undefined : values.get('body-data'));
  const file = values.get('post-file') ?? values.get('body-file');
  if (file !== undefined) warnings.push(`What the file ${file.slice(0, 100)} holds is not known here.`);
  const user = values.get('http-user') ?? values.get('user');
  const isPost = values.has('post-data') || values.has('post-file');
  const defaults: [string, string | undefined][] = [
    ['Authorization', user === undefined ? undefined : basic(user, values.get('http-password') ?? values.get('password') ?? '')],
    ['User-Agent', values.get('user-agent')],
    ['Referer', values.get('referer')],
    ['Content-Type', isPost || values.has('body-data') || values.has('body-file') ? 'application/x-www-form-urlencoded' : undefined],
  ];
  const seconds = Number(values.get('timeout'));
  const send = {
    followRedirects: true,
    ...(seconds > 0 && { timeoutSeconds: seconds }),
    ...(flags.has('no-check-certificate') && { insecure: true }),
  };
  return urls.map((url) => ({
    source: { shape: 'wget-command', line },
    request: {
      method: values.get('method')?.toUpperCase() ?? (isPost ? 'POST' : 'GET'),
      url: /^[a-z][a-z\d+.-]*:\/\//i.test(url) ? url : `http://${url}`,
      headers: withDefaults(
        headers,
        defaults.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [{ name, value }])),
      ),
      ...(posted !== undefined && { body: posted }),
      send,
    },
  }));
}

type Run = { argv: string[]; line: number };
type Script = { runs: Run[]; /** Something else than commands stands in the text. */ other: boolean; warnings: string[] };

function read(text: string): Script {
  const script: Script = { runs: [], other: false, warnings: [] };
  const shell = newShell();
  const unknown = new Set<string>();
  let line = 1;
  for (let at = 0; at < text.length && script.runs.length < MAX_RUNS;) {
    const lineBreak = text.indexOf('\n', at);
    let next = lineBreak < 0 ? text.length : lineBreak + 1;
    const shown = text.slice(at, Math.min(next, at + 400)).trimEnd();
    const start = START.exec(shown);
    if (start) {
      const command = readCommand(text, at + start[0].length, shell);
      next = Math.max(command.end, at + 1);
      if (!/[\n;&|]/.test(command.operator) && command.operator !== '') script.other = true;
      if (command.words.length > 1) script.runs.push({ argv: command.words.slice(1), line });
      for (const raw of command.unknown) unknown.add(/^\$\{?\w+\}?$/.test(raw) ? raw : '$(…)');
      // What follows a `|`, `&&` or `;` on the line is another program's.
      if (command.operator !== '\n' && command.operator !== '') {
        const rest = text.indexOf('\n', next);
        next = rest < 0 ? text.length : rest + 1;
      }
    } else if (ASSIGNS.test(shown)) {
      const command = readCommand(text, at + (/^[ \t]*(?:[$%][ \t]+)?/.exec(shown)?.[0].length ?? 0), shell);
      if (command.unclosed === undefined) next = Math.max(command.end, at + 1);
    } else if (!OWN_LINES.test(shown)) script.other = true;
    line += text.slice(at, next).split('\n').length - 1;
    at = next;
  }
  if (unknown.size > 0) script.warnings.push(`The input does not say what ${[...unknown].join(', ')} stands for: it is left as written.`);
  return script;
}

export default {
  title: 'A wget command',
  madeBy: 'a terminal, a script',
  recognise(text) {
    if (!/\bwget[ \t]/.test(text.slice(0, 65_536))) return 0;
    const { runs, other } = read(text.slice(0, 65_536));
    return runs.length > 0 && !other && runs.some(({ argv }) => argv.some((word) => /[:/.$]/.test(word))) ? 0.85 : 0;
  },
  read(text): Captured {
    const { runs, warnings } = read(text);
    const exchanges = runs.flatMap(({ argv, line }) => exchangesOf(argv, line, warnings));
    if (exchanges.length === 0)
      throw new UnreadableInput('The wget command names no URL.', 'Give the command as it was typed, with its URL.');
    return { exchanges, warnings: [...new Set(warnings)] };
  },
} satisfies Capture;
