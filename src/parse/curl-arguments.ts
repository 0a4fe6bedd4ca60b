/** Makes the request that a curl command line stands for, with curl's own defaults (curl's manual page). */
import type { HeaderField, HttpRequest, RawExchange, SendOptions, Source } from '../model/exchange.ts';
import { configWords } from './curl-config.ts';
import { formPart } from './curl-form.ts';
import { OTHER_AUTHENTICATION, OTHER_FLAGS, OUTPUT_VALUES, SHORT, UNUSED_FLAGS, UNUSED_VALUES } from './curl-options.ts';
import { BOUNDARY, multipartBody, type FormPart } from './multipart.ts';

/** One exchange, and one more for each `--next`. */
export type CurlReading = { exchanges: [RawExchange, ...RawExchange[]]; warnings: string[] };

export type CurlReadingOptions = {
  /** Where the command was found; without it, the shape is "curl-command". */
  source?: Source;
  /** Gives what a file named by `@file` holds, or undefined where it cannot be read; `-` is standard input. */
  readFile?(name: string): string | undefined;
};

/** What the options said so far. */
type Draft = {
  urls: string[];
  method?: string;
  headers: HeaderField[];
  /** Lower-case names of defaults that `-H 'Name:'` takes away. */
  removed: Set<string>;
  data?: string;
  json: boolean;
  form: FormPart[] | undefined;
  get: boolean;
  head: boolean;
  upload?: { name: string; body: string | undefined };
  /** Something of the body could not be read. */
  incomplete: boolean;
  query: string[];
  cookies: string[];
  user?: string;
  otherAuthentication: boolean;
  bearer?: string;
  agent?: string;
  referer?: string;
  range?: string;
  proxy?: string;
  proxyUser?: string;
  scheme: string;
  send: SendOptions;
  globbing: boolean;
  warnings: string[];
  /** The command that this request is one of. */
  command: Command;
};

/** What the requests of one command share. */
type Command = {
  drafts: [Draft, ...Draft[]];
  warnings: string[];
  /** Config files that were read: they may name each other in a circle. */
  configs: number;
  readFile(name: string): string | undefined;
};

const MAX_CONFIGS = 10;
const MAX_REQUESTS = 1000;

type OnValue = (draft: Draft, value: string, option: string) => void;

/** The options with a value that are used. */
const VALUES: Record<string, OnValue> = {
  url: (draft, value) => draft.urls.push(value),
  request: (draft, value) => (draft.method = value),
  header: addHeader,
  data: (draft, value, option) => addData(draft, fileOr(draft, value, option, withoutLineEnds)),
  'data-ascii': (draft, value, option) => addData(draft, fileOr(draft, value, option, withoutLineEnds)),
  'data-binary': (draft, value, option) => addData(draft, fileOr(draft, value, option)),
  'data-raw': (draft, value) => addData(draft, value),
  'data-urlencode': (draft, value, option) => addData(draft, urlEncoded(draft, value, option)),
  json: (draft, value, option) => {
    draft.json = true;
    addData(draft, fileOr(draft, value, option), '');
  },
  form: (draft, value, option) => {
    const reading = formPart(value, option, (name) => readNamed(draft, name, `${option} `));
    draft.form ??= [];
    if (reading && 'part' in reading) draft.form.push(reading.part);
    else draft.incomplete = true;
    if (reading && 'problem' in reading) draft.warnings.push(reading.problem);
  },
  'form-string': (draft, value, option) => {
    const at = value.indexOf('=');
    if (at < 0) draft.warnings.push(`${option} has a field without an equals sign; curl refuses that.`);
    else (draft.form ??= []).push({ name: value.slice(0, at), content: value.slice(at + 1) });
  },
  config: (draft, value, option) => {
    const content = draft.command.configs < MAX_CONFIGS ? readNamed(draft, value, `${option} `) : undefined;
    draft.command.configs += 1;
    if (content !== undefined) readOptions(draft.command, configWords(content));
  },
  'upload-file': (draft, value, option) =>
    (draft.upload = { name: value, body: readNamed(draft, value === '.' ? '-' : value, `${option} `) }),
  'url-query': (draft, value, option) =>
    draft.query.push(value.startsWith('+') ? value.slice(1) : (urlEncoded(draft, value, option) ?? '')),
  user: (draft, value) => (draft.user = value),
  'oauth2-bearer': (draft, value) => (draft.bearer = value),
  'user-agent': (draft, value) => (draft.agent = value),
  referer: (draft, value) => (draft.referer = value.replace(/;auto$/, '')),
  cookie: (draft, value, option) => {
    if (value.includes('=')) draft.cookies.push(value);
    else draft.warnings.push(`The cookies of the file that ${option} names are not used.`);
  },
  range: (draft, value) => (draft.range = value),
  proxy: (draft, value) => (draft.proxy = withScheme(value, 'http')),
  socks4: (draft, value) => (draft.proxy = withScheme(value, 'socks4')),
  socks4a: (draft, value) => (draft.proxy = withScheme(value, 'socks4a')),
  socks5: (draft, value) => (draft.proxy = withScheme(value, 'socks5')),
  'socks5-hostname': (draft, value) => (draft.proxy = withScheme(value, 'socks5h')),
  'proxy-user': (draft, value) => (draft.proxyUser = value),
  'proto-default': (draft, value) => (draft.scheme = value),
  'max-time': (draft, value, option) => {
    const seconds = Number(value);
    if (seconds > 0) draft.send.timeoutSeconds = seconds;
    else draft.warnings.push(`${option} wants a number of seconds.`);
  },
};

