import type { ChallengeProtocol } from '../model/challenge.ts';
import { header } from '../model/exchange.ts';
import { authChallenges } from '../parse/auth-challenges.ts';
import { base64Json } from '../parse/base64.ts';

const SPECIFICATION = 'https://paymentauth.org';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The sum of a charge: base units of an ISO 4217 currency have two decimals but for a few; a token's are left as they are. */
function price(request: unknown): string | undefined {
  if (!isObject(request) || typeof request['amount'] !== 'string' || typeof request['currency'] !== 'string') return undefined;
  const { amount, currency } = request as { amount: string; currency: string };
  if (!/^\d{1,18}$/.test(amount)) return undefined;
  if (!/^[a-z]{3}$/i.test(currency)) return `${amount} base units of ${currency.slice(0, 64)}`;
  const decimals = /^(?:jpy|krw|vnd|clp|isk|ugx|xaf|xof)$/i.test(currency) ? 0 : 2;
  const digits = amount.padStart(decimals + 1, '0');
  return `${decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`} ${currency.toUpperCase()}`;
}

export default {
  title: 'Payment authentication scheme (MPP)',
  needs: 'a client that knows the Payment scheme and the payment method that the challenge names',
  source: SPECIFICATION,
  read(response, body) {
    const challenge = authChallenges(header(response.headers, 'www-authenticate') ?? '').find(({ scheme }) => scheme === 'payment');
    const type =
      isObject(body) && typeof body['type'] === 'string' ? /paymentauth\.org\/problems\/([\w/-]+)/.exec(body['type'])?.[1] : undefined;
    if (!challenge && type === undefined) return undefined;
    if (type !== undefined && type !== 'payment-required') {
      return {
        state: 'rejected',
        says: `A payment was sent and was rejected: ${type}`,
        because: [{ where: 'response.body.type', value: type, says: 'the problem type of the Payment scheme', source: SPECIFICATION }],
      };
    }
    const where = challenge ? 'response.headers.www-authenticate' : 'response.body.type';
    const missing = challenge ? ['id', 'realm', 'method', 'intent', 'request'].filter((name) => !challenge.parameters[name]) : [];
    if (missing.length > 0) {
      return {
        state: 'malformed',
        says: `A Payment challenge without ${missing.join(', ')}`,
        because: [{ where, value: 'Payment', says: 'required parameters are missing', source: SPECIFICATION }],
      };
    }
    const sum = price(base64Json(challenge?.parameters['request'] ?? ''));
    const method = challenge?.parameters['method'];
    const how = `by ${method ?? 'the Payment scheme'}`;
    return {
      state: 'asked',
      ...(sum !== undefined && { price: sum }),
      says: sum === undefined ? `The server asks the client to pay ${how}` : `The server asks the client to pay ${sum} ${how}`,
      because: [
        { where, value: `Payment${sum === undefined ? '' : ` ${sum}`}`, says: 'a challenge of the Payment scheme', source: SPECIFICATION },
      ],
    };
  },
} satisfies ChallengeProtocol;
