/** Machine-payment challenges: what of them a response carries, and what they make of its cause. */
import type { ChallengeProtocol, PaymentChallenge } from '../model/challenge.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Payment } from '../model/reading.ts';
import { objectsIn, strictJson } from '../parse/loose-json.ts';

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** What may be the body: the response's own; of a text without a response, each object that stands in it. */
function bodiesOf({ response, text }: Exchange): unknown[] {
  if (response) return [response.body === undefined ? undefined : strictJson(response.body)];
  if (text === undefined || !/x402Version|macaroon|paymentauth\.org|-3204[23]/.test(text)) return [];
  return objectsIn(text)
    .map(({ value }) => value)
    .filter(isObject)
    .slice(0, 5);
}

/** The challenges of all protocols that an exchange carries, in the order of the protocols' names. */
export function paymentsIn(exchange: Exchange, status: number | undefined, protocols: Record<string, ChallengeProtocol>): Payment[] {
  const response = exchange.response ?? { status: status ?? 402, headers: [] };
  const { request } = exchange;
  return bodiesOf(exchange).flatMap((body) =>
    Object.entries(protocols).flatMap(([id, protocol]) => {
      const challenge = protocol.read({ response, body, ...(request && { request }) });
      return challenge ? [{ protocol: id, title: protocol.title, needs: protocol.needs, ...challenge }] : [];
    }),
  );
}

const ORDER: PaymentChallenge['state'][] = ['rejected', 'unpayable', 'asked', 'malformed'];

/** The one that tells most: a payment that was refused before one that was never sent, and what cannot be read last. */
export function foremost(payments: readonly Payment[]): Payment | undefined {
  return payments.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))[0];
}
