/** The judgements that are easy to get wrong, on facts made by hand: one difference between two cases, and what it must change. */
import { describe, expect, test } from 'vitest';
import type { CauseId } from '../src/model/cause.ts';
import type { Check, Facts, Finding } from '../src/model/check.ts';
import type { Balance, StatusSummary } from '../src/model/evidence.ts';
import type { HttpRequest, HttpResponse, RawExchange } from '../src/model/exchange.ts';
import type { Provider } from '../src/model/provider.ts';
import type { Figure, Layer, Reading } from '../src/model/reading.ts';
import account from '../src/checks/account.ts';
import contextSize from '../src/checks/context-size.ts';
import gatewayCheck from '../src/checks/gateway.ts';
import keyPlan from '../src/checks/key-plan.ts';
import networkExchange from '../src/checks/network-exchange.ts';
import paymentMethod from '../src/checks/payment-method.ts';
import staleCache from '../src/checks/stale-cache.ts';
import statusPage from '../src/checks/status-page.ts';
import support from '../src/checks/support.ts';
import { modelCallOf } from '../src/interpret/model-call.ts';
import { withArticle } from '../src/interpret/article.ts';
import { estimateTokens } from '../src/interpret/tokens.ts';
import { amount, grouped, roundDown } from '../src/model/numbers.ts';
import { sealExchange } from '../src/parse/seal.ts';

const NOW = '2026-11-20T12:00:00Z';
const KEY = 'acme-0123456789abcdef0123456789abcdef';

const acme: Provider & { id: string } = {
  id: 'acme',
  title: 'Acme',
  kind: 'vendor',
  hosts: ['api.acme.example.com'],
  keys: [
    { pattern: 'acme-[0-9a-f]{32}', means: 'API key', sample: KEY },
    { pattern: 'acme_(?:test|live)_[0-9a-f]{24}', means: 'secret key', sample: 'acme_test_0123456789abcdef01234567' },
    {
      pattern: 'acme-admin-[0-9a-f]{32}',
      means: 'admin key',
      sample: 'acme-admin-0123456789abcdef0123456789abcdef',
      notFor: 'calls to models',
    },
  ],
  keyEnvironment: ['ACME_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-acme-id'],
  ownHeaders: [],
  ownWords: [],
  links: {
    billing: 'https://acme.example.com/billing',
    support: 'https://acme.example.com/support',
    keys: 'https://acme.example.com/keys',
  },
  statusPage: {
    page: 'https://status.acme.example.com',
    api: { kind: 'statuspage', url: 'https://status.acme.example.com/api/v2/summary.json' },
  },
  rules: [],
};
const pageOnly = { ...acme, statusPage: { page: 'https://status.acme.example.com' } };
const proxyGateway: Provider & { id: string } = { ...acme, id: 'relay', title: 'Relay', kind: 'gateway', keys: [], links: {} };

type Given = {
  cause: CauseId;
  confidence?: Reading['verdict']['confidence'];
  alternatives?: CauseId[];
  layer?: Layer;
  figures?: Figure[];
  cache?: Reading['cache'];
  problems?: Reading['problems'];
  requestId?: string;
  exchange?: Partial<RawExchange>;
  provider?: Facts['provider'] | null;
  gateway?: Facts['gateway'];
  balance?: Balance;
  status?: StatusSummary;
  readAt?: string;
};

function judge(check: Check, given: Given): Finding {
  const exchange = sealExchange({ source: { shape: 'http-message' }, ...given.exchange });
  const answer = (data: unknown) => ({
    outcome: 'answered' as const,
    at: given.readAt ?? NOW,
    asked: 'GET https://api.acme.example.com/v1',
    data,
  });
  const status = exchange.response?.status;
  return check.judge({
    exchange,
    reading: {
      ...(status !== undefined && { status }),
      problems: given.problems ?? [],
      rateLimits: [],
      figures: given.figures ?? [],
      payments: [],
      ...(given.cache && { cache: given.cache }),
      ...(given.requestId && { requestId: { where: 'response.headers.x-acme-id', value: given.requestId } }),
      answeredBy: { layer: given.layer ?? 'provider' },
      verdict: {
        cause: given.cause,
        confidence: given.confidence ?? 'certain',
        because: [],
        alternatives: (given.alternatives ?? []).map((cause) => ({ cause, confidence: 'possible', says: '' })),
        retry: { advice: 'after-fix' },
      },
    },
    ...(given.provider !== null && { provider: given.provider ?? acme }),
    ...(given.gateway && { gateway: given.gateway }),
    evidence: {
      schema: 1,
      at: NOW,
      answers: { ...(given.balance && { balance: answer(given.balance) }), ...(given.status && { 'status-page': answer(given.status) }) },
    },
    now: new Date(NOW),
  });
}

const fields = (given: Record<string, string>) => Object.entries(given).map(([name, value]) => ({ name, value }));
const json = { 'Content-Type': 'application/json' };

function request(
  headers: Record<string, string> = { Authorization: `Bearer ${KEY}` },
  rest: Partial<HttpRequest> = {},
): { request: HttpRequest } {
  return { request: { method: 'POST', url: 'https://api.acme.example.com/v1/chat/completions', headers: fields(headers), ...rest } };
}
function response(status: number, headers: Record<string, string> = {}, body?: string): { response: HttpResponse } {
  return { response: { status, headers: fields(headers), ...(body !== undefined && { body }) } };
}
const tokens = (sizes: Partial<Record<Figure['name'], number>>): Figure[] =>
  Object.entries(sizes).map(([name, value]) => ({ name: name as Figure['name'], value, unit: 'tokens', where: 'response.body' }));

