import { UnreadableInput, type Capture, type Captured } from '../model/capture.ts';
import type { HttpRequest } from '../model/exchange.ts';
import { BOUNDARY, multipartBody } from '../parse/multipart.ts';
import { credentialsOf, formEncoded, withDefaults, withQuery, type Pair } from '../parse/request-parts.ts';
import { fill, unknownWarning, type Variables } from '../parse/templates.ts';

const METHODS = 'get|post|put|delete|patch|options|head|trace|connect|http';
const BLOCK = /^([a-z]+(?:[:-][a-z-]+){0,3}) \{[ \t]*$/;
const CALL = new RegExp(`^(?:${METHODS}) \\{[ \\t]*$`, 'm');

/** The lines of each block, without the two blanks that set them in. */
type Blocks = Map<string, string[]>;

function blocksOf(text: string): Blocks {
  const blocks: Blocks = new Map();
  let current: string[] | undefined;
  for (const raw of text.split('\n')) {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    if (current) {
      // Blocks end where a brace stands at the start of a line.
      if (line.startsWith('}')) current = undefined;
      else current.push(line.startsWith('  ') ? line.slice(2) : line);
      continue;
    }
    const name = BLOCK.exec(line.slice(0, 200))?.[1];
    if (name === undefined) continue;
    current = [];
    if (!blocks.has(name)) blocks.set(name, current);
  }
  return blocks;
}

/** "name: value" on each line; "~name" is switched off, and a name may stand in quotes. */
function pairsIn(lines: readonly string[] | undefined): Pair[] {
  return (lines ?? []).flatMap((line) => {
    const match = /^[ \t]{0,8}("(?:[^"\\]|\\.){1,300}"|[^:\s~][^:]{0,300}):[ \t]{0,8}(.*)$/.exec(line.slice(0, 65_536));
    if (!match) return [];
    const name = match[1]!.startsWith('"') ? match[1]!.slice(1, -1).replace(/\\(.)/g, '$1') : match[1]!.trim();
    return [{ name, value: match[2]!.trim() }];
  });
}

const BODY_TYPES: Record<string, string> = {
  json: 'application/json',
  xml: 'application/xml',
  text: 'text/plain',
  sparql: 'application/sparql-query',
};

type Body = { body?: string; type?: string };

function bodyOf(blocks: Blocks, mode: string, variables: Variables, warnings: string[]): Body {
  const textIn = (name: string): string | undefined => {
    const lines = blocks.get(name);
    return lines && fill(lines.join('\n').trim(), variables);
  };
  const filled = (name: string): Pair[] =>
    pairsIn(blocks.get(name)).map((pair) => ({ name: fill(pair.name, variables), value: fill(pair.value, variables) }));
  switch (mode) {
    case 'none':
      return {};
    case 'form-urlencoded':
    case 'formUrlEncoded':
      return { body: formEncoded(filled('body:form-urlencoded')), type: 'application/x-www-form-urlencoded' };
    case 'multipart-form':
    case 'multipartForm': {
      const parts = filled('body:multipart-form');
      const type = `multipart/form-data; boundary=${BOUNDARY}`;
      if (!parts.some(({ value }) => value.startsWith('@file(')))
        return { body: multipartBody(parts.map(({ name, value }) => ({ name, content: value }))), type };
      warnings.push('A form with files is not built: the request does not hold what they hold.');
      return { type };
    }
    case 'graphql': {
      const query = textIn('body:graphql') ?? '';
      const given = textIn('body:graphql:vars');
      let values: unknown;
      try {
        values = given === undefined || given === '' ? undefined : JSON.parse(given);
      } catch {
        warnings.push('The variables of a GraphQL request are no JSON, and are left out.');
      }
      return { body: JSON.stringify({ query, ...(values !== undefined && { variables: values }) }), type: 'application/json' };
    }
    default: {
      const body = textIn(`body:${mode}`) ?? (mode === 'json' ? textIn('body') : undefined);
      const type = BODY_TYPES[mode];
      if (body === undefined && type === undefined) warnings.push(`A body of the kind ${mode.slice(0, 40)} is not built.`);
      return { ...(body !== undefined && body !== '' && { body }), ...(type !== undefined && body !== undefined && { type }) };
    }
  }
}