type OnFlag = (draft: Draft, on: boolean) => void;

/** The options without a value that are used. `--no-…` turns them off. */
const FLAGS: Record<string, OnFlag> = {
  get: (draft, on) => (draft.get = on),
  globoff: (draft, on) => (draft.globbing = !on),
  head: (draft, on) => (draft.head = on),
  insecure: (draft, on) => (draft.send.insecure = on),
  location: (draft, on) => (draft.send.followRedirects = on),
  'location-trusted': (draft, on) => {
    draft.send.followRedirects = on;
    if (on) draft.warnings.push('--location-trusted: credentials are not sent on to another host here.');
  },
  follow: (draft, on) => (draft.send.followRedirects = on),
};

/**
 * Reads an argument vector, with or without `curl` as its first word. Gives the request that curl would send, less what curl
 * adds of itself (Host, User-Agent, Accept, Content-Length), and a warning for everything that this request leaves out.
 * A warning names options and files, never a value: it might be a credential.
 */
export function readCurl(argv: readonly string[], options: CurlReadingOptions = {}): CurlReading {
  const warnings: string[] = [];
  const command = { warnings, configs: 0, readFile: (name: string) => options.readFile?.(name) } as Command;
  command.drafts = [newDraft(command)];
  const isCommand = /(?:^|[/\\])curl(?:\.exe)?$/i.test(argv[0] ?? '');
  readOptions(command, isCommand ? argv.slice(1) : argv);
  const [first, ...next] = command.drafts;
  const exchangeOf = (draft: Draft): RawExchange => ({ source: options.source ?? { shape: 'curl-command' }, request: requestOf(draft) });
  return { exchanges: [exchangeOf(first), ...next.map(exchangeOf)], warnings: [...new Set(warnings)] };
}

const newDraft = (command: Command): Draft => ({
  urls: [],
  headers: [],
  removed: new Set(),
  json: false,
  form: undefined,
  get: false,
  head: false,
  incomplete: false,
  query: [],
  cookies: [],
  otherAuthentication: false,
  scheme: 'http',
  send: {},
  globbing: true,
  warnings: command.warnings,
  command,
});

function readOptions(command: Command, argv: readonly string[]): void {
  let onlyUrls = false;
  for (let i = 0; i < argv.length; i += 1) {
    const draft = command.drafts.at(-1)!;
    const word = argv[i]!;
    if (onlyUrls || !word.startsWith('-') || word === '-') {
      draft.urls.push(word);
    } else if (word === '--') {
      onlyUrls = true;
    } else if (word === '--next' || word === '-:') {
      if (command.drafts.length < MAX_REQUESTS) command.drafts.push(newDraft(command));
    } else if (word.startsWith('--')) {
      if (readLong(draft, word, argv[i + 1])) i += 1;
    } else if (readShort(draft, word, argv[i + 1])) i += 1;
  }
}

