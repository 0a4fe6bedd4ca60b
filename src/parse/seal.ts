/**
 * Sealing: every credential in what a capture read becomes a Secret, and its mask stands in its place. After this no string
 * of an exchange holds one, so no report has to think of it.
 */
import type { Exchange, HeaderField, RawExchange } from '../model/exchange.ts';
import { maskOf, Secret, type SecretKind } from '../model/secret.ts';

/** Names of header fields, query parameters and members whose value is a credential; other names may end in the long ones. */
const SECRET_NAMES = new Set(
  'key x-key token auth cookie set-cookie appkey x-payment payment-signature jwt sig authorization proxy-authorization'.split(' '),
);
const SECRET_ENDINGS =
  'api-key apikey access-key access-key-id accesskey secret secret-key client-secret private-key subscription-key access-token refresh-token id-token session-token security-token auth-token bearer-token private-token password passwd pwd signature credential'.split(
    ' ',
  );

/**
 * A pattern, with small letters of which one must stand in the text: most texts hold none of them, and an expression that is
 * not run is not compiled either.
 */
type Pattern = { kind: SecretKind; hints: string[]; pattern: RegExp };

/** What vendors' keys start with, before a hyphen or an underscore. */
const PREFIXES =
  'sk pk rk ak r8 gsk xai pplx tvly fc hf nvapi csk jina co fw tgp pat key api sess whsec shpat shpca shppa shpss glpat npm dop dckr sntrys sbp rnd vck phx phc lin figd ntn apify sg ccipat cciprj eaa'
    .split(' ')
    .flatMap((prefix) => (prefix === 'eaa' ? [prefix] : [`${prefix}-`, `${prefix}_`]))
    .concat('sk.', 'pk.', 'sg.');

/** Key shapes that give themselves away wherever they stand. */
const SHAPES: Pattern[] = [
  { kind: 'token', hints: ['eyj'], pattern: /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{4,}/g },
  {
    kind: 'key',
    hints: PREFIXES,
    pattern:
      /\b(?:(?:sk|pk|rk|ak|r8|gsk|xai|pplx|tvly|fc|hf|nvapi|csk|jina|fw|tgp|sess|whsec|shpat|shpca|shppa|shpss|glpat|dop|dckr|sntrys|sbp|rnd|vck|phx|phc|lin|figd|ntn|apify|CCIPAT|CCIPRJ|EAA[A-Z])[-_]|(?:sk|pk|SG)\.)(?=[\w.-]*\d|[\w.-]*[A-Z])[\w.-]{14,}\w/g,
  },
  // Words that begin hosts and packages too, so that no dot may follow: "api-inference.example2.com".
  {
    kind: 'key',
    hints: ['co-', 'co_', 'pat-', 'pat_', 'key-', 'key_', 'api-', 'api_', 'npm-', 'npm_'],
    pattern: /\b(?:co|pat|key|api|npm)[-_](?=[\w-]*\d|[\w-]*[A-Z])[\w-]{14,}\w(?!\.[a-z])/g,
  },
  // A bot's number and token (Telegram), a key's id and secret (fal).
  { kind: 'token', hints: [':'], pattern: /\b\d{8,10}:[A-Za-z0-9_-]{35}\b/g },
  { kind: 'key', hints: [':'], pattern: /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}:[0-9a-f]{32}\b/g },
  { kind: 'key', hints: ['aiza'], pattern: /\bAIza[\w-]{30,}/g },
  { kind: 'key', hints: ['akia', 'asia'], pattern: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g },
  {
    kind: 'token',
    hints: ['gh', 'xox', 'ya29'],
    pattern: /\b(?:gh[opsur]_\w{20,}|github_pat_\w{20,}|xox[abeoprs]-[\w-]{10,}|ya29\.[\w-]{20,})/g,
  },
  { kind: 'key', hints: ['.'], pattern: /\b[0-9a-f]{32}\.[A-Za-z0-9]{16}\b/g },
  { kind: 'secret', hints: ['private key'], pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]{0,8192}?-----END [A-Z ]*PRIVATE KEY-----/g },
];

