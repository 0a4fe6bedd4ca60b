import type { ChallengeFacts, ChallengeProtocol, PaymentChallenge, PaymentOffer, PaymentState } from '../model/challenge.ts';
import { header } from '../model/exchange.ts';
import { base64Json } from '../parse/base64.ts';
import { decimal, isObject, money, offerInWords, textAt } from '../parse/offers.ts';

const SPECIFICATION = 'https://github.com/x402-foundation/x402';

/** Networks by the name of version 1 and by the CAIP-2 id of version 2. */
const NETWORKS: Record<string, string> = {
  base: 'Base',
  'eip155:8453': 'Base',
  'base-sepolia': 'Base Sepolia (test network)',
  'eip155:84532': 'Base Sepolia (test network)',
  avalanche: 'Avalanche',
  'eip155:43114': 'Avalanche',
  'avalanche-fuji': 'Avalanche Fuji (test network)',
  'eip155:43113': 'Avalanche Fuji (test network)',
  polygon: 'Polygon',
  'eip155:137': 'Polygon',
  'polygon-amoy': 'Polygon Amoy (test network)',
  iotex: 'IoTeX',
  'eip155:1': 'Ethereum',
  solana: 'Solana',
  'solana-devnet': 'Solana (test network)',
  'solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp': 'Solana',
  'solana:EtWTRABZaYq6iMfeYKouRu166VU2xqa1': 'Solana (test network)',
};

/** Tokens of six decimals, by the name that `extra` or the EIP-712 domain gives them. */
const SIX_DECIMALS = /^(?:usdc|usd coin|bridged usdc|eurc|usdt|pyusd)/i;

/** What the specification's and the reference server's error words mean; `unpayable` where another try of this client ends the same way. */
const REASONS: [word: RegExp, state: PaymentState, says: string][] = [
  [/header is required$|^payment required$/i, 'asked', 'no payment was sent'],
  [/^insufficient_(?:funds|balance)$/, 'unpayable', "the payer's wallet holds too little of the token"],
  [/permit2_allowance_required/, 'unpayable', 'the wallet has to approve Permit2 for the token first'],
  [/undeployed_smart_wallet/, 'unpayable', "the payer's smart wallet is not deployed"],
  [/valid_before|expired/, 'rejected', 'the signed payment had expired'],
  [/valid_after/, 'rejected', 'the signed payment was not valid yet: the clocks differ'],
  [/authorization_value|amount/, 'rejected', 'the signed sum is not the sum asked for'],
  [/signature/, 'rejected', 'the signature of the payment does not hold'],
  [/recipient_mismatch/, 'rejected', 'the payment was signed for another recipient'],
  [/^(?:unsupported|invalid)_scheme$/, 'unpayable', 'the server does not take the scheme that was used'],
  [/^invalid_network$/, 'unpayable', 'the payment was made for a network that the server does not take'],
  [/^invalid_x402_version$/, 'unpayable', 'client and server speak different versions of x402'],
  [/^invalid_transaction_state$/, 'rejected', 'the transaction failed on the network'],
  [/^unexpected_(?:verify|settle)_error$/, 'rejected', 'the service that checks payments failed'],
  [/^invalid_payload$|^invalid_payment/, 'rejected', 'the payment that was sent cannot be read'],
];

const reasonOf = (word: string): [state: PaymentState, says: string] => {
  const found = REASONS.find(([pattern]) => pattern.test(word));
  return found ? [found[1], found[2]] : ['rejected', word.slice(0, 120)];
};

/** A requirement's sum: in atomic units of a token, or of an ISO 4217 currency (version 2). */
function priceOf(requirement: Record<string, unknown>): string | undefined {
  const atomic = requirement['amount'] ?? requirement['maxAmountRequired'];
  const asset = textAt(requirement, 'asset');
  const network = textAt(requirement, 'network');
  const extra = requirement['extra'];
  const name = textAt(extra, 'name') ?? textAt(extra, 'symbol');
  const on = network === undefined ? '' : ` on ${NETWORKS[network] ?? network}`;
  if (asset !== undefined && /^[A-Za-z]{3}$/.test(asset)) return money(atomic, asset);
  const stated = isObject(extra) && typeof extra['decimals'] === 'number' ? extra['decimals'] : undefined;
  // The protocol's own default token is USDC.
  const token = name === undefined || /^usd coin$/i.test(name) ? 'USDC' : name.slice(0, 20);
  const decimals = stated ?? (SIX_DECIMALS.test(token) ? 6 : undefined);
  const sum = decimals === undefined ? undefined : decimal(atomic, decimals);
  if (sum !== undefined) return `${sum} ${token}${on}`;
  return typeof atomic === 'string' && /^\d{1,40}$/.test(atomic) ? `${atomic} atomic units of ${token}${on}` : undefined;
}