/** Reads `--name`; returns whether it took the next word as its value. */
function readLong(draft: Draft, word: string, next: string | undefined): boolean {
  const name = word.slice(2);
  if (takesValue(name)) return applyValue(draft, name, word, next);
  const off = name.startsWith('no-') && !OTHER_FLAGS.has(name);
  if (!applyFlag(draft, off ? name.slice(3) : name, word, !off)) draft.warnings.push(unknownOption(word));
  return false;
}

/** Says what is wrong with an option, without what stands behind its "=". */
function unknownOption(word: string): string {
  const given = word.split('=', 1)[0]!;
  if (given === word || !takesValue(given.slice(2)))
    return `curl has no option ${/^--[\w.-]{1,40}$/.test(given) ? given : 'of that name: --…'}.`;
  return `curl does not read ${given}=…: the value is a word of its own, ${given} VALUE.`;
}

/** Reads `-sSXPOST`: letters up to the first that takes a value, which is the rest of the word or the next one. */
function readShort(draft: Draft, word: string, next: string | undefined): boolean {
  for (let i = 1; i < word.length; i += 1) {
    const option = `-${word[i]!}`;
    const name = SHORT[word[i]!];
    if (name === undefined) {
      draft.warnings.push(`curl has no option ${option}.`);
    } else if (takesValue(name)) {
      const rest = word.slice(i + 1);
      return applyValue(draft, name, option, rest === '' ? next : rest) && rest === '';
    } else applyFlag(draft, name, option, true);
  }
  return false;
}

/** `--expand-NAME` takes a value with curl's own variables in it. */
const isUnused = (name: string): boolean => UNUSED_VALUES.has(name) || name.startsWith('expand-');
const takesValue = (name: string): boolean => Object.hasOwn(VALUES, name) || OUTPUT_VALUES.has(name) || isUnused(name);

/** Returns whether there was a value to take. */
function applyValue(draft: Draft, name: string, option: string, value: string | undefined): boolean {
  if (value === undefined) {
    draft.warnings.push(`${option} has no value.`);
    return false;
  }
  if (isUnused(name)) leaveOut(draft, name, option);
  if (Object.hasOwn(VALUES, name)) VALUES[name]!(draft, value, option);
  return true;
}

/** Returns whether curl has the flag. */
function applyFlag(draft: Draft, name: string, option: string, on: boolean): boolean {
  if (Object.hasOwn(FLAGS, name)) FLAGS[name]!(draft, on);
  else if (!UNUSED_FLAGS.has(name)) return OTHER_FLAGS.has(name);
  else if (on) leaveOut(draft, name, option);
  return true;
}

function leaveOut(draft: Draft, name: string, option: string): void {
  draft.warnings.push(`${option} is not used.`);
  draft.otherAuthentication ||= OTHER_AUTHENTICATION.has(name);
}

/** `-H`: 'Name: value'; 'Name:' takes a default away, 'Name;' sends it empty, '@file' holds one on each line. */
function addHeader(draft: Draft, value: string, option: string): void {
  if (value.startsWith('@')) {
    for (const line of (readNamed(draft, value.slice(1), `${option} @`) ?? '').split(/\r?\n/))
      if (line.trim() !== '' && !line.startsWith('@')) addHeader(draft, line, option);
    return;
  }
  const match = /^([^:;]*)([:;])([^]*)$/.exec(value);
  const name = match?.[1]!.trim();
  if (!match || !name || (match[2] === ';' && match[3]!.trim() !== '')) {
    draft.warnings.push(`${option} has a header field without a colon; curl does not send it.`);
    return;
  }
  const content = match[3]!.trim();
  if (match[2] === ':' && content === '') draft.removed.add(name.toLowerCase());
  else draft.headers.push({ name, value: content });
}

function addData(draft: Draft, piece: string | undefined, separator = '&'): void {
  if (piece === undefined) draft.incomplete = true;
  draft.data = draft.data === undefined ? (piece ?? '') : `${draft.data}${separator}${piece ?? ''}`;
}

