import type { Because } from './check.ts';
import type { HttpResponse } from './exchange.ts';

/** A machine-payment challenge as a response carries it. */
export type PaymentChallenge = {
  /** What is asked for, in units that a person pays in: "0.01 USDC on Base". */
  price?: string;
  /** One sentence: what is asked for, or what became of a payment that was sent. */
  says: string;
  state: 'asked' | 'rejected' | 'malformed';
  because: Because[];
};

/** One machine-payment protocol. The unit's file name is its id. */
export type ChallengeProtocol = {
  title: string;
  /** What a client needs to be able to pay, one sentence. */
  needs: string;
  source: string;
  /** The challenge in this response, or undefined where it carries none of this protocol. `body` is the parsed JSON body. */
  read(response: HttpResponse, body: unknown): PaymentChallenge | undefined;
};