/** The mode that the call names, or, in older files, the one body that there is. */
const modeOf = (blocks: Blocks, named: string | undefined): string =>
  named ??
  [...blocks.keys()]
    .find((name) => /^body(?::|$)/.test(name))
    ?.replace(/^body:?/, '')
    .replace(/^$/, 'json') ??
  'none';

export default {
  title: 'A Bruno request',
  madeBy: 'Bruno, a .bru file',
  recognise(text) {
    const start = text.slice(0, 65_536);
    if (!CALL.test(start) || !/^ {2}url: \S/m.test(start)) return 0;
    return /^meta \{[ \t]*$/m.test(start) ? 0.95 : /^\s*(?:[a-z]+) \{/.test(start) ? 0.8 : 0;
  },
  read(text): Captured {
    const blocks = blocksOf(text.replace(/^\ufeff/, ''));
    const verb = [...blocks.keys()].find((name) => new RegExp(`^(?:${METHODS})$`).test(name));
    const call = new Map(pairsIn(verb === undefined ? undefined : blocks.get(verb)).map(({ name, value }) => [name, value]));
    const written = call.get('url');
    if (verb === undefined || written === undefined || written === '')
      throw new UnreadableInput('The Bruno file names no URL.', 'Give the .bru file of a request, not of an environment or a folder.');
    const warnings: string[] = [];
    const variables: Variables = {
      values: new Map([...pairsIn(blocks.get('vars')), ...pairsIn(blocks.get('vars:pre-request'))].map(({ name, value }) => [name, value])),
      unknown: new Set(),
    };
    const parameters = new Map(pairsIn(blocks.get('params:path')).map(({ name, value }) => [name, value]));
    const path = written.replace(/\/:([\w-]{1,100})(?=[/?#]|$)/g, (as, name: string) =>
      parameters.has(name) ? `/${parameters.get(name)!}` : as,
    );
    const query = path.includes('?') ? [] : pairsIn(blocks.get('params:query') ?? blocks.get('query'));
    const auth = call.get('auth') ?? [...blocks.keys()].find((name) => name.startsWith('auth:'))?.slice('auth:'.length);
    const details = new Map(pairsIn(blocks.get(`auth:${auth}`)).map(({ name, value }) => [name, fill(value, variables)]));
    const credentials = credentialsOf(auth, (name) => details.get(name));
    if (credentials.warning !== undefined) warnings.push(credentials.warning);
    if (auth === 'inherit') warnings.push('The credentials are those of the folder or the collection, which this file does not hold.');
    const { body, type } = bodyOf(blocks, modeOf(blocks, call.get('body')), variables, warnings);
    const headers = pairsIn(blocks.get('headers')).map(({ name, value }) => ({
      name: fill(name, variables),
      value: fill(value, variables),
    }));
    const url = fill(withQuery(path, query), variables);
    const request: HttpRequest = {
      method: verb === 'http' ? (call.get('method') ?? 'GET') : verb.toUpperCase(),
      url: withQuery(/^[a-z][a-z\d+.-]*:\/\/|^\{\{/i.test(url) ? url : `http://${url}`, credentials.query),
      headers: withDefaults(headers, [...credentials.headers, ...(type === undefined ? [] : [{ name: 'Content-Type', value: type }])]),
      ...(body !== undefined && { body }),
    };
    if ([...blocks.keys()].some((name) => name === 'script:pre-request')) warnings.push('The script before the request is not run.');
    return {
      exchanges: [{ source: { shape: 'bruno-request' }, request }],
      warnings: [...new Set([...warnings, ...unknownWarning(variables)])],
    };
  },
} satisfies Capture;
