import { UnreadableInput, type Capture, type Captured } from '../model/capture.ts';
import type { HeaderField, RawExchange } from '../model/exchange.ts';
import { curlFailure } from '../parse/curl-failure.ts';
import { endsInsideJson } from '../parse/loose-json.ts';
import { strictJson } from '../parse/loose-json.ts';

type Members = Record<string, unknown>;

/** The first of the variables, in newer and in older versions (curl's manual page, "--write-out"). */
const START = /\{"(?:certs|conn_id|content_type|errormsg|exitcode|filename_effective|http_code|url_effective)":/g;
const SAYS = ['"response_code":', '"url_effective":', '"exitcode":'];

type Found = { before: string; told: Members; at: number };

/** Each object of variables, and what stands before it. Nothing in them nests but the certificates, so each ends its line. */
function variables(text: string): Found[] {
  const found: Found[] = [];
  let from = 0;
  for (const { index } of text.matchAll(START)) {
    if (index < from || found.length >= 1000) continue;
    const end = /\}(?=\s*(?:$|\n|\{))/g;
    end.lastIndex = index;
    const last = end.exec(text);
    if (!last) break;
    const told = strictJson(text.slice(index, last.index + 1));
    if (!told || !('response_code' in (told as Members))) continue;
    found.push({ before: text.slice(from, index), told: told as Members, at: index });
    from = last.index + 1;
  }
  return found;
}

/** Header fields as %{header_json} writes them: every member a list of strings. */
function fieldsOf(value: unknown): HeaderField[] | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const members = Object.entries(value);
  const isField = (values: unknown): values is string[] => Array.isArray(values) && values.every((item) => typeof item === 'string');
  if (members.length === 0 || !members.every(([, values]) => isField(values))) return undefined;
  return members.flatMap(([name, values]) => (values as string[]).map((content) => ({ name, value: content })));
}

/** The fields, where %{header_json} was asked for too, and the body before them. */
function splitBefore(before: string): { headers: HeaderField[]; body: string } {
  const starts = [...before.matchAll(/\{"[!#$%&'*+\-.^_`|~\w]{1,100}":\["/g)].map(({ index }) => index);
  for (const at of starts.slice(-50).toReversed()) {
    const headers = fieldsOf(strictJson(before.slice(at)));
    if (headers) return { headers, body: before.slice(0, at).trim() };
  }
  return { headers: [], body: before.trim() };
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

function exchangeOf({ before, told }: Found, line: number): RawExchange {
  const { headers, body } = splitBefore(before);
  const source = { shape: 'curl-write-out-json', line };
  const url = text(told['url_effective']) ?? text(told['url']);
  const method = text(told['method']);
  const asked =
    method === undefined
      ? { ...(url !== undefined && { toldUrl: url }) }
      : { request: { method, ...(url !== undefined && { url }), headers: [] } };
  const status = Number(told['response_code']);
  const exit = { code: Number(told['exitcode'] ?? 0), message: text(told['errormsg']) ?? '' };
  if (status >= 100 && status <= 999) {
    const type = text(told['content_type']);
    const version = text(told['http_version']);
    const known = headers.length > 0 || type === undefined ? headers : [{ name: 'Content-Type', value: type }];
    const cut = [16, 18, 28, 56, 92].includes(exit.code) || endsInsideJson(body);
    return {
      source,
      ...asked,
      response: {
        ...(version !== undefined && { version }),
        status,
        headers: known,
        ...(body !== '' && { body }),
        ...(cut && { truncated: true }),
      },
    };
  }
  const failure = curlFailure({ ...exit, message: exit.message || `curl ended with exit code ${exit.code} and no response` }, []);
  return { source, ...asked, ...(failure && { failure }), ...(body !== '' && { text: body }) };
}

export default {
  title: "curl's variables as JSON",
  madeBy: "curl -w '%{json}', also with '%{header_json}'",
  recognise: (input) => (SAYS.every((name) => input.includes(name)) && variables(input).length > 0 ? 0.98 : 0),
  read(input): Captured {
    const found = variables(input);
    if (found.length === 0)
      throw new UnreadableInput("The variables of curl -w '%{json}' are cut off.", 'Give the whole output, to the closing brace.');
    let [line, counted] = [1, 0];
    const exchanges = found.map((one) => {
      line += input.slice(counted, one.at).split('\n').length - 1;
      counted = one.at;
      return exchangeOf(one, line);
    });
    return { exchanges, warnings: [] };
  },
} satisfies Capture;
