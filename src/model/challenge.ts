import type { Because } from './check.ts';
import type { HttpRequest, HttpResponse } from './exchange.ts';

/** One way to pay that a challenge offers. */
export type PaymentOffer = {
  /** In units that a person pays in: "0.01 USDC on Base". */
  price?: string;
  /** The payment method or network where the price does not name it: "stripe", "tempo". */
  method?: string;
  /** The address, account or invoice that is to be paid. */
  payTo?: string;
  /** ISO 8601 UTC. */
  expiresAt?: string;
  /** Seconds within which a payment, once signed, has to arrive. */
  withinSeconds?: number;
};

/**
 * What became of the payment: `asked` none was sent; `rejected` one was sent and refused; `unpayable` this client cannot
 * pay this way, as things are; `malformed` what is asked for cannot be read.
 */
export type PaymentState = 'asked' | 'rejected' | 'unpayable' | 'malformed';

/** A machine-payment challenge as a response carries it. */
export type PaymentChallenge = {
  state: PaymentState;
  offers: PaymentOffer[];
  /** One sentence: what is asked for, or what became of a payment that was sent. */
  says: string;
  because: Because[];
};

/** What a protocol reads. `body` is the parsed JSON of the response's body, or of the text that stands for it. */
export type ChallengeFacts = { response: HttpResponse; body: unknown; request?: HttpRequest };

/** One machine-payment protocol. The unit's file name is its id. */
export type ChallengeProtocol = {
  title: string;
  /** What a client needs to be able to pay, a noun phrase. */
  needs: string;
  source: string;
  /** The challenge in this response, or undefined where it carries none of this protocol. */
  read(facts: ChallengeFacts): PaymentChallenge | undefined;
};
