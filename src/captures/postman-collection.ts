import { UnreadableInput, type Capture, type Captured } from '../model/capture.ts';
import type { HeaderField, HttpRequest, HttpResponse, RawExchange } from '../model/exchange.ts';
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

/** A collection, or one inside the export of a whole account. */
const MARK = /"(?:schema)"\s*:\s*"https?:\\?\/\\?\/schema\.(?:get)?postman\.com\\?\/(?:json\\?\/)?collection\\?\/v2/;
const MAX_DEPTH = 30;
const MAX_ITEMS = 10_000;

type Reading = { variables: Variables; warnings: string[]; exchanges: RawExchange[] };

/** 2.1 has the members of an auth as a list of keys and values, 2.0 as an object. */
function authOf(auth: unknown, { variables }: Reading): Credentials | undefined {
  const members = membersOf(auth);
  const type = textOf(members['type']);
  if (type === undefined) return undefined;
  const details = members[type];
  const pairs = Array.isArray(details)
    ? pairsOf(details)
    : Object.entries(membersOf(details)).map(([name, value]) => ({ name, value: textOf(value) ?? '' }));
  return credentialsOf(type, (wanted) => {
    const value = pairs.find(({ name }) => name === wanted)?.value;
    return value === undefined ? undefined : fill(value, variables);
  });
}

/** Header fields as a list, or as the lines of a text. */
function headersOf(value: unknown, variables: Variables): HeaderField[] {
  const pairs =
    typeof value === 'string'
      ? value.split(/\r?\n/).flatMap((line) => {
          const at = line.indexOf(':');
          return at > 0 ? [{ name: line.slice(0, at).trim(), value: line.slice(at + 1).trim() }] : [];
        })
      : pairsOf(value);
  return pairs.map((pair) => ({ name: fill(pair.name, variables), value: fill(pair.value, variables) }));
}