/** Credentials that a name before them gives away. The group `value` is the credential. */
const NAMED: Pattern[] = [
  {
    kind: 'key',
    hints: ['bearer ', 'token ', 'apikey ', 'api-key ', 'l402 ', 'lsat ', 'payment '],
    pattern: /\b(?:Bearer|Token|ApiKey|Api-Key|L402|LSAT|Payment)\s+(?<value>[\w+/.~:-]{12,}=*)/gi,
  },
  { kind: 'password', hints: ['basic '], pattern: /\bBasic\s+(?<value>[A-Za-z0-9+/]{8,}={0,2})/g },
  {
    kind: 'key',
    hints:
      'authorization api-key api_key apikey access-key access_key accesskey n-key secret passw s-token s_token stoken h-token h_token htoken n-token n_token ntoken y-token e-token'.split(
        ' ',
      ),
    pattern:
      /["']?\b(?:authorization|(?:[\w-]{0,32}[-_])?(?:api[-_]?key|apikey|access[-_]?key|access[-_]?token|refresh[-_]?token|auth[-_]?token|session[-_]?token|security-token|client[-_]?secret|secret[-_]?key|private-token|subscription-key|password|passwd))["']?\s{0,4}(?::|=>|=)\s{0,4}\\?["']?(?:(?:Bearer|Basic|Token|ApiKey)\s+)*(?<value>[^\s"'\\,;&})\]]{8,})/gi,
  },
  {
    kind: 'key',
    hints: ['key=', 'token=', 'auth=', 'sig', 'x-amz-', 'password='],
    pattern:
      /[?&](?:key|api[-_]?key|apikey|access_token|token|auth|sig|signature|x-amz-signature|x-amz-credential|x-amz-security-token|password)=(?<value>[^&\s"'#<>)]{8,})/gi,
  },
  { kind: 'password', hints: ['@'], pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@"']{1,128}:(?<value>[^\s/@"']{1,256})@/gi },
  { kind: 'password', hints: ['@'], pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/(?<value>[^\s/:@"']{16,256}):?@/gi },
  // What a vendor quotes of the key it refuses: "Incorrect API key provided: …".
  {
    kind: 'key',
    hints: ['key:', 'token:', ...['provided', 'supplied', 'given', 'used'].flatMap((word) => [`key ${word}`, `token ${word}`])],
    pattern: /\b(?:key|token)(?: (?:provided|supplied|given|used))?:\s{0,4}["'`]?(?<value>[\w+/.~-]{19,}[\w=])/gi,
  },
  { kind: 'key', hints: ['-u', '--user'], pattern: /(?:^|\s)(?:-u|--user)[ =]?\s{0,2}["']?(?<value>[^\s:"']{16,256}):(?=["'\s]|$)/g },
  {
    kind: 'password',
    hints: ['-u', '--user', '--proxy-user'],
    pattern: /(?:^|\s)(?:-u|--user|-U|--proxy-user)[ =]?\s{0,2}["']?[^\s:"']{1,128}:(?<value>[^\s"']{1,256})/g,
  },
  { kind: 'cookie', hints: ['cookie:'], pattern: /(?:^|\n)[<> ]{0,3}(?:set-)?cookie:\s*(?<value>[^\r\n]{4,4096})/gi },
];

/** Not a credential: a variable that was never expanded, a placeholder, what a vendor or we have masked already. */
const NOT_A_SECRET =
  /^(?:\$\{?\w+\}?|%\w+%|\{\{?[\w .$-]+\}?\}|<[^>]*>|\[[^\]]*\]?|(?:your|my)[-_ ].*|.*(?:\*{3,}|x{8,}|…|\.\.\.).*|null|none|undefined|true|false|required|invalid|missing|not|bearer|basic)$/i;

const KIND_BY_NAME: [RegExp, SecretKind][] = [
  [/cookie/i, 'cookie'],
  [/passw|pwd/i, 'password'],
  [/sig/i, 'signature'],
  [/token|jwt|payment/i, 'token'],
];

const kindOf = (name: string): SecretKind => KIND_BY_NAME.find(([pattern]) => pattern.test(name))?.[1] ?? 'key';

/** Whether a header field, a parameter or a member of that name carries a credential. */
export function isSecretName(name: string): boolean {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[_.]/g, '-');
  return SECRET_NAMES.has(words) || SECRET_ENDINGS.some((ending) => words === ending || words.endsWith(`-${ending}`));
}

type Found = Map<string, SecretKind>;

function note(found: Found, kind: SecretKind, value: string): void {
  const bare = value.trim();
  if (bare.length < 3 || NOT_A_SECRET.test(bare) || found.has(bare)) return;
  found.set(bare, kind);
}

function findInText(text: string, found: Found): void {
  if (text.length < 12) return;
  const small = text.toLowerCase();
  const isNear = ({ hints }: Pattern): boolean => hints.some((hint) => small.includes(hint));
  for (const { kind, pattern } of SHAPES.filter(isNear)) for (const match of text.matchAll(pattern)) note(found, kind, match[0]);
  for (const { kind, pattern } of NAMED.filter(isNear)) {
    for (const match of text.matchAll(pattern)) {
      const value = match.groups?.['value'];
      if (value === undefined) continue;
      if (kind === 'cookie') findInCookie(value, found);
      else note(found, kind, value);
    }
  }
}

function findInCookie(value: string, found: Found): void {
  for (const pair of value.split(/[;,]\s*/)) {
    const at = pair.indexOf('=');
    if (at > 0 && !/^(?:path|domain|expires|max-age|samesite|priority)$/i.test(pair.slice(0, at).trim()))
      note(found, 'cookie', pair.slice(at + 1));
  }
}

/** The credential of an Authorization value without its scheme words: "Bearer Bearer x" gives x. */
function findInHeader({ name, value }: HeaderField, found: Found): void {
  if (!isSecretName(name)) return findInText(value, found);
  if (/cookie/i.test(name)) return findInCookie(value, found);
  const credential = value
    .replace(
      /^\s*["']?(?:(?:Bearer|Basic|Token|ApiKey|Api-Key|Key|L402|LSAT|Payment|AWS4-HMAC-SHA256|Digest|Negotiate|SharedKey)\s+)*/i,
      '',
    )
    .replace(/["'\s]+$/, '');
  note(found, /basic/i.test(value) ? 'password' : kindOf(name), credential);
  return findInText(value, found);
}

/** Members of a JSON body, or a form's fields, that are named like credentials; of any length, unlike those in free text. */
function findInBody(body: string, found: Found): void {
  for (const match of body.matchAll(/\\?"([\w.-]{1,64})\\?"\s{0,8}:\s{0,8}\\?"((?:[^"\\]|\\(?!")){3,4096})\\?"/g)) {
    if (isSecretName(match[1]!)) note(found, kindOf(match[1]!), match[2]!);
  }
  findInText(body, found);
}

function findInUrl(url: string, found: Found): void {
  for (const match of url.matchAll(/[?&]([^=&#]{1,64})=([^&#]{3,4096})/g))
    if (isSecretName(match[1]!)) note(found, kindOf(match[1]!), match[2]!);
  const user = /^[a-z][a-z0-9+.-]*:\/\/([^/?#@]*)@/i.exec(url)?.[1];
  if (user) note(found, 'password', /:./.test(user) ? user.slice(user.indexOf(':') + 1) : user.replace(':', ''));
  findInText(url, found);
}

/** Secrets whose value stands inside a longer one are masked with the longer one first. */
function seals(found: Found, everything: string): Secret[] {
  const count = new Map<SecretKind, number>();
  const secrets: Secret[] = [];
  for (const [value, kind] of found) {
    let number = (count.get(kind) ?? 0) + 1;
    while (everything.includes(`[${kind}#${number}`)) number++; // somebody pasted one of our own reports
    count.set(kind, number);
    secrets.push(new Secret(kind, maskOf(kind, number, value), value));
  }
  return secrets;
}

/**
 * Takes an exchange as a capture read it and gives the same exchange with a mask in place of every credential, and the
 * secrets that the masks stand for.
 */
export function sealExchange(raw: RawExchange): Exchange {
  const found: Found = new Map();
  const { request, response } = raw;
  for (const field of request?.headers ?? []) findInHeader(field, found);
  if (request?.url) findInUrl(request.url, found);
  if (request?.send?.proxy) findInUrl(request.send.proxy, found);
  if (request?.body) findInBody(request.body, found);
  for (const field of response?.headers ?? []) findInHeader(field, found);
  if (response?.body) findInBody(response.body, found);
  if (raw.toldUrl) findInUrl(raw.toldUrl, found);
  if (raw.text) findInBody(raw.text, found);
  if (raw.failure) findInText(raw.failure.message, found);
  if (found.size === 0) return { ...raw, secrets: [] };

  const secrets = seals(found, JSON.stringify(raw));
  const values = [...found.keys()];
  const order = values.map((_, i) => i).sort((a, b) => values[b]!.length - values[a]!.length);
  const mask = (text: string): string => order.reduce((result, i) => result.replaceAll(values[i]!, secrets[i]!.mask), text);
  return { ...(maskDeep(raw, mask) as RawExchange), secrets };
}

function maskDeep(value: unknown, mask: (text: string) => string): unknown {
  if (typeof value === 'string') return mask(value);
  if (Array.isArray(value)) return value.map((item) => maskDeep(item, mask));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, maskDeep(member, mask)]));
}