describe('account', () => {
  const broke = { cause: 'credits-exhausted' as const };

  test.each<[string, Given, Finding['outcome'], string]>([
    ['an empty balance proves it', { ...broke, balance: { remaining: 0, unit: 'USD' } }, 'fail', 'No credits left: balance 0.00 USD'],
    [
      'a good balance contradicts it',
      { ...broke, balance: { remaining: 12.4, unit: 'USD' } },
      'warn',
      'Balance 12.40 USD left: a limit of the key, or another account',
    ],
    [
      'a few cents do not contradict it',
      { ...broke, balance: { remaining: 0.02, unit: 'USD' } },
      'fail',
      'Too little for this request: balance 0.02 USD',
    ],
    [
      'less than is asked for does not contradict it',
      {
        ...broke,
        figures: [{ name: 'requested', value: 900, unit: 'characters', where: '' }],
        balance: { remaining: 400, unit: 'characters' },
      },
      'fail',
      'balance 400 characters',
    ],
    ['granted less used is what remains', { ...broke, balance: { granted: 10, used: 10, unit: 'USD' } }, 'fail', 'balance 0.00 USD'],
    [
      'what the vendor calls unavailable is empty',
      { ...broke, balance: { available: false, remaining: 3, unit: 'USD' } },
      'fail',
      'No credits left',
    ],
    [
      'a spend limit stands beside a good balance',
      { cause: 'spend-limit-reached', balance: { remaining: 12.4, unit: 'USD' } },
      'fail',
      'A spend limit is reached; balance 12.40 USD',
    ],
    [
      'the figures of the error are named',
      {
        cause: 'spend-limit-reached',
        figures: [
          { name: 'used', value: 50.1, unit: 'USD', where: '' },
          { name: 'limit', value: 50, unit: 'USD', where: '' },
        ],
      },
      'fail',
      'A spend limit is reached: 50.10 of 50.00 USD',
    ],
    [
      "a request's tokens are no figures of the account",
      { ...broke, figures: tokens({ limit: 3210 }) },
      'fail',
      'No credits left for this request',
    ],
    [
      'a good allowance contradicts it',
      { cause: 'quota-exhausted', balance: { remaining: 900, granted: 1000, unit: 'credits' } },
      'warn',
      'Balance 900 credits left',
    ],
    [
      'money does not contradict an allowance',
      { cause: 'quota-exhausted', balance: { remaining: 900, unit: 'USD' } },
      'fail',
      'is used up; balance 900.00 USD',
    ],
    [
      'an allowance is counted in what nobody names',
      { cause: 'quota-exhausted', figures: tokens({ used: 3000, limit: 3000 }) },
      'fail',
      "The plan's allowance is used up: 3,000 of 3,000",
    ],
    ['a possible cause is no failure', { ...broke, confidence: 'possible' }, 'warn', 'No credits left'],
    [
      "behind a gateway it is somebody else's account",
      { ...broke, layer: 'upstream', gateway: proxyGateway },
      'warn',
      'Not an account at Relay',
    ],
    [
      'another failure leaves a good balance alone',
      { cause: 'not-found', balance: { remaining: 1234.5, unit: 'USD' } },
      'pass',
      'Balance 1,234.50 USD',
    ],
    [
      'an empty balance is said beside another failure',
      { cause: 'not-found', balance: { remaining: 0, unit: 'USD' } },
      'warn',
      'Balance 0.00 USD',
    ],
    ['a person can see it where it may be money', { cause: 'rate-limited', alternatives: ['quota-exhausted'] }, 'ask', 'It may be money'],
    [
      'a limit alone is named',
      { cause: 'spend-limit-reached', figures: [{ name: 'limit', value: 50, unit: 'USD', where: '' }] },
      'fail',
      'A spend limit is reached: 50.00 USD',
    ],
    [
      'what is left is named',
      { ...broke, figures: [{ name: 'remaining', value: 0.02, unit: 'USD', where: '' }] },
      'fail',
      'for this request: 0.02 USD left',
    ],
    [
      'an account that was disabled',
      { cause: 'account-disabled', balance: { remaining: 5, unit: 'USD' } },
      'fail',
      'disabled, and not for money',
    ],
    ['a charge that was declined', { cause: 'payment-declined' }, 'skip', "The payer's payment failed"],
    [
      'an empty balance beside a success',
      { cause: 'success', balance: { remaining: 0, unit: 'USD' } },
      'warn',
      'the next call may be refused',
    ],
    [
      'a hundredth of what was granted does not contradict it',
      { ...broke, balance: { remaining: 5, granted: 1000, unit: 'credits' } },
      'fail',
      'Too little for this request',
    ],
    ['a missing page is not about an account', { cause: 'not-found' }, 'skip', 'Not about the account'],
    ['a limit that the balance call does not tell stays unseen', { cause: 'unknown', balance: { used: 3 } }, 'ask', 'It may be money'],
  ])('%s', (_name, given, outcome, says) => {
    const finding = judge(account, given);
    expect(finding.outcome).toBe(outcome);
    expect(finding.says).toContain(says);
  });

  test('a plan has no figures', () => {
    const figures = [{ name: 'limit' as const, value: 5, unit: 'requests', where: '' }];
    expect(judge(account, { cause: 'plan-required', figures }).says).toBe('The current plan does not include this');
  });

  test('a balance that was read long after the call says so', () => {
    const finding = judge(account, { ...broke, balance: { remaining: 12.4, unit: 'USD' }, exchange: { at: '2026-11-20T08:00:00Z' } });
    expect(finding.because?.[0]?.says).toContain('more than an hour after the call');
  });
});

