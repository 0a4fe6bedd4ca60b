import type { Capture } from '../model/capture.ts';
import type { RawExchange } from '../model/exchange.ts';
import { objectsIn } from '../parse/loose-json.ts';
import { place, printed, strengthOf, toldExchanges, type Wording } from '../parse/tool-words.ts';

const wording: Wording = {
  shape: 'stripe-cli',
  tiers: [[place(String.raw`\bRequest failed, status=<status>, body=`), place(String.raw`^unexpected http status code: <status>\b`)]],
};

/** The server's body follows as it came. */
function withBody(exchange: RawExchange): RawExchange {
  const { toldStatus: status, ...rest } = exchange;
  const at = exchange.text?.indexOf(', body=') ?? -1;
  const body = at < 0 ? undefined : objectsIn(exchange.text!.slice(at))[0];
  if (status === undefined || !body) return exchange;
  return {
    ...rest,
    response: { status, headers: [], body: JSON.stringify(body.value), ...(body.truncated && { truncated: true }) },
  };
}

export default {
  title: 'stripe: a call to Stripe that failed',
  madeBy: 'stripe trigger, stripe fixtures, the Stripe CLI',
  recognise: (text) =>
    strengthOf(text, [
      [/\bRequest failed, status=\d{3}, body=/m, 0.84],
      [/^unexpected http status code: \d{3}\b/m, 0.6],
    ]),
  read: (text) => ({ exchanges: toldExchanges([{ text: printed(text), line: 1 }], wording).map(withBody), warnings: [] }),
} satisfies Capture;