/** What a file holds; with a warning where that is not known. */
function readNamed(draft: Draft, name: string, option: string): string | undefined {
  const content = draft.command.readFile(name);
  if (content === undefined) draft.warnings.push(`What ${option}${name} holds is not known here.`);
  if (!content?.includes('\ufffd')) return content;
  draft.warnings.push(`What ${option}${name} holds is no text in UTF-8, and is not sent.`);
  return undefined;
}

const withoutLineEnds = (content: string): string => content.replace(/[\r\n\0]/g, '');

function fileOr(draft: Draft, value: string, option: string, change = (content: string) => content): string | undefined {
  if (!value.startsWith('@')) return value;
  const content = readNamed(draft, value.slice(1), `${option} @`);
  return content === undefined ? undefined : change(content);
}

/** `--data-urlencode`: content, =content, name=content, @file or name@file; the content is encoded, the name is not. */
function urlEncoded(draft: Draft, value: string, option: string): string | undefined {
  const at = value.search(/[=@]/);
  if (at < 0) return percentEncoded(value);
  const name = value.slice(0, at) + (at > 0 ? '=' : '');
  const rest = value.slice(at + 1);
  const content = value[at] === '=' ? rest : readNamed(draft, rest, `${option} @`);
  return content === undefined ? undefined : name + percentEncoded(content);
}