describe('payment-method', () => {
  test.each<[string, Given, Finding['outcome'], string]>([
    ['the error says that it is missing', { cause: 'payment-method-required' }, 'fail', 'No valid payment method on file'],
    ['no key shows it', { cause: 'credits-exhausted' }, 'ask', 'Not visible with a key'],
    ["it is not the caller's behind a gateway", { cause: 'credits-exhausted', layer: 'upstream' }, 'skip', 'upstream'],
    ['a client that pays by itself has none', { cause: 'payment-challenge' }, 'skip', 'pays by itself'],
    ['it is missing at the upstream', { cause: 'payment-method-required', layer: 'upstream' }, 'warn', "At the gateway's upstream"],
    ['it may be missing', { cause: 'payment-method-required', confidence: 'possible' }, 'warn', 'No valid payment method'],
    ['another failure', { cause: 'rate-limited' }, 'skip', 'Nothing points at'],
  ])('%s', (_name, given, outcome, says) => {
    const finding = judge(paymentMethod, given);
    expect(finding).toMatchObject({ outcome, says: expect.stringContaining(says) });
  });

  test("the issuer's own word is repeated, and a caller's code is not", () => {
    const problem = (where: string) => [{ where: 'response.body.error', types: [], messages: [], codes: [{ where, value: 'lost_card' }] }];
    expect(judge(paymentMethod, { cause: 'payment-declined', problems: problem('response.body.error.decline_code') }).says).toBe(
      "The payer's bank declined it: lost_card",
    );
    expect(judge(paymentMethod, { cause: 'payment-declined', problems: problem('response.body.error.code') }).says).not.toContain(
      'lost_card',
    );
  });
});

