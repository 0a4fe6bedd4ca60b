import type { ChallengeProtocol, PaymentOffer } from '../model/challenge.ts';
import { header } from '../model/exchange.ts';
import { authChallenges, type AuthChallenge } from '../parse/auth-challenges.ts';
import { offerInWords } from '../parse/offers.ts';

const RFC = 'https://www.rfc-editor.org/rfc/rfc9110#name-www-authenticate';

/** Schemes with a reading of their own. */
const KNOWN = new Set(['payment', 'l402', 'lsat']);
const SUMS = ['amount', 'min_amount', 'price', 'cost', 'value'];
const CURRENCIES = ['currency', 'asset', 'token', 'unit'];
const RECIPIENTS = ['address', 'pay_to', 'payto', 'recipient', 'invoice', 'wallet'];

const first = ({ parameters }: AuthChallenge, names: string[]): string | undefined =>
  names.map((name) => parameters[name]).find((value) => value !== undefined && value !== '');

/** An offer where a challenge's parameters name two of a sum, a currency and somebody to pay. */
function offerOf(challenge: AuthChallenge): PaymentOffer | undefined {
  const [sum, currency, payTo] = [SUMS, CURRENCIES, RECIPIENTS].map((names) => first(challenge, names)?.slice(0, 120));
  if ([sum, currency, payTo].filter((part) => part !== undefined).length < 2) return undefined;
  const price = sum === undefined ? undefined : [sum, currency].filter(Boolean).join(' ');
  return { ...(price !== undefined && { price }), ...(payTo !== undefined && { payTo }) };
}

/** RFC 9110 §11.6.1 lets a 402 carry challenges; some servers ask for money in the parameters of a scheme that is not made for it. */
export default {
  title: 'a scheme of its own',
  needs: "a client that was written for this server's way to be paid: its documentation says which",
  source: RFC,
  read({ response }) {
    if (response.status !== 402) return undefined;
    const challenges = authChallenges(header(response.headers, 'www-authenticate') ?? '');
    const challenge = challenges.find((candidate) => !KNOWN.has(candidate.scheme) && offerOf(candidate));
    const offer = challenge && offerOf(challenge);
    if (!offer) return undefined;
    return {
      state: 'asked',
      offers: [offer],
      says: `The server asks the client to pay ${offerInWords(offer)}, in a challenge of the scheme ${challenge.scheme}`,
      because: [
        {
          where: 'response.headers.www-authenticate',
          value: [challenge.scheme, offer.price].filter(Boolean).join(' '),
          says: 'a challenge that names a sum or whom to pay',
          source: RFC,
        },
      ],
    };
  },
} satisfies ChallengeProtocol;
