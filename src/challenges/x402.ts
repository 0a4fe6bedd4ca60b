import type { ChallengeProtocol, PaymentChallenge } from '../model/challenge.ts';
import { header } from '../model/exchange.ts';
import { base64Json } from '../parse/base64.ts';

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
  polygon: 'Polygon',
  'eip155:137': 'Polygon',
  solana: 'Solana',
};

type Requirement = { amount?: unknown; maxAmountRequired?: unknown; network?: unknown; payTo?: unknown; extra?: { name?: unknown } };
type Required = { x402Version?: unknown; error?: unknown; accepts?: unknown };

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** USDC and its likes have six decimals; an amount is in atomic units. */
function price({ amount, maxAmountRequired, network, extra }: Requirement): string | undefined {
  const atomic = amount ?? maxAmountRequired;
  if (typeof atomic !== 'string' || !/^\d{1,30}$/.test(atomic)) return undefined;
  const digits = atomic.padStart(7, '0');
  const units = `${digits.slice(0, -6)}.${digits.slice(-6)}`.replace(/0+$/, '').replace(/\.$/, '');
  const token = typeof extra?.name === 'string' && /^usd/i.test(extra.name) ? 'USDC' : extra?.name === undefined ? 'USDC' : undefined;
  if (token === undefined) return undefined;
  const chain = typeof network === 'string' ? (NETWORKS[network] ?? (network.startsWith('solana:') ? 'Solana' : network)) : undefined;
  return `${units} ${token}${chain ? ` on ${chain}` : ''}`;
}

function asked(required: Required, where: string): PaymentChallenge {
  const first = Array.isArray(required.accepts) ? (required.accepts.find(isObject) as Requirement | undefined) : undefined;
  const sum = first ? price(first) : undefined;
  const version = `x402 version ${String(required.x402Version)}`;
  if (!first)
    return {
      state: 'malformed',
      says: `${version}, but its list of accepted payments is empty or missing`,
      because: [{ where, value: version, says: 'a challenge without a way to pay', source: SPECIFICATION }],
    };
  return {
    state: 'asked',
    ...(sum !== undefined && { price: sum }),
    says: sum === undefined ? 'The server asks the client to pay by x402' : `The server asks the client to pay ${sum} by x402`,
    because: [
      { where, value: sum === undefined ? version : `${version}, ${sum}`, says: 'an x402 payment challenge', source: SPECIFICATION },
    ],
  };
}

export default {
  title: 'x402',
  needs: 'a wallet with the asked token on the asked network, and an x402 client that signs the payment into the next request',
  source: SPECIFICATION,
  read(response, body) {
    for (const name of ['payment-response', 'x-payment-response']) {
      const value = header(response.headers, name);
      const result = value === undefined ? undefined : base64Json(value);
      if (isObject(result) && result['success'] === false) {
        const reason = typeof result['errorReason'] === 'string' ? result['errorReason'] : 'no reason given';
        return {
          state: 'rejected',
          says: `A payment was sent and was rejected: ${reason}`,
          because: [{ where: `response.headers.${name}`, value: reason, says: 'the settlement failed', source: SPECIFICATION }],
        };
      }
    }
    const field = header(response.headers, 'payment-required');
    if (field !== undefined) {
      const required = base64Json(field);
      if (isObject(required)) return asked(required, 'response.headers.payment-required');
      return {
        state: 'malformed',
        says: 'The PAYMENT-REQUIRED header field is not base64 of JSON',
        because: [
          {
            where: 'response.headers.payment-required',
            value: field.slice(0, 40),
            says: 'an x402 challenge that cannot be read',
            source: SPECIFICATION,
          },
        ],
      };
    }
    if (isObject(body) && typeof body['x402Version'] === 'number') return asked(body, 'response.body');
    return undefined;
  },
} satisfies ChallengeProtocol;
