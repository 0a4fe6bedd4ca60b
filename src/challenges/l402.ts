import type { ChallengeProtocol } from '../model/challenge.ts';
import { header } from '../model/exchange.ts';
import { authChallenges } from '../parse/auth-challenges.ts';

const SPECIFICATION = 'https://github.com/lightninglabs/L402';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** A BOLT-11 invoice's amount: "lnbc" and a number with the multiplier m, u, n or p of a bitcoin; in satoshi. */
function satoshi(invoice: string): number | undefined {
  const match = /^ln(?:bc|tb|bcrt)(\d{1,12})([munp])1/i.exec(invoice);
  if (!match) return undefined;
  const perUnit = { m: 100_000, u: 100, n: 0.1, p: 0.0001 }[match[2]!.toLowerCase() as 'm' | 'u' | 'n' | 'p'];
  return Number(match[1]) * perUnit;
}

export default {
  title: 'L402',
  needs: 'a Lightning wallet that pays the invoice, and the preimage as proof in the next request',
  source: SPECIFICATION,
  read(response, body) {
    const challenge = authChallenges(header(response.headers, 'www-authenticate') ?? '').find(
      ({ scheme }) => scheme === 'l402' || scheme === 'lsat',
    );
    const inBody =
      isObject(body) && isObject(body['l402']) ? body['l402'] : isObject(body) && typeof body['macaroon'] === 'string' ? body : undefined;
    if (!challenge && !inBody) return undefined;
    const where = challenge ? 'response.headers.www-authenticate' : 'response.body';
    const invoice = challenge?.parameters['invoice'] ?? inBody?.['invoice'];
    if (typeof invoice !== 'string') {
      return {
        state: 'malformed',
        says: 'An L402 challenge without an invoice to pay',
        because: [{ where, value: 'L402', says: 'the invoice is missing', source: SPECIFICATION }],
      };
    }
    const stated = inBody?.['amount_sats'];
    const amount = typeof stated === 'number' ? stated : satoshi(invoice);
    const price = amount === undefined ? undefined : `${amount} sat (Lightning)`;
    return {
      state: 'asked',
      ...(price !== undefined && { price }),
      says: price === undefined ? 'The server asks the client to pay a Lightning invoice' : `The server asks the client to pay ${price}`,
      because: [
        {
          where,
          value: `${challenge?.scheme.toUpperCase() ?? 'L402'} ${price ?? 'invoice'}`,
          says: 'an L402 payment challenge',
          source: SPECIFICATION,
        },
      ],
    };
  },
} satisfies ChallengeProtocol;