describe('key-plan', () => {
  test.each<[string, Given, Finding['outcome'], string]>([
    ['a key of the shape', { cause: 'credits-exhausted', exchange: request() }, 'pass', 'An Acme key, at Acme'],
    [
      'an admin key',
      { cause: 'permission-denied', exchange: request({ Authorization: 'Bearer acme-admin-0123456789abcdef0123456789abcdef' }) },
      'fail',
      'of the wrong kind: admin key',
    ],
    [
      'an admin key that the server took',
      { cause: 'rate-limited', exchange: request({ Authorization: 'Bearer acme-admin-0123456789abcdef0123456789abcdef' }) },
      'warn',
      'of the wrong kind',
    ],
    [
      'the shape of another vendor',
      {
        cause: 'credentials-invalid',
        exchange: request({ Authorization: 'Bearer gsk_0123456789ABCDEFGHIJabcdefghij0123456789ABCDEFGHIJab' }),
      },
      'fail',
      'A Groq key by its looks, sent to Acme',
    ],
    [
      'an unknown shape that the server took',
      { cause: 'rate-limited', exchange: request({ Authorization: 'Bearer zz-0123456789-new-shape-0123456789' }) },
      'skip',
      'the server took the key',
    ],
    [
      "a gateway's own key",
      {
        cause: 'rate-limited',
        exchange: request(),
        provider: null,
        gateway: { ...proxyGateway, keys: acme.keys },
      },
      'pass',
      'A Relay key, at Relay',
    ],
    [
      "the vendor's key, to a gateway that gives out none",
      { cause: 'rate-limited', exchange: request(), gateway: proxyGateway },
      'pass',
      'An Acme key, at Acme',
    ],
    [
      'a longer key that only starts like one',
      { cause: 'credentials-invalid', exchange: request({ Authorization: `Bearer ${KEY}00` }) },
      'warn',
      'Not the shape',
    ],
    ['a shape that fits, refused', { cause: 'credentials-invalid', exchange: request() }, 'warn', 'wrong, revoked or expired'],
    [
      'a test key and an object that does not exist',
      { cause: 'not-found', exchange: request({ Authorization: 'Bearer acme_test_0123456789abcdef01234567' }) },
      'warn',
      'in test mode',
    ],
    [
      'an access token',
      {
        cause: 'permission-denied',
        exchange: request({ Authorization: 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJub2JvZHkifQ.c2lnbmF0dXJl' }),
      },
      'skip',
      'access token',
    ],
    ['no key', { cause: 'permission-denied', exchange: request({ Accept: '*/*' }) }, 'fail', 'No key was sent to Acme'],
    [
      'no key in a paste of a call whose account was found',
      { cause: 'credits-exhausted', exchange: request({ Accept: '*/*' }) },
      'skip',
      'does not show which key',
    ],
    ['no header fields at all', { cause: 'permission-denied', exchange: request({}) }, 'skip', 'does not show which key'],
    [
      'a HAR leaves credentials out',
      { cause: 'permission-denied', exchange: { ...request({ Accept: '*/*' }), source: { shape: 'har' } } },
      'skip',
      'does not show which key',
    ],
    [
      'a key that was hidden by hand',
      { cause: 'credentials-invalid', exchange: request({ Authorization: 'Bearer acme-****cdef' }) },
      'skip',
      'does not show the key itself',
    ],
    [
      'a variable that was never expanded',
      { cause: 'credentials-invalid', exchange: request({ Authorization: 'Bearer $ACME_API_KEY' }) },
      'skip',
      'see network-exchange',
    ],
    [
      'a session that is a cookie',
      { cause: 'permission-denied', exchange: request({ Cookie: 'session=0123456789abcdef' }) },
      'skip',
      'does not show which key',
    ],
    ['a key for another project', { cause: 'key-scope-mismatch', exchange: request() }, 'fail', 'for something else than this call'],
    ['a key that the server did not see', { cause: 'credentials-missing', exchange: request() }, 'warn', 'yet the server saw none'],
    [
      'a test key for a good call',
      { cause: 'success', exchange: request({ Authorization: 'Bearer acme_test_0123456789abcdef01234567' }) },
      'pass',
      'An Acme key in test mode, at Acme',
    ],
    [
      'no key, as the server says too',
      { cause: 'credentials-missing', exchange: request({ Accept: '*/*' }) },
      'fail',
      'and the server says so',
    ],
    [
      'no key where the call itself is paid',
      { cause: 'payment-challenge', exchange: request({ Accept: '*/*' }) },
      'skip',
      'none was needed',
    ],
    [
      'no key, to nobody known',
      { cause: 'permission-denied', exchange: request({ Accept: '*/*' }), provider: null },
      'skip',
      'whether one is needed is not known',
    ],
    ['a key to nobody known', { cause: 'permission-denied', exchange: request(), provider: null }, 'skip', 'No vendor is known'],
    [
      'a vendor whose keys have no shape',
      { cause: 'permission-denied', exchange: request(), provider: { ...acme, keys: [] } },
      'skip',
      'documents no shape',
    ],
    [
      'a key inside Basic',
      { cause: 'permission-denied', exchange: request({ Authorization: 'Basic YWNtZS0wMTIzNDU2Nzg5YWJjZGVmMDEyMzo=' }) },
      'skip',
      'HTTP Basic',
    ],
    [
      'a signed request',
      {
        cause: 'permission-denied',
        exchange: request({
          Authorization:
            'AWS4-HMAC-SHA256 Credential=AKIAEXAMPLEEXAMPLE00/20261120/eu-west-1/example/aws4_request, SignedHeaders=host, Signature=0123456789abcdef0123456789abcdef',
        }),
      },
      'skip',
      'A signed request',
    ],
    ['no request', { cause: 'credentials-invalid' }, 'skip', 'does not show the request'],
  ])('%s', (_name, given, outcome, says) => {
    expect(judge(keyPlan, given)).toMatchObject({ outcome, says: expect.stringContaining(says) });
  });

  test('a finding names the key by its mask', () => {
    expect(judge(keyPlan, { cause: 'credits-exhausted', exchange: request() }).because?.[0]?.value).toMatch(/^\[key#1 .*cdef\]$/);
  });
});

describe('network-exchange', () => {
  const refused = (authorization: string): Given => ({ cause: 'credentials-invalid', exchange: request({ Authorization: authorization }) });

  test.each<[string, Given, Finding['outcome'], string]>([
    [
      'a good request',
      { cause: 'credits-exhausted', exchange: request({ Authorization: `Bearer ${KEY}`, ...json }, { body: '{"model":"m"}' }) },
      'pass',
      'URL, Authorization field and body look right',
    ],
    ['the scheme twice', refused(`Bearer Bearer ${KEY}`), 'fail', "'Bearer' stands twice"],
    ['quotes around the key', refused(`Bearer "${KEY}"`), 'fail', 'Quotes'],
    ['quotes around the whole value', refused(`"Bearer ${KEY}"`), 'fail', 'Quotes'],
    ['a line end that was pasted with it', refused(`Bearer ${KEY}\\n`), 'fail', 'line end'],
    ['a blank inside', refused(`Bearer ${KEY.slice(0, 12)} ${KEY.slice(12)}`), 'fail', 'blank'],
    ['a no-break space', refused(`Bearer ${KEY}\u200b`), 'fail', 'character that no key has'],
    ['a variable in single quotes', refused('Bearer $ACME_API_KEY'), 'fail', '$ACME_API_KEY stands where the key should'],
    ['a placeholder', refused('Bearer YOUR_API_KEY'), 'fail', 'placeholder'],
    ['an empty variable', refused('Bearer '), 'fail', 'carries no key'],
    ['what a program prints for nothing', refused('Bearer undefined'), 'fail', 'placeholder'],
    [
      'a command as it was typed, of a call that found the account',
      { cause: 'credits-exhausted', exchange: request({ Authorization: 'Bearer $ACME_API_KEY' }) },
      'pass',
      'look right',
    ],
    ['no scheme', refused(KEY), 'fail', "No 'Bearer'"],
    [
      'parameters with quotes of their own',
      refused('Digest username="u", realm="r", nonce="n0123456789", response="0123456789abcdef"'),
      'pass',
      'look right',
    ],
    [
      'parameters of a scheme that nobody here knows',
      refused('Hawk id="u1", ts="1", nonce="n", mac="0123456789abcdef"'),
      'pass',
      'look right',
    ],
    [
      'the key in a field that nobody reads',
      { cause: 'credentials-missing', exchange: request({ 'X-Api-Key': KEY }) },
      'fail',
      'The key is in X-Api-Key; Acme reads Authorization',
    ],
    ['a field that some vendors read too', { cause: 'rate-limited', exchange: request({ 'X-Api-Key': KEY }) }, 'pass', 'X-Api-Key field'],
    ['no credentials', { cause: 'credentials-missing', exchange: request({ Accept: '*/*' }) }, 'fail', 'No Authorization field was sent'],
    ['no credentials, in a log line', { cause: 'credentials-missing', exchange: request({}) }, 'skip', 'header fields'],
    [
      'no credentials where the call itself is paid',
      { cause: 'payment-challenge', exchange: request({ Accept: '*/*' }) },
      'pass',
      'look right',
    ],
    [
      'a body that is not JSON, refused as such',
      { cause: 'invalid-request', exchange: request({ Authorization: `Bearer ${KEY}`, ...json }, { body: "{'model': 'm'}" }) },
      'fail',
      'single quotes',
    ],
    [
      'the same beside an empty account',
      { cause: 'credits-exhausted', exchange: request({ Authorization: `Bearer ${KEY}`, ...json }, { body: "{'model': 'm'}" }) },
      'warn',
      'single quotes',
    ],
    [
      'JSON sent as a form',
      {
        cause: 'invalid-request',
        exchange: request(
          { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/x-www-form-urlencoded' },
          { body: '{"model":"m"}' },
        ),
      },
      'fail',
      'sent as application/x-www-form-urlencoded',
    ],
    [
      'a body in a file that the input does not hold',
      { cause: 'invalid-request', exchange: request({ Authorization: `Bearer ${KEY}`, ...json }, { body: '@body.json' }) },
      'pass',
      'look right',
    ],
    [
      'a GET with a body',
      { cause: 'method-not-allowed', exchange: request({ Authorization: `Bearer ${KEY}`, ...json }, { method: 'GET', body: '{}' }) },
      'fail',
      'GET with a body',
    ],
    [
      'a key in the clear',
      { cause: 'rate-limited', exchange: request(undefined, { url: 'http://api.acme.example.com/v1' }) },
      'warn',
      'http://, not https://',
    ],
    [
      "a server of one's own",
      { cause: 'rate-limited', exchange: request(undefined, { url: 'http://192.168.1.20:4000/v1' }) },
      'pass',
      'look right',
    ],
    [
      'a key in the query',
      { cause: 'rate-limited', exchange: request({ Accept: '*/*' }, { url: `https://api.acme.example.com/v1?key=${KEY}` }) },
      'pass',
      '?key= field',
    ],
    [
      'a blank that was pasted into a query',
      { cause: 'credentials-invalid', exchange: request({ Accept: '*/*' }, { url: `https://api.acme.example.com/v1?key=${KEY}%0A` }) },
      'fail',
      'line end',
    ],
    [
      'a template in the URL',
      { cause: 'not-found', exchange: request(undefined, { url: 'https://api.acme.example.com/v1/models/{model}' }) },
      'fail',
      '{model}',
    ],
    [
      'a query that may have dollars',
      { cause: 'not-found', exchange: request(undefined, { url: 'https://api.acme.example.com/v1/items?$FILTER=x' }) },
      'pass',
      'look right',
    ],
    [
      'a name that does not resolve',
      { cause: 'network-failure', exchange: { ...request(), failure: { kind: 'dns', message: 'no such host' } } },
      'fail',
      'api.acme.example.com does not resolve',
    ],
    ['a key that was hidden by hand', refused('Bearer acme-…cdef'), 'pass', 'look right'],
    ["the field's name in its value", refused(`Authorization: Bearer ${KEY}`), 'fail', "field's name stands in its value"],
    [
      'a server on this machine',
      { cause: 'rate-limited', exchange: request(undefined, { url: 'http://[::1]:4000/v1' }) },
      'pass',
      'look right',
    ],
    [
      'a server in the cluster',
      { cause: 'rate-limited', exchange: request(undefined, { url: 'http://gateway:4000/v1' }) },
      'pass',
      'look right',
    ],
    ['a method and nothing else', { cause: 'unknown', exchange: { request: { method: 'GET', headers: [] } } }, 'skip', 'shows the method'],
    [
      'a body that is packed',
      {
        cause: 'invalid-request',
        exchange: request({ Authorization: `Bearer ${KEY}`, ...json, 'Content-Encoding': 'gzip' }, { body: 'x' }),
      },
      'pass',
      'look right',
    ],
    [
      'lines of JSON',
      {
        cause: 'invalid-request',
        exchange: request({ Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/x-ndjson' }, { body: '{"a":1}' }),
      },
      'pass',
      'look right',
    ],
    [
      'a form',
      {
        cause: 'invalid-request',
        exchange: request({ Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/x-www-form-urlencoded' }, { body: 'amount=4200' }),
      },
      'pass',
      'look right',
    ],
    [
      'a body that cmd has spoilt',
      { cause: 'invalid-request', exchange: request({ Authorization: `Bearer ${KEY}`, ...json }, { body: "'{model:m}'" }) },
      'fail',
      'single quote',
    ],
    [
      'a body whose quotes the shell ate',
      { cause: 'invalid-request', exchange: request({ Authorization: `Bearer ${KEY}`, ...json }, { body: '{model:m}' }) },
      'fail',
      'lost its double quotes',
    ],
    [
      'a body whose quotes are escaped',
      { cause: 'invalid-request', exchange: request({ Authorization: `Bearer ${KEY}`, ...json }, { body: '{\\"model\\":1}' }) },
      'fail',
      'still escaped',
    ],
    [
      'a connection that was refused',
      {
        cause: 'network-failure',
        exchange: { ...request(undefined, { url: 'http://localhost:4000/v1' }), failure: { kind: 'refused', message: 'refused' } },
      },
      'fail',
      'localhost refused the connection on port 4000',
    ],
    [
      'a time limit',
      {
        cause: 'network-failure',
        exchange: { ...request(undefined, { send: { timeoutSeconds: 30 } }), failure: { kind: 'timeout', message: 'timed out' } },
      },
      'fail',
      'No answer from api.acme.example.com within 30 s',
    ],
    ['nothing known', { cause: 'unknown' }, 'skip', 'does not show the request'],
  ])('%s', (_name, given, outcome, says) => {
    const finding = judge(networkExchange, given);
    expect(finding).toMatchObject({ outcome, says: expect.stringContaining(says) });
    expect(JSON.stringify(finding)).not.toContain(KEY);
  });

  test('an unknown signer of a certificate gets its own step', () => {
    const tls = (message: string) =>
      judge(networkExchange, { cause: 'network-failure', exchange: { ...request(), failure: { kind: 'tls', message } } });
    expect(tls('SSL certificate problem: self-signed certificate in certificate chain').steps?.[0]).toContain('CA certificate');
    expect(tls('certificate has expired').steps?.[0]).toContain('clock');
  });

  test('a host that is no host name is not put into a command', () => {
    const failure = { kind: 'dns' as const, message: 'no such host' };
    const { steps } = judge(networkExchange, {
      cause: 'network-failure',
      exchange: { failure, ...request(undefined, { url: 'https://a`reboot`;b/' }) },
    });
    expect(steps?.join(' ')).not.toContain('reboot');
  });

  test('the fault that explains the error comes first', () => {
    const finding = judge(networkExchange, {
      cause: 'credentials-invalid',
      exchange: request({ Authorization: `Bearer "${KEY}"` }, { url: 'http://api.acme.example.com/v1' }),
    });
    expect(finding.says).toContain('Quotes');
    expect(finding.steps).toHaveLength(2);
  });
});

describe('stale-cache', () => {
  const hit = (ageSeconds?: number) => ({ hit: true, ...(ageSeconds !== undefined && { ageSeconds }), where: 'age', value: '…' });

  test.each<[string, Given, Finding['outcome']]>([
    ['an old 402', { cause: 'credits-exhausted', cache: hit(3600), exchange: response(402, { Age: '3600' }) }, 'fail'],
    ['an old 404 is a 404', { cause: 'not-found', cache: hit(3600), exchange: response(404, { Age: '3600' }) }, 'warn'],
    ['a 402 of no age', { cause: 'credits-exhausted', cache: hit(), exchange: response(402, { 'X-Cache': 'HIT' }) }, 'warn'],
    ['an old success', { cause: 'success', cache: hit(60), exchange: response(200, { Age: '60' }) }, 'pass'],
    ['a miss', { cause: 'credits-exhausted', exchange: response(402, { 'X-Cache': 'Miss from cloudfront' }) }, 'pass'],
    [
      'a cache that went to the server',
      { cause: 'credits-exhausted', exchange: response(402, { 'Cache-Status': 'edge; fwd=miss' }) },
      'pass',
    ],
    [
      'a miss at one cache and an age from another',
      { cause: 'credits-exhausted', exchange: response(402, { 'X-Cache': 'MISS', Age: '30' }) },
      'skip',
    ],
    ['a POST without an age', { cause: 'credits-exhausted', exchange: { ...request(), ...response(402, json) } }, 'pass'],
    [
      'a GET without an age proves nothing',
      { cause: 'credits-exhausted', exchange: { ...request(undefined, { method: 'GET' }), ...response(402, json) } },
      'skip',
    ],
    ['no header fields', { cause: 'credits-exhausted', exchange: response(402) }, 'skip'],
    ['no response', { cause: 'network-failure', exchange: { failure: { kind: 'reset', message: 'reset' } } }, 'skip'],
  ])('%s', (_name, given, outcome) => {
    expect(judge(staleCache, given).outcome).toBe(outcome);
  });
});

describe('status-page', () => {
  const incident = (components: string[], status = 'investigating') => ({ name: 'Elevated errors', impact: 'major', status, components });
  const page = (...incidents: StatusSummary['incidents']): StatusSummary => ({
    indicator: incidents.length > 0 ? 'major' : 'none',
    description: incidents.length > 0 ? 'Partial Outage' : 'All Systems Operational',
    incidents,
  });

  test.each<[string, Given, Finding['outcome'], string]>([
    ['an incident explains an outage', { cause: 'upstream-failure', status: page(incident(['API'])) }, 'fail', 'Incident: Elevated errors'],
    ['beside an empty account it is a warning', { cause: 'credits-exhausted', status: page(incident(['API'])) }, 'warn', 'Incident'],
    [
      'an incident of the web site alone',
      { cause: 'upstream-failure', status: page(incident(['Website', 'Docs'])) },
      'pass',
      'other parts',
    ],
    ['an API counts wherever it is named', { cause: 'upstream-failure', status: page(incident(['Dashboard API'])) }, 'fail', 'Incident'],
    ['an incident of no named part', { cause: 'overloaded', status: page(incident([])) }, 'fail', 'Incident'],
    [
      'an incident that is over',
      { cause: 'overloaded', status: { ...page(), incidents: [incident(['API'], 'resolved')] } },
      'pass',
      'All Systems Operational',
    ],
    [
      'maintenance that has not begun',
      { cause: 'overloaded', status: { ...page(), incidents: [incident(['API'], 'scheduled')] } },
      'pass',
      'All Systems Operational',
    ],
    [
      'no incident, and no green light',
      { cause: 'overloaded', status: { indicator: 'minor', description: 'Minor Service Outage', incidents: [] } },
      'warn',
      'Minor Service Outage',
    ],
    ['a green page lags', { cause: 'overloaded', status: page() }, 'pass', 'lag'],
    [
      'a green page of today about a call of yesterday',
      { cause: 'overloaded', status: page(), exchange: { at: '2026-11-19T12:00:00Z' } },
      'pass',
      'the call was',
    ],
    ['not asked', { cause: 'overloaded' }, 'skip', 'Not asked (offline)'],
    ['a page that no program can read, and an outage', { cause: 'overloaded', provider: pageOnly }, 'ask', 'A person can see it'],
    ['a page that no program can read, and an empty account', { cause: 'credits-exhausted', provider: pageOnly }, 'skip', 'Not asked'],
    ['no vendor', { cause: 'overloaded', provider: null }, 'skip', 'No vendor'],
    ['a gateway in place of a vendor', { cause: 'overloaded', provider: null, gateway: proxyGateway }, 'skip', 'Not asked (offline)'],
  ])('%s', (_name, given, outcome, says) => {
    expect(judge(statusPage, given)).toMatchObject({ outcome, says: expect.stringContaining(says) });
  });
});

describe('gateway', () => {
  test.each<[string, Given, Finding['outcome'], string]>([
    ['the vendor itself', { cause: 'credits-exhausted' }, 'pass', 'Acme itself answered'],
    [
      'a gateway with a budget of its own',
      { cause: 'spend-limit-reached', layer: 'gateway', gateway: proxyGateway },
      'fail',
      'Relay refused: its own budget',
    ],
    ["a gateway's own limit", { cause: 'rate-limited', layer: 'gateway', gateway: proxyGateway }, 'warn', 'The limit is that of Relay'],
    [
      'a gateway at which the account is',
      { cause: 'credits-exhausted', layer: 'gateway', provider: null, gateway: { ...proxyGateway, hosts: ['relay.example.com'] } },
      'pass',
      'it is your account there',
    ],
    [
      "its upstream's empty account",
      { cause: 'credits-exhausted', layer: 'upstream', gateway: proxyGateway },
      'warn',
      "the money is its operator's",
    ],
    [
      "its upstream's other error",
      { cause: 'overloaded', layer: 'upstream', gateway: proxyGateway },
      'warn',
      "passes on its upstream's error",
    ],
    ['something in between', { cause: 'access-blocked', layer: 'cdn' }, 'warn', 'and not the API'],
    [
      'a gateway with keys of its own',
      { cause: 'credentials-invalid', layer: 'gateway', gateway: proxyGateway },
      'warn',
      'it wants one of its own',
    ],
    [
      'a gateway without such a model',
      { cause: 'not-found', layer: 'gateway', gateway: proxyGateway },
      'warn',
      'Relay answered for itself',
    ],
    ['a success through a gateway', { cause: 'success', layer: 'gateway', gateway: proxyGateway }, 'pass', 'Answered through Relay'],
    ['nobody', { cause: 'network-failure', layer: 'client' }, 'skip', 'Nobody answered'],
    ['nobody, in the words of a client', { cause: 'network-failure' }, 'skip', 'Nobody answered'],
    ['nobody known', { cause: 'unknown', provider: null }, 'skip', 'does not show'],
  ])('%s', (_name, given, outcome, says) => {
    expect(judge(gatewayCheck, given)).toMatchObject({ outcome, says: expect.stringContaining(says) });
  });
});

describe('context-size', () => {
  const body = (members: object) => request(undefined, { body: JSON.stringify({ model: 'm', ...members }) });

  test.each<[string, Given, Finding['outcome'], string]>([
    [
      'more than is affordable',
      { cause: 'credits-exhausted', figures: tokens({ requested: 65536, affordable: 3210 }) },
      'warn',
      'Asked for up to 65,536 tokens, 3,210 are affordable: send max_tokens 3000',
    ],
    [
      "the request's own word for the limit",
      {
        cause: 'credits-exhausted',
        figures: tokens({ requested: 9000, affordable: 3210 }),
        exchange: body({ max_completion_tokens: 9000 }),
      },
      'warn',
      'send max_completion_tokens 3000',
    ],
    [
      'what is asked for stands in the request alone',
      { cause: 'credits-exhausted', figures: tokens({ affordable: 500 }), exchange: body({ generationConfig: { maxOutputTokens: 8192 } }) },
      'warn',
      'Asked for up to 8,192 tokens, 500 are affordable: send maxOutputTokens 500',
    ],
    [
      'next to nothing is affordable',
      { cause: 'credits-exhausted', figures: tokens({ requested: 4096, affordable: 7 }) },
      'warn',
      '4,096 tokens, 7 are affordable',
    ],
    ['enough is affordable', { cause: 'rate-limited', figures: tokens({ requested: 100, affordable: 3210 }) }, 'pass', 'affordable'],
    [
      'an input over the limit',
      { cause: 'context-too-long', figures: tokens({ input: 40120, limit: 16385 }) },
      'fail',
      'Input 40,120 tokens, over the limit of 16,385',
    ],
    [
      'an answer that does not fit any more',
      { cause: 'context-too-long', figures: tokens({ input: 12000, output: 8000, limit: 16385 }) },
      'fail',
      'Input 12,000 + output 8,000 tokens, over 16,385: send max_tokens 4000',
    ],
    [
      'the sum and the answer are told',
      { cause: 'context-too-long', figures: tokens({ requested: 20000, output: 8000, limit: 16385 }) },
      'fail',
      'Input 12,000 + output 8,000 tokens',
    ],
    [
      'more than the limit of a minute',
      { cause: 'context-too-long', figures: tokens({ requested: 40000, limit: 30000 }) },
      'fail',
      'Asked for 40,000 tokens, the limit is 30,000',
    ],
    ['less than the limit of a minute', { cause: 'rate-limited', figures: tokens({ requested: 2000, limit: 30000 }) }, 'pass', 'it fits'],
    [
      'figures of another unit',
      { cause: 'spend-limit-reached', figures: [{ name: 'limit', value: 50, unit: 'USD', where: '' }] },
      'skip',
      'Nothing is known',
    ],
    [
      'a small request',
      { cause: 'rate-limited', exchange: body({ messages: [{ role: 'user', content: 'Say hello.' }] }) },
      'pass',
      'small',
    ],
    [
      'an image is not counted as small',
      {
        cause: 'rate-limited',
        exchange: body({
          messages: [
            {
              role: 'user',
              content: [
                { type: 'image_url', image_url: { url: `data:image/png;base64,${'A'.repeat(4000)}` } },
                { type: 'text', text: 'What is it?' },
              ],
            },
          ],
        }),
      },
      'skip',
      'and 1 file beside',
    ],
    [
      'a long input where the error names no figures',
      { cause: 'context-too-long', exchange: body({ prompt: 'the quick brown fox '.repeat(20_000) }) },
      'warn',
      'About ',
    ],
    ['a limit in bytes', { cause: 'payload-too-large', figures: tokens({ input: 9, limit: 1 }) }, 'skip', 'bytes'],
    [
      'a large answer, of an empty account',
      { cause: 'credits-exhausted', exchange: body({ max_tokens: 32_000 }) },
      'warn',
      'Asks for up to 32,000 tokens',
    ],
    ['a large answer, of a good account', { cause: 'rate-limited', exchange: body({ max_tokens: 32_000 }) }, 'skip', 'Nothing is known'],
    [
      'an estimate beyond the limit',
      { cause: 'context-too-long', figures: tokens({ limit: 8192 }), exchange: body({ prompt: 'the quick brown fox '.repeat(20_000) }) },
      'fail',
      'over the limit of 8,192',
    ],
    [
      'an estimate within the limit',
      { cause: 'context-too-long', figures: tokens({ limit: 128_000 }), exchange: body({ prompt: 'the quick brown fox '.repeat(2000) }) },
      'pass',
      'under the limit of 128,000',
    ],
    [
      'a long input of a call that failed otherwise',
      { cause: 'rate-limited', exchange: body({ prompt: 'the quick brown fox '.repeat(2000) }) },
      'skip',
      'the error is not about size',
    ],
    [
      'an image beside its type',
      {
        cause: 'rate-limited',
        exchange: body({
          messages: [
            { content: [{ type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'A'.repeat(4000) } }, 'What is it?'] },
          ],
        }),
      },
      'skip',
      'and 1 file beside',
    ],
    ['nothing known', { cause: 'rate-limited' }, 'skip', 'Nothing is known'],
  ])('%s', (_name, given, outcome, says) => {
    const finding = judge(contextSize, given);
    expect(finding).toMatchObject({ outcome, says: expect.stringContaining(says) });
  });

  test('what is suggested fits', () => {
    for (const affordable of [16, 99, 101, 3210, 12_345, 199_999]) {
      const { says } = judge(contextSize, { cause: 'credits-exhausted', figures: tokens({ requested: 1_000_000, affordable }) });
      const suggested = Number(/max_tokens (\d+)$/.exec(says)?.[1]);
      expect(suggested).toBeLessThanOrEqual(affordable);
      expect(suggested).toBeGreaterThan(affordable / 2);
    }
  });
});

describe('support', () => {
  const whole: RawExchange = {
    source: { shape: 'http-message' },
    ...request({ Authorization: `Bearer ${KEY}`, ...json }, { body: '{"model":"m-1","messages":[]}' }),
    ...response(402, { Date: 'Fri, 20 Nov 2026 11:59:00 GMT' }, '{"error":{"message":"Insufficient credits"}}'),
  };

  test('all in hand', () => {
    expect(judge(support, { cause: 'credits-exhausted', requestId: 'req-7f3a', exchange: whole })).toMatchObject({
      outcome: 'pass',
      says: 'All in hand: request id, time, method and URL, key, model, status and message',
      link: { url: 'https://acme.example.com/support' },
    });
  });

  test('what is missing is named, with the field that has it', () => {
    const finding = judge(support, { cause: 'credits-exhausted', exchange: { ...whole, response: { ...whole.response!, headers: [] } } });
    expect(finding).toMatchObject({ outcome: 'warn', says: 'Missing: request id, time' });
    expect(finding.steps?.[0]).toContain('x-acme-id');
  });

  test('a vendor that documents no request id is not asked for one', () => {
    expect(judge(support, { cause: 'credits-exhausted', exchange: whole, provider: { ...acme, requestIdHeaders: [] } }).outcome).toBe(
      'pass',
    );
  });

  test('a call that is none to a model needs no model, and one without a key no key', () => {
    const plain = { ...whole, ...request({ Accept: '*/*' }, { url: 'https://api.acme.example.com/v1/charges' }) };
    expect(judge(support, { cause: 'credentials-missing', requestId: 'req-7f3a', exchange: plain }).outcome).toBe('pass');
  });

  test('a response whose body is empty says all it has to say', () => {
    expect(
      judge(support, {
        cause: 'payment-unspecified',
        requestId: 'req-7f3a',
        exchange: { ...whole, ...response(402, { Date: 'Fri, 20 Nov 2026 11:59:00 GMT' }) },
      }).outcome,
    ).toBe('pass');
  });

  test('a success needs no support, and an empty input has nothing', () => {
    expect(judge(support, { cause: 'success', exchange: whole }).outcome).toBe('skip');
    expect(judge(support, { cause: 'unknown' }).outcome).toBe('skip');
  });
});

describe('what the checks share', () => {
  test.each([
    ['OpenAI', 'an OpenAI'],
    ['Stripe', 'a Stripe'],
    ['xAI', 'an xAI'],
    ['NVIDIA NIM', 'an NVIDIA NIM'],
    ['npm', 'an npm'],
    ['One API', 'a One API'],
  ])('the article of %s', (name, expected) => {
    expect(withArticle(name)).toBe(expected);
  });

  test('numbers are grouped, and money is never rounded to nothing', () => {
    expect([grouped(65_536), grouped(999), grouped(-1234.567), grouped(1e21)]).toEqual(['65,536', '999', '-1,234.57', '1e+21']);
    expect([amount(12.4, 'USD'), amount(0, 'USD'), amount(0.004, 'USD'), amount(-0.004, 'USD'), amount(1000, 'credits')]).toEqual([
      '12.40 USD',
      '0.00 USD',
      'under 0.01 USD',
      '-0.01 USD',
      '1,000 credits',
    ]);
    expect([roundDown(3210), roundDown(12_345), roundDown(9), roundDown(150)]).toEqual([3000, 12_000, 9, 150]);
  });

  test('an estimate is a range that grows with the text, whatever its size', () => {
    const prose = 'The account has no credits left, so the call was refused. ';
    const short = estimateTokens(prose);
    expect(short.low).toBeLessThanOrEqual(12);
    expect(short.high).toBeGreaterThanOrEqual(12);
    const long = estimateTokens(prose.repeat(10_000));
    expect(long.low / short.low).toBeGreaterThan(8000);
    expect(long.high / short.high).toBeLessThan(12_000);
  });

  test('hostile bodies are read or refused, never fatal', () => {
    const read = (body: string) => modelCallOf({ method: 'POST', headers: [], body });
    expect(read('['.repeat(200_000))).toBeUndefined();
    expect(read(`{"messages":${'['.repeat(5000)}${']'.repeat(5000)}}`)).toBeUndefined();
    expect(read(`{"messages":[${'"a",'.repeat(60_000)}"a"],"model":"m"}`)).toEqual({ model: 'm', media: 0 });
    expect(read(`{"model":"m","max_tokens":1e999}`)?.outputLimit).toBeUndefined();
  });
});
