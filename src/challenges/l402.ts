import type { ChallengeProtocol, PaymentChallenge, PaymentOffer } from '../model/challenge.ts';
import { header } from '../model/exchange.ts';
import { authChallenges } from '../parse/auth-challenges.ts';
import { readInvoice } from '../parse/bolt11.ts';
import { isObject, offerInWords, textAt } from '../parse/offers.ts';

const SPECIFICATION = 'https://github.com/lightninglabs/L402';

/** The invoice's own figures; a body that states the price beside it is believed where the invoice names none. */
function offerOf(invoice: string, stated: unknown): PaymentOffer | undefined {
  const read = readInvoice(invoice);
  const satoshi = read?.satoshi ?? (typeof stated === 'number' && stated >= 0 ? stated : undefined);
  if (!read && satoshi === undefined) return undefined;
  const network = read?.network === 'test' ? 'a Lightning test network' : 'Lightning';
  return {
    ...(satoshi !== undefined && { price: `${satoshi} sat on ${network}` }),
    ...(read?.expiresAt !== undefined && { expiresAt: read.expiresAt }),
  };
}

export default {
  title: 'L402',
  needs: 'a Lightning wallet that pays the invoice, and a client that sends the preimage as proof with the next request',
  source: SPECIFICATION,
  read({ response, body, request }): PaymentChallenge | undefined {
    const challenge = authChallenges(header(response.headers, 'www-authenticate') ?? '').find(
      ({ scheme }) => scheme === 'l402' || scheme === 'lsat',
    );
    const inBody = isObject(body) ? (isObject(body['l402']) ? body['l402'] : 'macaroon' in body ? body : undefined) : undefined;
    if (!challenge && !inBody) return undefined;
    const where = challenge ? 'response.headers.www-authenticate' : 'response.body';
    const name = challenge?.scheme.toUpperCase() ?? 'L402';
    const macaroon = challenge?.parameters['macaroon'] ?? challenge?.parameters['token'] ?? textAt(inBody, 'macaroon', 16_384);
    const invoice = challenge?.parameters['invoice'] ?? textAt(inBody, 'invoice', 8000);
    const broken = (says: string): PaymentChallenge => ({
      state: 'malformed',
      offers: [],
      says,
      because: [{ where, value: name, says: 'cannot be paid as it is', source: SPECIFICATION }],
    });
    if (invoice === undefined) return broken(`${name}: the challenge has no invoice to pay`);
    if (challenge && macaroon === undefined) return broken(`${name}: the challenge has no macaroon to send back`);
    const offer = offerOf(invoice, inBody?.['amount_sats']);
    if (!offer) return broken(`${name}: the invoice is not a BOLT 11 invoice`);
    const sent = /^(?:L402|LSAT)\s/i.test(header(request?.headers, 'authorization') ?? '');
    return {
      state: sent ? 'rejected' : 'asked',
      offers: [offer],
      says: sent
        ? `A token was sent and no longer holds (expired, spent, or for another price): the server asks again for ${offerInWords(offer)}, by ${name}`
        : `The server asks the client to pay ${offerInWords(offer)}, by ${name}`,
      because: [
        {
          where,
          value: `${name}${offer.price === undefined ? '' : ` ${offer.price}`}`,
          says: 'an L402 payment challenge',
          source: SPECIFICATION,
        },
      ],
    };
  },
} satisfies ChallengeProtocol;
