import { UnreadableInput, type Capture, type Captured } from '../model/capture.ts';
import type { HttpRequest, RawExchange } from '../model/exchange.ts';
import { BOUNDARY, multipartBody } from '../parse/multipart.ts';
import {
  credentialsOf,
  formEncoded,
  listOf,
  membersOf,
  pairsOf,
  textOf,
  withDefaults,
  withQuery,
  type Credentials,
  type Members,
} from '../parse/request-parts.ts';
import { fill, unknownWarning, type Variables } from '../parse/templates.ts';

const V4 = /["']?_type["']?\s*:\s*["']?export\b/;
const V4_FORMAT = /["']?__export_format["']?\s*:\s*\d/;
const V5 = /^["']?type["']?\s*:\s*["']?(?:collection|spec)\.insomnia\.rest\/5/m;
const MAX_DEPTH = 30;
const MAX_REQUESTS = 10_000;
/** YAML of more characters than this takes longer than a person waits. */
const MAX_YAML = 4_000_000;

type Reading = { variables: Variables; warnings: string[] };

/** The members of an environment, those of its objects by their path: `api.host`. */
function flatten(data: unknown, into: Map<string, string>, prefix = '', depth = 0): void {
  if (depth > 5) return;
  for (const [name, value] of Object.entries(membersOf(data))) {
    const text = textOf(value);
    if (text !== undefined) into.set(prefix + name, text);
    else flatten(value, into, `${prefix}${name}.`, depth + 1);
  }
}

function authOf(value: unknown, { variables }: Reading): Credentials | undefined {
  const auth = membersOf(value);
  const type = textOf(auth['type']);
  if (type === undefined || type === '' || auth['disabled'] === true) return undefined;
  return credentialsOf(type, (name) => {
    const text = textOf(auth[name]);
    return text === undefined ? undefined : fill(text, variables);
  });
}

type Body = { body?: string; type?: string };

function bodyOf(value: unknown, { variables, warnings }: Reading): Body {
  const body = membersOf(value);
  const mime = textOf(body['mimeType']) || undefined;
  const filled = pairsOf(body['params']).map((pair) => ({ name: fill(pair.name, variables), value: fill(pair.value, variables) }));
  if (mime === 'multipart/form-data') {
    const type = `${mime}; boundary=${BOUNDARY}`;
    if (listOf(body['params']).some((part) => membersOf(part)['type'] === 'file')) {
      warnings.push('A form with files is not built: the export does not hold what they hold.');
      return { type };
    }
    return { body: multipartBody(filled.map(({ name, value: content }) => ({ name, content }))), type };
  }
  if (mime === 'application/x-www-form-urlencoded' && filled.length > 0) return { body: formEncoded(filled), type: mime };
  if (textOf(body['fileName'])) warnings.push('A body from a file is not known here.');
  const text = textOf(body['text']);
  const type = mime === 'application/graphql' ? 'application/json' : mime;
  return { ...(text !== undefined && text !== '' && { body: fill(text, variables) }), ...(type !== undefined && { type }) };
}

function requestOf(resource: Members, inherited: Credentials, reading: Reading): HttpRequest | undefined {
  const { variables } = reading;
  const written = textOf(resource['url']);
  if (written === undefined || written === '') return undefined;
  const parameters = new Map(pairsOf(resource['pathParameters']).map(({ name, value }) => [name, value]));
  const url = fill(
    written.replace(/\/:([\w-]{1,100})(?=[/?#]|$)/g, (as, name: string) => (parameters.has(name) ? `/${parameters.get(name)!}` : as)),
    variables,
  );
  const credentials = authOf(resource['authentication'], reading) ?? inherited;
  if (credentials.warning !== undefined) reading.warnings.push(credentials.warning);
  const { body, type } = bodyOf(resource['body'], reading);
  const query = pairsOf(resource['parameters']).map(({ name, value }) => ({ name: fill(name, variables), value: fill(value, variables) }));
  const headers = pairsOf(resource['headers']).map(({ name, value }) => ({ name: fill(name, variables), value: fill(value, variables) }));
  return {
    method: textOf(resource['method'])?.toUpperCase() ?? 'GET',
    url: withQuery(/^[a-z][a-z\d+.-]*:\/\/|^\{\{/i.test(url) ? url : `http://${url}`, [...query, ...credentials.query]),
    // A form's boundary is made anew, whatever the field says.
    headers: withDefaults(type?.includes('boundary=') ? headers.filter(({ name }) => name.toLowerCase() !== 'content-type') : headers, [
      ...credentials.headers,
      ...(type === undefined ? [] : [{ name: 'Content-Type', value: type }]),
    ]),
    ...(body !== undefined && { body }),
  };
}

const NOTHING: Credentials = { headers: [], query: [] };

/** Version 5: folders hold their requests in `children`. */
function readTree(nodes: unknown, inherited: Credentials, reading: Reading, found: HttpRequest[], depth = 0): void {
  for (const node of listOf(nodes).map(membersOf)) {
    if (found.length >= MAX_REQUESTS) return;
    if (Array.isArray(node['children'])) {
      if (depth < MAX_DEPTH) readTree(node['children'], authOf(node['authentication'], reading) ?? inherited, reading, found, depth + 1);
      continue;
    }
    const request = requestOf(node, inherited, reading);
    if (request) found.push(request);
  }
}

/** Version 4: one list, in which each resource names its parent. */
function readList(resources: readonly Members[], reading: Reading, found: HttpRequest[]): void {
  const byId = new Map(resources.map((resource) => [textOf(resource['_id']), resource]));
  const inheritedBy = (resource: Members, depth = 0): Credentials => {
    const parent = byId.get(textOf(resource['parentId']));
    if (!parent || depth > MAX_DEPTH) return NOTHING;
    return authOf(parent['authentication'], reading) ?? inheritedBy(parent, depth + 1);
  };
  for (const resource of resources) {
    if (textOf(resource['_type']) !== 'request' || found.length >= MAX_REQUESTS) continue;
    const request = requestOf(resource, inheritedBy(resource), reading);
    if (request) found.push(request);
  }
}

/** The base environment, and over it the first of the others: the export does not say which one was chosen. */
function variablesOf(top: Members, resources: readonly Members[], warnings: string[]): Variables {
  const values = new Map<string, string>();
  const environments = membersOf(top['environments']);
  const list = resources.filter((resource) => textOf(resource['_type']) === 'environment');
  const isBase = (resource: Members): boolean => textOf(resource['parentId'])?.startsWith('wrk_') ?? true;
  const bases = [environments['data'], ...list.filter(isBase).map((one) => one['data'])];
  const others = [...listOf(environments['subEnvironments']).map(membersOf), ...list.filter((one) => !isBase(one))];
  for (const base of bases) flatten(base, values);
  if (others[0]) flatten(others[0]['data'], values);
  if (others.length > 1)
    warnings.push(`The export has ${others.length} environments: "${(textOf(others[0]!['name']) ?? '').slice(0, 40)}" is used.`);
  for (const folder of resources.filter((one) => textOf(one['_type']) === 'request_group')) flatten(folder['environment'], values);
  const inFolders = (nodes: unknown, depth = 0): void => {
    for (const node of listOf(nodes).map(membersOf)) {
      flatten(node['environment'], values);
      if (depth < MAX_DEPTH) inFolders(node['children'], depth + 1);
    }
  };
  inFolders(top['collection']);
  return { values, unknown: new Set() };
}

async function parsed(text: string): Promise<unknown> {
  const bare = text.replace(/^\ufeff/, '');
  try {
    if (/^\s*\{/.test(bare)) return JSON.parse(bare) as unknown;
  } catch {
    throw new UnreadableInput('The Insomnia export is not valid JSON, or cut off.', 'Export it once more, and do not edit it by hand.');
  }
  if (bare.length > MAX_YAML)
    throw new UnreadableInput('The Insomnia export is larger than 4 MB.', 'Export the collection that holds the call alone.');
  const { parseDocument } = await import('yaml');
  try {
    const document = parseDocument(bare, { logLevel: 'silent', uniqueKeys: false });
    // An export has no aliases; one that multiplies them is refused.
    if (document.errors.length === 0) return document.toJS({ maxAliasCount: 100 }) as unknown;
  } catch {
    // Told below.
  }
  throw new UnreadableInput('The Insomnia export is not valid YAML, or cut off.', 'Export it once more, and do not edit it by hand.');
}

export default {
  title: 'An Insomnia export',
  madeBy: 'Insomnia, "Export" of a collection (version 4 in JSON or YAML, version 5 in YAML)',
  recognise(text) {
    const start = text.slice(0, 65_536);
    return V5.test(start) || (V4.test(start) && V4_FORMAT.test(start)) ? 0.95 : 0;
  },
  async read(text): Promise<Captured> {
    const warnings: string[] = [];
    const top = membersOf(await parsed(text));
    const resources = listOf(top['resources']).map(membersOf);
    const reading: Reading = { variables: variablesOf(top, resources, warnings), warnings };
    const requests: HttpRequest[] = [];
    readTree(top['collection'], NOTHING, reading, requests);
    readList(resources, reading, requests);
    if (requests.length === 0)
      throw new UnreadableInput('The Insomnia export holds no request.', 'Export the collection that holds the call.');
    const exchanges = requests.map((request): RawExchange => ({ source: { shape: 'insomnia-export' }, request }));
    return { exchanges, warnings: [...new Set([...warnings, ...unknownWarning(reading.variables)])] };
  },
} satisfies Capture;
