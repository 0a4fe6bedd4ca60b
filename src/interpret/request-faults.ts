/** What is wrong with a request by itself, whatever the server thinks of it. */
import type { Because, Facts } from '../model/check.ts';
import { causes, type CauseId, type Family } from '../model/cause.ts';
import { header, type HttpRequest } from '../model/exchange.ts';
import { cut } from '../model/format.ts';
import { contentTypeOf, showsFields, urlOf, withoutMasks, type SentCredential } from './sent-credentials.ts';
import { calledProfile } from './whose-account.ts';

export type Fault = {
  says: string;
  because: Because;
  step: string;
  /** The causes or families that this would explain. For another cause it is worth a warning, and no more. */
  explains: readonly (CauseId | Family)[];
};

/** Whether a fault would explain why this call failed. */
export function explains(fault: Fault, cause: CauseId): boolean {
  return cause === 'unknown' || fault.explains.includes(cause) || fault.explains.includes(causes[cause].family);
}

const KEY_CAUSES: readonly CauseId[] = ['credentials-missing', 'credentials-invalid', 'key-scope-mismatch', 'permission-denied'];

/** Schemes whose credential is one token (RFC 6750, and vendors' own); the others have quotes and blanks by right. */
const TOKEN_SCHEME = /^(?:bearer|token|key|api-?key)$/i;
/** A scheme that we do not know, with parameters: Hawk id="…". */
const PARAMETERS = /^[A-Za-z][\w-]{1,30}\s+[\w-]{1,60}\s*=/;
/** One that we do not know, with a token: DeepL-Auth-Key …, SSWS …. A piece of a key that was torn apart mostly has a digit in it. */
const OTHER_SCHEME = /^[A-Za-z][A-Za-z-]{2,24}\s+\S{8,}$/;
const BLANK = /\s|\\[nrt]/;
/** The same in a query. */
const ESCAPED_BLANK = /%(?:20|0[AD])/i;
const QUOTE = /^["'`‘’“”]|["'`‘’“”]$/;
/** A key that somebody hid before pasting says nothing about the key that was sent. */
const HIDDEN = /\*{3}|\.{3}|…|•{2}|x{6}|redact|hidden|removed|masked|omitted|filtered|secret>/i;
const UNEXPANDED =
  /\$\{?[A-Za-z_]\w{0,60}\}?|\$\([^)]{0,60}\)?|%[A-Z_][A-Z0-9_]{2,60}%|\{\{[^}]{1,60}\}\}|\b(?:process\.env|os\.environ)\b/;