/** As a form encodes it: everything but unreserved characters, a blank as "+". */
const percentEncoded = (text: string): string =>
  Array.from(new TextEncoder().encode(text), (byte) => {
    const char = String.fromCharCode(byte);
    if (char === ' ') return '+';
    return /[\w.~-]/.test(char) ? char : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');

const withScheme = (host: string, scheme: string): string => (host === '' || host.includes('://') ? host : `${scheme}://${host}`);

function requestOf(draft: Draft): HttpRequest {
  const inQuery = draft.get && draft.data !== undefined;
  const sendsData = draft.data !== undefined && !inQuery;
  if (draft.form && draft.data !== undefined) draft.warnings.push('-d and -F exclude each other; curl refuses the command.');
  const method = draft.method ?? methodOf(draft, sendsData);
  const body = bodyOf(draft, sendsData);
  if (inQuery && draft.query.length > 0) draft.warnings.push('curl leaves out --url-query where -G puts the data into the query.');
  const target = urlOf(draft, inQuery ? [draft.data!] : draft.query);
  const send = sendOf(draft);
  return {
    method,
    ...(target && { url: target.url }),
    headers: headersOf(draft, target?.user, sendsData),
    ...(body !== undefined && { body }),
    ...(send && { send }),
  };
}

function bodyOf({ upload, incomplete, form, data }: Draft, sendsData: boolean): string | undefined {
  if (upload) return upload.body;
  if (incomplete) return undefined;
  if (form) return multipartBody(form);
  return sendsData ? data : undefined;
}

function methodOf({ head, upload, form }: Draft, sendsData: boolean): string {
  if (head) return 'HEAD';
  if (upload) return 'PUT';
  return sendsData || form ? 'POST' : 'GET';
}

/**
 * The word to call. curl takes every word that is no option for a URL; the parts of a value that lost its quotes stand among
 * them, so the first that has a scheme goes before the others.
 */
function chosenUrl({ urls, warnings }: Draft): string | undefined {
  const url = urls.find((word) => /^https?:\/\//i.test(word)) ?? urls[0];
  if (url === undefined) warnings.push('The command names no URL.');
  else if (urls.length > 1)
    warnings.push(`One URL is used; curl would take ${urls.length} words of the command for URLs (is a quote missing?).`);
  return url;
}

/** curl makes a call for each word of {a,b} and each number or letter of [1-9] in a URL: the first of them. */
function firstOfGlob({ warnings }: Draft, url: string): string {
  const first = url
    .replace(/(?<!\{)\{([^{},]*)(?:,[^{}]*)?\}(?!\})/g, '$1')
    .replace(/\[(\d{1,9}|[a-zA-Z])-(?:\d{1,9}|[a-zA-Z])(?::\d{1,9})?\]/g, '$1');
  if (first !== url) warnings.push('curl takes {…} and […] in a URL for several URLs: the first is used. With -g it would not.');
  return first;
}

/** The URL with its scheme and query, and the credentials that stood in it: curl sends them as a header field. */
function urlOf(draft: Draft, query: readonly string[]): { url: string; user?: string } | undefined {
  const chosen = chosenUrl(draft);
  if (chosen === undefined) return undefined;
  const given = draft.globbing ? firstOfGlob(draft, chosen) : chosen;
  const match = /^([a-z][a-z0-9+.-]*:\/\/)?(?:([^/?#]*)@)?([^]*)$/i.exec(given)!;
  const scheme = match[1] ?? `${draft.scheme}://`;
  const [beforeHash] = match[3]!.split('#', 1);
  let rest = beforeHash!;
  if (draft.upload && !rest.includes('?') && rest.endsWith('/')) rest += draft.upload.name.split('/').at(-1)!;
  for (const part of query) rest += `${rest.includes('?') ? (/[?&]$/.test(rest) ? '' : '&') : '?'}${part}`;
  const user = match[2];
  return { url: scheme + rest, ...(user !== undefined && { user: unescaped(user) }) };
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The fields that were given, and of curl's own those that they neither replace nor take away. */
function headersOf(draft: Draft, userInUrl: string | undefined, sendsData: boolean): HeaderField[] {
  const user = draft.user ?? userInUrl;
  const own: [string, string | undefined][] = [
    [
      'Authorization',
      draft.bearer !== undefined
        ? `Bearer ${draft.bearer}`
        : user === undefined || draft.otherAuthentication
          ? undefined
          : basic(draft, user),
    ],
    ['User-Agent', draft.agent],
    ['Referer', draft.referer],
    ['Cookie', draft.cookies.length > 0 ? draft.cookies.join(';') : undefined],
    ['Range', draft.range === undefined ? undefined : `bytes=${draft.range}`],
    ['Content-Type', contentType(draft, sendsData)],
    ['Accept', draft.json ? 'application/json' : undefined],
  ];
  const given = new Set(draft.headers.map(({ name }) => name.toLowerCase()));
  // curl puts its boundary behind a Content-Type that was given for a form, whatever it says.
  const withBoundary = draft.form !== undefined && !draft.upload;
  const headers = draft.headers.map(({ name, value }) => ({
    name,
    value: withBoundary && name.toLowerCase() === 'content-type' ? `${value}; boundary=${BOUNDARY}` : value,
  }));
  const added = own.flatMap(([name, value]) => {
    const replaced = given.has(name.toLowerCase()) || draft.removed.has(name.toLowerCase());
    return value === undefined || value === '' || replaced ? [] : [{ name, value }];
  });
  return [...headers, ...added];
}

function contentType(draft: Draft, sendsData: boolean): string | undefined {
  if (draft.json) return 'application/json';
  if (draft.form) return `multipart/form-data; boundary=${BOUNDARY}`;
  return sendsData ? 'application/x-www-form-urlencoded' : undefined;
}

function basic(draft: Draft, user: string): string {
  if (!user.includes(':')) draft.warnings.push('The user has no password; curl would ask for one.');
  return `Basic ${Buffer.from(user.includes(':') ? user : `${user}:`).toString('base64')}`;
}

function sendOf(draft: Draft): SendOptions | undefined {
  const { timeoutSeconds, insecure, followRedirects } = draft.send;
  const send: SendOptions = {
    ...(timeoutSeconds !== undefined && { timeoutSeconds }),
    ...(insecure && { insecure }),
    ...(draft.proxy && { proxy: proxyWithUser(draft.proxy, draft.proxyUser) }),
    ...(followRedirects && { followRedirects }),
  };
  return Object.keys(send).length > 0 ? send : undefined;
}

function proxyWithUser(proxy: string, user: string | undefined): string {
  if (user === undefined || /:\/\/[^/]*@/.test(proxy)) return proxy;
  const [name = '', ...password] = user.split(':');
  return proxy.replace('://', () => `://${encodeURIComponent(name)}:${encodeURIComponent(password.join(':'))}@`);
}