function urlOf(value: unknown, variables: Variables): string | undefined {
  if (typeof value === 'string') return fill(value, variables);
  const url = membersOf(value);
  const joined = (list: unknown, by: string): string =>
    typeof list === 'string'
      ? list
      : listOf(list)
          .map((part) => textOf(part) ?? textOf(membersOf(part)['value']) ?? '')
          .join(by);
  const host = joined(url['host'], '.');
  const port = textOf(url['port']);
  const path = joined(url['path'], '/');
  const built =
    host === ''
      ? undefined
      : `${textOf(url['protocol']) ?? (host.startsWith('{{') ? '' : 'http')}${host.startsWith('{{') && !url['protocol'] ? '' : '://'}${host}${port ? `:${port}` : ''}${path === '' ? '' : `/${path.replace(/^\//, '')}`}`;
  const raw = textOf(url['raw']) ?? (built === undefined ? undefined : withQuery(built, pairsOf(url['query'])));
  if (raw === undefined) return undefined;
  const parameters = new Map(pairsOf(url['variable']).map(({ name, value: given }) => [name, given]));
  const [, before = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(raw)!;
  const filled = before.replace(/\/:([\w-]{1,100})(?=\/|$)/g, (written, name: string) => {
    const given = parameters.get(name);
    return given === undefined ? written : `/${given}`;
  });
  return fill(filled + rest, variables);
}

type Body = { body?: string; type?: string };

const LANGUAGE_TYPES: Record<string, string> = {
  json: 'application/json',
  xml: 'application/xml',
  html: 'text/html',
  javascript: 'application/javascript',
  text: 'text/plain',
};

function bodyOf(value: unknown, { variables, warnings }: Reading): Body {
  const body = membersOf(value);
  const mode = textOf(body['mode']);
  if (body['disabled'] === true || mode === undefined) return {};
  const content = body[mode];
  if (mode === 'raw') {
    const language = textOf(membersOf(membersOf(body['options'])['raw'])['language']);
    const raw = textOf(content);
    const type = language === undefined ? undefined : LANGUAGE_TYPES[language];
    return raw === undefined || raw === '' ? {} : { body: fill(raw, variables), ...(type !== undefined && { type }) };
  }
  const filled = pairsOf(content).map((pair) => ({ name: fill(pair.name, variables), value: fill(pair.value, variables) }));
  if (mode === 'urlencoded') return { body: formEncoded(filled), type: 'application/x-www-form-urlencoded' };
  if (mode === 'formdata') {
    if (listOf(content).some((item) => membersOf(item)['type'] === 'file')) {
      warnings.push('A form with files is not built: the collection does not hold what they hold.');
      return { type: `multipart/form-data; boundary=${BOUNDARY}` };
    }
    return {
      body: multipartBody(filled.map(({ name, value: text }) => ({ name, content: text }))),
      type: `multipart/form-data; boundary=${BOUNDARY}`,
    };
  }
  if (mode === 'graphql') {
    const { query, variables: given } = membersOf(content);
    const text = fill(textOf(given) ?? '', variables);
    let parsed: unknown;
    try {
      parsed = text.trim() === '' ? undefined : JSON.parse(text);
    } catch {
      warnings.push('The variables of a GraphQL request are no JSON, and are left out.');
    }
    const sent = { query: fill(textOf(query) ?? '', variables), ...(parsed !== undefined && { variables: parsed }) };
    return { body: JSON.stringify(sent), type: 'application/json' };
  }
  warnings.push(`A body of the kind ${mode.slice(0, 40)} is not built.`);
  return {};
}

function requestOf(value: unknown, inherited: Credentials, reading: Reading): HttpRequest | undefined {
  const request = typeof value === 'string' ? { url: value } : membersOf(value);
  const url = urlOf(request['url'], reading.variables);
  if (url === undefined) return undefined;
  const credentials = authOf(request['auth'], reading) ?? inherited;
  if (credentials.warning !== undefined) reading.warnings.push(credentials.warning);
  const { body, type } = bodyOf(request['body'], reading);
  const headers = withDefaults(headersOf(request['header'], reading.variables), [
    ...credentials.headers,
    ...(type === undefined ? [] : [{ name: 'Content-Type', value: type }]),
  ]);
  return {
    method: textOf(request['method'])?.toUpperCase() ?? 'GET',
    url: withQuery(/^[a-z][a-z\d+.-]*:\/\/|^\{\{/i.test(url) ? url : `http://${url}`, credentials.query),
    headers,
    ...(body !== undefined && { body }),
  };
}

function responseOf(value: Members, variables: Variables): HttpResponse | undefined {
  const status = Number(value['code']);
  if (!Number.isInteger(status) || status < 100 || status > 999) return undefined;
  const reason = textOf(value['status']);
  const body = textOf(value['body']);
  return {
    status,
    ...(reason !== undefined && reason !== '' && { reason }),
    headers: headersOf(value['header'], { ...variables, values: new Map() }),
    ...(body !== undefined && body !== '' && { body }),
  };
}

/** Each saved response is an exchange; a request without one is one by itself. */
function readItems(items: unknown, inherited: Credentials, reading: Reading, depth = 0): void {
  for (const item of listOf(items).map(membersOf)) {
    if (reading.exchanges.length >= MAX_ITEMS) return;
    if (Array.isArray(item['item'])) {
      if (depth < MAX_DEPTH) readItems(item['item'], authOf(item['auth'], reading) ?? inherited, reading, depth + 1);
      continue;
    }
    const source = { shape: 'postman-collection' };
    const answered = listOf(item['response'])
      .map(membersOf)
      .flatMap((saved): RawExchange[] => {
        const response = responseOf(saved, { values: new Map(), unknown: new Set() });
        if (!response) return [];
        const request = requestOf(saved['originalRequest'] ?? item['request'], inherited, reading);
        return [{ source, ...(request && { request }), response }];
      });
    if (answered.length > 0) {
      reading.exchanges.push(...answered);
      continue;
    }
    const request = item['request'] === undefined ? undefined : requestOf(item['request'], inherited, reading);
    if (request) reading.exchanges.push({ source, request });
  }
}

export default {
  title: 'A Postman collection',
  madeBy: 'Postman, "Export" of a collection (2.0 and 2.1)',
  recognise: (text) => (/^\ufeff?\s*\{/.test(text.slice(0, 1000)) && MARK.test(text.slice(0, 65_536)) ? 0.95 : 0),
  read(text): Captured {
    let parsed: unknown;
    try {
      parsed = JSON.parse(text.replace(/^\ufeff/, ''));
    } catch {
      throw new UnreadableInput(
        'The Postman collection is not valid JSON, or cut off.',
        'Export it once more, and do not edit it by hand.',
      );
    }
    const top = membersOf(parsed);
    const collection = top['item'] === undefined ? membersOf(top['collection']) : top;
    const values = new Map(pairsOf(collection['variable']).map(({ name, value }) => [name, value]));
    for (const variable of listOf(collection['variable']).map(membersOf)) {
      const id = textOf(variable['id']);
      if (id !== undefined && variable['key'] === undefined) values.set(id, textOf(variable['value']) ?? '');
    }
    const reading: Reading = { variables: { values, unknown: new Set() }, warnings: [], exchanges: [] };
    readItems(collection['item'], authOf(collection['auth'], reading) ?? { headers: [], query: [] }, reading);
    if (reading.exchanges.length === 0)
      throw new UnreadableInput('The Postman collection holds no request.', 'Export the collection that holds the call.');
    return { exchanges: reading.exchanges, warnings: [...new Set([...reading.warnings, ...unknownWarning(reading.variables)])] };
  },
} satisfies Capture;