const PLACEHOLDER =
  /^["'<[{]*(?:your|my|insert|enter|put|paste|replace)[-_ ]|^<[^>]{1,60}>$|^(?:undefined|null|none|nil|nan|\[object object\])$|[-_ ]here[>\]}"']*$|^change-?me$|^(?:api[-_]?key|token|key)$/i;

/** What is wrong with one credential of a request; the first thing, because the others follow from it. */
export function credentialFault(sent: SentCredential, facts: Facts): Fault | undefined {
  const { cause } = facts.reading.verdict;
  const bare = sent.credential.trim();
  const shown = withoutMasks(bare);
  const either = (pattern: RegExp) => pattern.test(shown) || (sent.secret?.matches(pattern) ?? false);
  const isToken = sent.scheme === undefined ? !either(PARAMETERS) && !either(OTHER_SCHEME) : TOKEN_SCHEME.test(sent.scheme);
  const fault = (says: string, step: string): Fault => ({
    says,
    step,
    because: { where: sent.where, value: cut(sent.value, 80), says },
    explains: KEY_CAUSES,
  });

  if (bare === '')
    return fault(`${sent.name} carries no key`, 'See whether the variable that holds the key is set where the program runs.');
  if (HIDDEN.test(shown)) return undefined;
  if (either(/^["']?authorization:/i))
    return fault("The field's name stands in its value too", 'Give only the value: Bearer, a space, the key.');
  if (sent.scheme && new RegExp(`^${sent.scheme}(?::|\\s|$)`, 'i').test(bare)) {
    return fault(`'${sent.scheme}' stands twice before the key`, `Take '${sent.scheme}' out of the variable: the client adds it.`);
  }
  // A server that knew the account was sent a real key: then the person hid it, or shows the command before its expansion.
  if (mayBeTheKey(cause)) {
    const variable = UNEXPANDED.exec(shown)?.[0];
    if (variable !== undefined) {
      return fault(
        `${cut(variable, 30)} stands where the key should`,
        'Let the shell expand the variable: double quotes, not single ones; $env:NAME in PowerShell, %NAME% in cmd.',
      );
    }
    if (either(PLACEHOLDER))
      return fault('A placeholder stands where the key should', 'Put in the real key, or see why its variable is empty.');
  }
  if (isToken && (either(QUOTE) || QUOTE.test(sent.value.trim()))) {
    return fault(
      'Quotes were sent together with the key',
      'Take the quotes out of the value: in an .env file or a secret store they are part of it.',
    );
  }
  if (isToken && either(sent.name.startsWith('?') ? ESCAPED_BLANK : BLANK)) {
    return fault('A blank or a line end stands inside the key', 'Copy the key again, without the line end: printf, not echo, into a file.');
  }
  if (isToken && either(/[^\u0020-\u007e]/)) {
    return fault('A character that no key has stands in the key', 'Copy the key from the dashboard again, not from a document or a chat.');
  }
  const wantsScheme = calledProfile(facts)?.keyHeader.toLowerCase() === 'authorization' && sent.name.toLowerCase() === 'authorization';
  if (wantsScheme && isToken && sent.scheme === undefined && sent.secret && mayBeTheKey(cause)) {
    return fault("No 'Bearer' stands before the key", 'Send the field as: Authorization: Bearer, a space, the key.');
  }
  return undefined;
}

const mayBeTheKey = (cause: CauseId): boolean => cause === 'unknown' || KEY_CAUSES.includes(cause);

/** What is wrong with the URL: a variable or a template left in it, or a key in the clear. */
export function urlFault(request: HttpRequest): Fault | undefined {
  if (request.url === undefined) return undefined;
  const shown = cut(request.url, 80);
  // A query may have $filter and the like by right (OData).
  const path = request.url.split('?', 1)[0]!.slice(0, 4096);
  const left = /\$\{[^}]{0,60}\}|\$[A-Z_]\w{1,60}|\{\{[^}]{1,60}\}\}|\{[A-Za-z_]\w{0,60}\}/.exec(path)?.[0];
  if (left !== undefined) {
    const says = `The URL still holds ${cut(left, 30)}`;
    return {
      says,
      because: { where: 'request.url', value: shown, says },
      step: 'Fill the variable in before the call is made.',
      explains: ['request', 'infrastructure', ...KEY_CAUSES],
    };
  }
  const url = urlOf(request);
  if (url?.protocol !== 'http:' || !isPublic(url.hostname)) return undefined;
  const says = 'http://, not https://: key and content went in the clear';
  return {
    says,
    because: { where: 'request.url', value: shown, says },
    step: 'Call https://, and replace the key: others may have read it.',
    explains: [
      'method-not-allowed',
      'not-found',
      'invalid-request',
      'access-blocked',
      'credentials-missing',
      'network-failure',
      'proxy-interference',
    ],
  };
}

/** Whether a host is reached over networks that are not one's own (RFC 1918, 6598, 6761, 6762, 8375). IPv6 addresses count as one's own. */
function isPublic(host: string): boolean {
  const name = host.toLowerCase();
  if (/^(?:0|10|127)\.|^192\.168\.|^169\.254\.|^172\.(?:1[6-9]|2\d|3[01])\.|^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./.test(name))
    return false;
  return name.includes('.') && !/\.(?:localhost|local|internal|lan|home|corp|test|home\.arpa)$/.test(name);
}

const BODY_CAUSES = ['request', ...KEY_CAUSES] as const;
const LONGEST_BODY = 16 * 1024 * 1024;

/** What is wrong with the body: not the JSON that Content-Type says, JSON under another Content-Type, a body where none belongs. */
export function bodyFault(request: HttpRequest): Fault | undefined {
  const { body, method } = request;
  // "@body.json" is curl's way to name a file that the input does not hold.
  if (body === undefined || body.trim() === '' || body.startsWith('@') || body.length > LONGEST_BODY) return undefined;
  if (!showsFields(request) || request.headers.some(({ name }) => /^content-encoding$/i.test(name))) return undefined;
  const type = contentTypeOf(request);
  const saysJson = type !== undefined && /^application\/(?:[\w.-]+\+)?json$/.test(type);
  const problem = jsonProblem(body);
  const fault = (says: string, step: string, where: string, value: string): Fault => ({
    says,
    step,
    because: { where, value: cut(value, 80), says },
    explains: BODY_CAUSES,
  });

  if (type === 'multipart/form-data' && !/;\s*boundary=/i.test(header(request.headers, 'content-type')!.slice(0, 1000))) {
    return fault(
      'multipart/form-data without its boundary',
      'Let the client set Content-Type for a form with files: it adds the boundary (curl -F, FormData).',
      'request.headers.content-type',
      type,
    );
  }
  if (saysJson && FORM.test(body.slice(0, 500)) && !body.includes('\n'))
    return fault(
      'A form, sent as application/json',
      'Send JSON, or Content-Type: application/x-www-form-urlencoded.',
      'request.body',
      body,
    );
  if (saysJson && problem !== undefined) return fault(problem.says, problem.step, 'request.body', body);
  if (!saysJson && problem === undefined && /^\s*[{[]/.test(body) && !isOtherJson(type)) {
    const says = type === undefined ? 'A JSON body, and no Content-Type field' : `A JSON body, sent as ${cut(type, 40)}`;
    return fault(
      says,
      'Send Content-Type: application/json (curl -d alone says it is a form; curl --json does it right).',
      'request.headers.content-type',
      type ?? '',
    );
  }
  if (/^(?:GET|HEAD)$/i.test(method)) {
    return fault(
      `${method.toUpperCase()} with a body: servers and proxies may drop it`,
      'Use the method of the reference, mostly POST (RFC 9110 §9.3.1).',
      'request.method',
      method,
    );
  }
  return undefined;
}

/** name=value, and more of it after an ampersand. */
const FORM = /^[\w.[\]%-]{1,100}=[^&{]{0,400}(?:&|$)/;

/** JSON of some other name: lines of JSON, GraphQL, CSP reports, an event envelope. */
function isOtherJson(type: string | undefined): boolean {
  return type !== undefined && /json|graphql|multipart|octet-stream|csp-report/.test(type);
}

/** Why a text is no JSON, by the mistakes that shells make; undefined where it is JSON. */
function jsonProblem(body: string): { says: string; step: string } | undefined {
  try {
    JSON.parse(body);
    return undefined;
  } catch {
    const start = body.slice(0, 200);
    if (/^\s*'/.test(start))
      return {
        says: 'The body starts with a single quote: no JSON',
        step: 'In cmd, put the body in double quotes and escape the inner ones, or use -d @file.',
      };
    if (/^\s*\{\s*'/.test(start))
      return {
        says: 'The body has single quotes: no JSON',
        step: 'JSON wants double quotes: let a JSON library write it (json.dumps, JSON.stringify).',
      };
    if (/^\s*\{\s*[A-Za-z_]/.test(start))
      return {
        says: 'The body lost its double quotes on the way: no JSON',
        step: 'The shell ate the quotes: use -d @file, or escape them as \\".',
      };
    if (/^\s*\{\s*\\"/.test(start))
      return { says: 'The quotes in the body are still escaped: no JSON', step: 'Within single quotes no backslashes are needed.' };
    return {
      says: 'The body is not valid JSON, as Content-Type says',
      step: 'Check the body with a JSON parser: jq . body.json names the place.',
    };
  }
}
