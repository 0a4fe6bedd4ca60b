import { header, type HeaderField, type HttpRequest } from '../model/exchange.ts';
import type { KeyProof } from '../model/key-proof.ts';
import type { Probe, ProbeFacts } from '../model/probe.ts';
import type { KnownGoodCall, Provider } from '../model/provider.ts';
import { originOf, ownerOf } from './world/account-key.ts';
import { errorWords } from './world/error-words.ts';
import { hostOf } from './world/masks.ts';

/** Schemes that sign each call anew: what one call carried is no credential for another. */
const SIGNED = /^\s*(?:AWS4-|Digest|Signature|SharedKey|Negotiate|OAuth)/i;

/** One scheme word at most, and the key: a doubled "Bearer" or a quote is what may have failed. */
const WELL_FORMED = /^(?:[A-Za-z][\w-]{1,30} )?\[[^\]]{1,80}\]$/;

/** The key as the call carried it, in the field in which the vendor looks for it; at the same host also a key that stood elsewhere. */
function keyField({ keyHeader }: Provider, { request, secrets }: ProbeFacts['exchange'], sameHost: boolean): HeaderField | undefined {
  const isAuthorization = keyHeader.toLowerCase() === 'authorization';
  const carried = header(request?.headers, keyHeader);
  const secret = secrets.find(({ mask }) => carried?.includes(mask));
  if (carried !== undefined && secret) {
    const value = WELL_FORMED.test(carried) ? carried : isAuthorization ? `Bearer ${secret.mask}` : secret.mask;
    return { name: keyHeader, value };
  }
  if (!sameHost) return undefined;
  const texts = [
    request?.url ?? '',
    ...(request?.headers ?? []).flatMap(({ name, value }) => (/cookie|^proxy-/i.test(name) ? [] : [value])),
  ];
  const sent = secrets.filter(({ kind, mask }) => (kind === 'key' || kind === 'token') && texts.some((text) => text.includes(mask)));
  if (sent.length !== 1) return undefined;
  return { name: keyHeader, value: isAuthorization ? `Bearer ${sent[0]!.mask}` : sent[0]!.mask };
}

/** What the vendor wants in every call, as the call carried it. */
function versionFields({ requiredHeaders = [] }: Provider, { headers }: HttpRequest): HeaderField[] {
  const required = new Set(requiredHeaders.map((name) => name.toLowerCase()));
  return headers.filter(({ name }) => required.has(name.toLowerCase()) || /^[\w-]{1,40}-version$/i.test(name));
}

/** Where software that anybody may run is asked, at the origin that was called. */
const urlOf = ({ url }: KnownGoodCall, { exchange }: ProbeFacts): string => url.replace('{origin}', () => originOf(exchange) ?? '');

export default {
  title: 'A call that proves the key',
  explains:
    "Sends the vendor's cheapest documented call that needs a key (a list of models, the account itself), with the key that the " +
    "failing call carried, to the vendor's own host alone. It proves the key, and not the money: such calls mostly cost nothing, and " +
    'work without credit.',
  plan(facts) {
    const { exchange, provider, gateway } = facts;
    const { request, secrets } = exchange;
    if (!request) return { skip: 'the input shows no request, and so no key' };
    const called = hostOf(request.url, secrets);
    if (called === undefined) return { skip: 'the input does not show which host was called' };
    const known = gateway ?? provider;
    if (!known) return { skip: 'it is not known whose API was called' };
    const owner = ownerOf(facts);
    if (!owner) return { skip: `${called} is not ${known.title}'s own host` };
    if (!owner.knownGood) return { skip: `no call that proves a key is known of ${owner.title}` };
    const url = urlOf(owner.knownGood, facts);
    const asks = hostOf(url, []);
    if (asks === undefined) return { skip: `the address of ${owner.title}'s call is not known` };
    if (SIGNED.test(header(request.headers, owner.keyHeader) ?? '')) return { skip: 'the key signs each call anew, and is not in it' };
    const key = keyField(owner, exchange, asks === called);
    if (!key) return { skip: `the call carried no key in ${owner.keyHeader}` };
    const missing = owner.requiredHeaders?.find((name) => header(request.headers, name) === undefined);
    if (missing !== undefined) return { skip: `it needs ${missing}, which the call did not carry` };
    const proxy = request.send?.proxy;
    return {
      request: {
        method: owner.knownGood.method,
        url,
        headers: [key, ...versionFields(owner, request), { name: 'accept', value: 'application/json' }],
        ...(proxy !== undefined && { send: { proxy } }),
      },
      credentialHosts: [asks],
    };
  },
  read(response, facts) {
    const knownGood = ownerOf(facts)?.knownGood;
    if (!knownGood) throw new Error('it is not known what was asked');
    const type = header(response.headers, 'content-type') ?? '';
    if (response.status < 300 && /html/i.test(type)) throw new Error('a web page came in place of the API');
    const url = urlOf(knownGood, facts);
    const refusal = errorWords(response);
    return {
      call: `${knownGood.method} ${url.replace(/^https?:\/\//, '').replace(/\?.*/, '')}`,
      sameHost: hostOf(url, []) === hostOf(facts.exchange.request?.url, facts.exchange.secrets),
      status: response.status,
      ...(refusal !== undefined && { refusal }),
    };
  },
} satisfies Probe<KeyProof>;