function offerOf(requirement: Record<string, unknown>): PaymentOffer {
  const price = priceOf(requirement);
  const payTo = textAt(requirement, 'payTo');
  const within = requirement['maxTimeoutSeconds'];
  return {
    ...(price !== undefined && { price }),
    ...(payTo !== undefined && { payTo }),
    ...(typeof within === 'number' && within > 0 && { withinSeconds: within }),
  };
}

/** What asks: the header field of version 2, the body of version 1, or the result of an MCP tool. */
function requiredOf({ response, body }: ChallengeFacts): { required: unknown; where: string } | undefined {
  const field = header(response.headers, 'payment-required');
  if (field !== undefined) return { required: base64Json(field), where: 'response.headers.payment-required' };
  if (isObject(body) && 'x402Version' in body) return { required: body, where: 'response.body' };
  const result = isObject(body) && isObject(body['result']) ? body['result']['structuredContent'] : undefined;
  return isObject(result) && 'x402Version' in result ? { required: result, where: 'response.body.result' } : undefined;
}

/** Why the settlement of a payment that was sent failed. */
function failedSettlement({ response }: ChallengeFacts): { word: string; where: string } | undefined {
  for (const name of ['payment-response', 'x-payment-response']) {
    const value = header(response.headers, name);
    const result = value === undefined ? undefined : base64Json(value);
    if (isObject(result) && result['success'] === false)
      return { word: textAt(result, 'errorReason') ?? textAt(result, 'error') ?? 'no reason is given', where: `response.headers.${name}` };
  }
  return undefined;
}

const wasPaid = ({ request }: ChallengeFacts): boolean =>
  ['x-payment', 'payment-signature'].some((name) => header(request?.headers, name) !== undefined);

export default {
  title: 'x402',
  needs: 'a wallet with the asked token on the asked network, and an x402 client that signs the payment into the next request',
  source: SPECIFICATION,
  read(facts): PaymentChallenge | undefined {
    const failed = failedSettlement(facts);
    const found = requiredOf(facts);
    if (!found && !failed) return undefined;
    const required = isObject(found?.required) ? found.required : undefined;
    const accepts = Array.isArray(required?.['accepts']) ? required['accepts'].filter(isObject) : [];
    const offers = accepts.slice(0, 8).map(offerOf);
    const word = failed?.word ?? textAt(required, 'error') ?? textAt(required, 'invalidReason') ?? textAt(required, 'errorReason');
    const where = failed?.where ?? found!.where;
    const version = `x402 version ${typeof required?.['x402Version'] === 'number' ? required['x402Version'] : 'unknown'}`;
    const because = (value: string, says: string) => [{ where, value, says, source: SPECIFICATION }];
    const [first, ...others] = offers;
    const [state, reason] = word === undefined ? (['asked', 'no payment was sent'] as const) : reasonOf(word);
    if (failed || state !== 'asked') {
      const again = first ? `; the server asks for ${offerInWords(first)}` : '';
      const verb = state === 'unpayable' ? 'The payment cannot be made' : 'A payment was sent and not taken';
      return { state: state === 'asked' ? 'rejected' : state, offers, says: `${verb}: ${reason}${again}`, because: because(word!, reason) };
    }
    if (!required)
      return {
        state: 'malformed',
        offers,
        says: 'The PAYMENT-REQUIRED header field is not base64 of JSON',
        because: because('PAYMENT-REQUIRED', 'cannot be read'),
      };
    if (!first)
      return {
        state: 'malformed',
        offers,
        says: `${version}, but its list of accepted payments is empty or missing`,
        because: because(version, 'a challenge without a way to pay'),
      };
    const choice = others.length > 0 ? `, or ${others.map((offer) => offer.price ?? 'another way').join(', or ')}` : '';
    const paid = wasPaid(facts);
    return {
      state: paid ? 'rejected' : 'asked',
      offers,
      says: `${paid ? 'A payment was sent and not taken, without a reason; the server asks for' : 'The server asks the client to pay'} ${offerInWords(first)}${choice}`,
      because: because(first.price === undefined ? version : `${version}, ${first.price}`, 'an x402 payment challenge'),
    };
  },
} satisfies ChallengeProtocol;
