import type { ChallengeProtocol, PaymentChallenge, PaymentOffer, PaymentState } from '../model/challenge.ts';
import { header } from '../model/exchange.ts';
import { authChallenges, type AuthChallenge } from '../parse/auth-challenges.ts';
import { base64Json } from '../parse/base64.ts';
import { instant, isObject, money, offerInWords, textAt } from '../parse/offers.ts';

const SPECIFICATION = 'https://datatracker.ietf.org/doc/draft-ryan-httpauth-payment/';

/** The scheme's problem types, and what each says of the payment. */
const PROBLEMS: Record<string, [state: PaymentState, says: string]> = {
  'payment-insufficient': ['rejected', 'the payment is lower than the price'],
  'payment-expired': ['rejected', 'the challenge that was paid had expired'],
  'verification-failed': ['rejected', 'the proof of payment could not be verified'],
  'malformed-credential': ['rejected', 'the credential that was sent cannot be read'],
  'invalid-challenge': ['rejected', 'the credential answers a challenge that is unknown, used or expired'],
  'method-unsupported': ['unpayable', 'the server does not take the payment method that was used'],
  'session/insufficient-balance': ['rejected', "the session's deposit is used up"],
  'session/amount-exceeds-deposit': ['rejected', "the sum is larger than the session's deposit"],
};

/** JSON-RPC codes of the scheme over MCP: payment required, verification failed. */
const RPC_REQUIRED = -32_042;
const RPC_FAILED = -32_043;

/** One challenge's offer: its `request` is base64url of JSON with an amount in base units. */
function offerOf({ parameters }: AuthChallenge): PaymentOffer {
  const charge = base64Json(parameters['request'] ?? '');
  const amount = isObject(charge) ? charge['amount'] : undefined;
  const currency = textAt(charge, 'currency');
  const sum =
    currency === undefined
      ? undefined
      : /^[a-z]{3}$/i.test(currency)
        ? money(amount, currency)
        : typeof amount === 'string' && /^\d{1,40}$/.test(amount)
          ? `${amount} base units of ${currency.slice(0, 64)}`
          : undefined;
  const payTo = textAt(charge, 'recipient');
  const expiresAt = instant(parameters['expires']);
  return {
    ...(sum !== undefined && { price: sum }),
    ...(parameters['method'] && { method: parameters['method'].slice(0, 40) }),
    ...(payTo !== undefined && { payTo }),
    ...(expiresAt !== undefined && { expiresAt }),
  };
}

const REQUIRED = ['id', 'realm', 'method', 'intent', 'request'];

function faultOf({ parameters }: AuthChallenge): string | undefined {
  const missing = REQUIRED.filter((name) => !parameters[name]);
  if (missing.length > 0) return `without ${missing.join(', ')}`;
  return isObject(base64Json(parameters['request']!)) ? undefined : 'whose request is not base64url of JSON';
}

/** The challenges of a JSON-RPC error of an MCP server, in the form of those of a header field. */
function challengesOfRpc(body: unknown): AuthChallenge[] | undefined {
  const error = isObject(body) && isObject(body['error']) ? body['error'] : undefined;
  if (error?.['code'] !== RPC_REQUIRED && error?.['code'] !== RPC_FAILED) return undefined;
  const list = isObject(error['data']) ? error['data']['challenges'] : undefined;
  return (Array.isArray(list) ? list : []).filter(isObject).map((given) => ({
    scheme: 'payment',
    parameters: Object.fromEntries(
      Object.entries(given).map(([name, value]) => [name, typeof value === 'string' ? value : encoded(value)]),
    ),
  }));
}

/** What MCP carries as an object is base64url in a header field; the reading is one for both. */
const encoded = (value: unknown): string => {
  const bytes = new TextEncoder().encode(JSON.stringify(value ?? null));
  return btoa(String.fromCharCode(...bytes.slice(0, 16_384)));
};

export default {
  title: 'the Payment authentication scheme (MPP)',
  needs: 'a client that knows the Payment scheme and one of the payment methods that the challenge names',
  source: SPECIFICATION,
  read({ response, body, request }): PaymentChallenge | undefined {
    const rpc = challengesOfRpc(body);
    const given = rpc ?? authChallenges(header(response.headers, 'www-authenticate') ?? '').filter(({ scheme }) => scheme === 'payment');
    const problem = /paymentauth\.org\/problems\/([\w/-]+)/.exec(textAt(body, 'type') ?? '')?.[1];
    if (given.length === 0 && problem === undefined && !rpc) return undefined;
    const where = rpc ? 'response.body.error.code' : given.length > 0 ? 'response.headers.www-authenticate' : 'response.body.type';
    const faults = given.map(faultOf);
    const offers = given.filter((_, i) => faults[i] === undefined).map(offerOf);
    const because = (value: string, says: string) => [{ where, value, says, source: SPECIFICATION }];
    const failed =
      problem !== undefined && problem !== 'payment-required' ? (PROBLEMS[problem] ?? (['rejected', problem] as const)) : undefined;
    const again = offers[0] ? `; the server asks again for ${offerInWords(offers[0])}` : '';
    if (failed)
      return {
        state: failed[0],
        offers,
        says: `A payment was sent and not taken: ${failed[1]}${again}`,
        because: [{ where: 'response.body.type', value: problem!, says: 'the problem type of the Payment scheme', source: SPECIFICATION }],
      };
    if (given.length > 0 && offers.length === 0)
      return {
        state: 'malformed',
        offers,
        says: `A Payment challenge ${faults[0]}`,
        because: because('Payment', 'cannot be paid as it is'),
      };
    const sent = /^Payment\s/i.test(header(request?.headers, 'authorization') ?? '') || (rpc !== undefined && isFailure(body));
    if (sent)
      return {
        state: 'rejected',
        offers,
        says: `A payment was sent and not taken${again}`,
        because: because('Payment', 'a challenge in answer to a payment'),
      };
    const [first, ...others] = offers;
    const choice =
      others.length > 0
        ? `, or ${others.map((offer) => [offer.price ?? 'the same', offer.method && `by ${offer.method}`].filter(Boolean).join(' ')).join(', or ')}`
        : '';
    return {
      state: 'asked',
      offers,
      says: first
        ? `The server asks the client to pay ${offerInWords(first)}${choice}`
        : 'The server asks the client to pay by the Payment scheme',
      because: because(`Payment${first?.price === undefined ? '' : ` ${first.price}`}`, 'a challenge of the Payment scheme'),
    };
  },
} satisfies ChallengeProtocol;

const isFailure = (body: unknown): boolean => isObject(body) && isObject(body['error']) && body['error']['code'] === RPC_FAILED;
