/** From a check's `request` to the exchange that is sent: its URL, its curl command, or the entry of a file that it names. */
import { readFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { captureText } from '../../diagnose.ts';
import { UnreadableInput } from '../../model/capture.ts';
import type { Exchange, HeaderField, HttpRequest } from '../../model/exchange.ts';
import { readCurl } from '../../parse/curl-arguments.ts';
import { sealExchange } from '../../parse/seal.ts';
import { splitShell } from '../../parse/shell-words.ts';
import { readInputFile } from '../input.ts';
import type { CheckSpec, LoadedFile, Path, Problem, RequestSpec } from './types.ts';
import { nameOf } from './problems.ts';
import { mapTexts, MissingVariable, replaceVariables, UnusableVariable, variablesIn, type Vault } from './variables.ts';

export type Prepared = {
  spec: CheckSpec;
  /** The check's number in the file, from 0. */
  index: number;
  exchange: Exchange;
  /** The `equals` of the expectations on the body, by their place in the list, with masks in place of variables. */
  equals: Map<number, unknown>;
};

/** A mistake in one request: told with its place. */
class Mistake extends Error {
  readonly path: Path;
  constructor(path: Path, says: string) {
    super(says);
    this.path = path;
  }
}

/** Makes a request of each check, and gives the mistakes of all that cannot be made: nothing is to be sent then. */
export async function prepare(
  file: LoadedFile,
  chosen: readonly { spec: CheckSpec; index: number }[],
  vault: Vault,
): Promise<{ prepared: Prepared[]; problems: Problem[] }> {
  const captures = new Map<string, Promise<Exchange[]>>();
  const problems: Problem[] = [];
  const prepared: Prepared[] = [];
  for (const { spec, index } of chosen) {
    const at: Path = ['checks', index];
    const note = (error: unknown, path: Path): void => {
      if (!(error instanceof Mistake) && !(error instanceof UnusableVariable) && !(error instanceof UnreadableInput)) throw error;
      const place = error instanceof Mistake ? error.path : path;
      const variable = error instanceof MissingVariable ? { variable: error.variable } : {};
      problems.push({ ...file.placeOf(place), at: nameOf(place), says: error.message, ...variable });
    };
    try {
      const equals = equalsOf(spec, at, vault, note);
      const exchange = await exchangeOf(spec.request, [...at, 'request'], { file, vault, captures, note });
      if (exchange) prepared.push({ spec, index, equals, exchange: withSecrets(exchange, [...equals.values()], vault) });
    } catch (error) {
      note(error, [...at, 'request']);
    }
  }
  return { prepared, problems };
}

function equalsOf(spec: CheckSpec, at: Path, vault: Vault, note: (error: unknown, path: Path) => void): Map<number, unknown> {
  const equals = new Map<number, unknown>();
  for (const [i, item] of (spec.expect?.json ?? []).entries()) {
    if (typeof item === 'string' || item.equals === undefined) continue;
    try {
      equals.set(
        i,
        mapTexts(item.equals, (text) => vault.fill(text)),
      );
    } catch (error) {
      note(error, [...at, 'expect', 'json', i, 'equals']);
    }
  }
  return equals;
}

/** The exchange with the secrets of the variables that it and its expectations use: those of other checks are not its own. */
function withSecrets(exchange: Exchange, equals: unknown[], vault: Vault): Exchange {
  return { ...exchange, secrets: [...vault.usedIn(JSON.stringify([exchange.request, equals])), ...exchange.secrets] };
}

type Making = {
  file: LoadedFile;
  vault: Vault;
  captures: Map<string, Promise<Exchange[]>>;
  note: (error: unknown, path: Path) => void;
};

async function exchangeOf(request: RequestSpec, at: Path, making: Making): Promise<Exchange | undefined> {
  if (request.url !== undefined) return fromUrl(request, at, making);
  if (request.curl !== undefined) return fromCurl(request.curl, [...at, 'curl'], making);
  return fromFile(request.file!, request.entry ?? 1, at, making);
}

/** Every member that cannot be filled is told, so that one run names them all. */
function fromUrl({ url, method, headers = {}, body }: RequestSpec, at: Path, { file, vault, note }: Making): Exchange | undefined {
  let isWhole = true;
  const each = (path: Path, make: () => string): string => {
    try {
      return make();
    } catch (error) {
      isWhole = false;
      note(error, path);
      return '';
    }
  };
  const fields = Object.entries(headers).map(([name, value]) => ({ name, value: each([...at, 'headers', name], () => vault.fill(value)) }));
  const isText = typeof body === 'string';
  const content =
    body === undefined
      ? undefined
      : each([...at, 'body'], () => (isText ? vault.fill(body) : JSON.stringify(mapTexts(body, (text) => vault.fill(text, 'json')))));
  const target = each([...at, 'url'], () => mustBeUrl(vault.fillUrl(url!)));
  if (!isWhole) return undefined;
  return sealed(file, {
    method: (method ?? (body === undefined ? 'GET' : 'POST')).toUpperCase(),
    url: target,
    headers: isText || body === undefined || fields.some(({ name }) => /^content-type$/i.test(name)) ? fields : [...fields, JSON_TYPE],
    ...(content !== undefined && { body: content }),
  });
}

const JSON_TYPE: HeaderField = { name: 'Content-Type', value: 'application/json' };

const sealed = ({ path }: LoadedFile, request: HttpRequest): Exchange =>
  sealExchange({ source: { shape: 'check-file', file: path }, request });

/** A mask holds "#" and "[": a harmless word stands for it while the URL is read. */
const MASK = /\[\w+#\d+ [^\]]*\]/g;

function mustBeUrl(url: string): string {
  const plain = url.replace(MASK, 'mask');
  if (!/^https?:\/\//i.test(plain) || !URL.canParse(plain))
    throw new UnusableVariable('expected a URL that can be called, found another text');
  return url;
}

/** Stands for a variable while a command is split into words: no shell and no curl does anything to it. */
const tokenOf = (i: number): string => `xVARIABLE${i}x`;
const TOKEN = /xVARIABLE(\d{1,4})x/g;

function fromCurl(command: string, at: Path, { file, vault }: Making): Exchange {
  const names: string[] = [];
  const { words, unknown } = splitShell(replaceVariables(command, (name) => tokenOf(names.push(name) - 1)));
  if (!/(?:^|[/\\])curl(?:\.exe)?$/i.test(words[0] ?? '')) throw new Mistake(at, 'expected a curl command, found another text');
  if (unknown.length > 0)
    throw new Mistake(at, `expected variables as \${NAME}, found ${unknown.map((each) => each.slice(0, 40)).join(', ')}`);
  const { exchanges } = readCurl(words, { readFile: (name) => readOperand(file, name) });
  if (exchanges.length > 1) throw new Mistake(at, 'expected one request, found several (--next)');
  const { request } = exchanges[0];
  if (!request?.url) throw new Mistake(at, 'expected a URL in the curl command, found none');
  const written = (text: string): string => text.replace(TOKEN, (_, i: string) => `\${${names[Number(i)] ?? ''}}`);
  return sealed(file, filled(mapTexts(request, written) as HttpRequest, written, vault));
}

/** A request whose texts hold variables. Basic credentials are encoded already, and have theirs inside. */
function filled(request: HttpRequest, written: (text: string) => string, vault: Vault): HttpRequest {
  const { url, headers, body, send } = request;
  const basic = ({ name, value }: HeaderField): string | undefined => {
    const encoded = /^(?:proxy-)?authorization$/i.test(name) ? /^Basic ([\w+/]+={0,2})$/.exec(value)?.[1] : undefined;
    const decoded = encoded === undefined ? undefined : written(Buffer.from(encoded, 'base64').toString());
    return decoded !== undefined && variablesIn(decoded).length > 0 ? `Basic ${vault.fillBasic(decoded)}` : undefined;
  };
  return {
    ...request,
    ...(url !== undefined && { url: mustBeUrl(vault.fillUrl(url)) }),
    headers: headers.map((field) => ({ name: field.name, value: basic(field) ?? vault.fill(field.value) })),
    ...(body !== undefined && { body: vault.fill(body) }),
    ...(send?.proxy !== undefined && { send: { ...send, proxy: vault.fillUrl(send.proxy) } }),
  };
}

const besideFile = ({ path }: LoadedFile, name: string): string => (isAbsolute(name) ? name : join(dirname(path), name));

/** A file that a curl option names with @; undefined where it cannot be read. Standard input is nobody's body here. */
function readOperand(file: LoadedFile, name: string): string | undefined {
  try {
    return name === '-' ? undefined : readFileSync(besideFile(file, name), 'utf8');
  } catch {
    return undefined;
  }
}

async function fromFile(name: string, entry: number, at: Path, { file, vault, captures }: Making): Promise<Exchange> {
  const reading = captures.get(name) ?? captured(besideFile(file, name));
  captures.set(name, reading);
  const exchanges = await reading.catch((error: unknown) => {
    throw error instanceof UnreadableInput ? new Mistake([...at, 'file'], `expected a file with requests: ${error.message}`) : error;
  });
  const found = exchanges[entry - 1];
  if (!found) throw new Mistake([...at, 'entry'], `expected an entry from 1 to ${exchanges.length}, found ${entry}`);
  const { request, source, secrets } = found;
  if (!request?.url) throw new Mistake([...at, 'file'], `expected a request with its URL in entry ${entry}, found none`);
  // A file of requests is written by its team, as the check file is; a recording is not, and may name any variable.
  const own = source.shape === 'http-file' ? filled(request, (text) => text, vault) : request;
  const open = /\{\{[^{}\n]{1,100}\}\}/.exec([own.url, ...own.headers.map(({ value }) => value), own.body ?? ''].join('\n'))?.[0];
  if (open !== undefined)
    throw new Mistake([...at, 'file'], `expected a request without open placeholders in entry ${entry}, found ${open}`);
  return { source, request: own, secrets };
}

const captured = async (path: string): Promise<Exchange[]> => (await captureText(readInputFile(path), { file: path })).exchanges;
