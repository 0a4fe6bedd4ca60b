import type { Capture } from '../model/capture.ts';
import { httpTellers } from '../parse/python-http-tellers.ts';
import { pythonFailure } from '../parse/python-failure.ts';
import { printedBy, printedExchanges, type Teller } from '../parse/python-printed.ts';

const MARKS =
  /\bstripe\.(?:error|_error)\.\w{1,60}|\bmessage='Stripe(?: v\d)? API (?:response|error received)'|\berror_code=\S{1,60} error_message='[^'\n]{0,500}' error_param=/;

/** stripe logs the members of the error object before it raises it. */
const stripeLog: Teller = {
  mark: /\b(?=error_code=)/g,
  read(_, rest) {
    const line = rest.split('\n', 1)[0]!;
    if (!/ error_type=/.test(line)) return undefined;
    const error: Record<string, string> = {};
    for (const [, name, quoted, bare] of line.matchAll(/\berror_(code|message|param|type)=(?:'([^'\n]{0,2000})'|(\S{0,200}))/g)) {
      const value = quoted ?? bare ?? '';
      if (value !== 'None' && value !== '') error[name!] = value;
    }
    return { end: line.length, step: 2, body: JSON.stringify({ error }) };
  },
};

const stripeCode: Teller = {
  mark: /\bmessage='Stripe(?: v\d)? API response' path=(https?:\/\/\S{1,2000}) response_code=([1-5]\d\d)\b/g,
  read: ([, url, status]) => ({ end: 0, step: 1, status: Number(status), url: url! }),
};

const stripeError: Teller = {
  mark: /\bstripe\.(?:error|_error)\.(\w{1,60}): (?:Request (req_\w{1,60}): )?/g,
  read([, name], rest) {
    const line = rest.split('\n', 1)[0]!;
    if (name !== 'APIConnectionError') return { end: line.length, step: 3 };
    const cause = /\(Network error: ([^\n]{1,500}?)\)?$/.exec(rest.trim())?.[1] ?? line;
    return /ConnectionPool\(host=/.test(rest) ? undefined : { end: rest.length, failure: pythonFailure(name, cause) };
  },
};

const tellers = [stripeCode, stripeLog, stripeError, ...httpTellers];

export default {
  title: 'An exception of stripe-python, or its log',
  madeBy: 'stripe-python',
  recognise: (text) => printedBy(text, MARKS, 0.74),
  read: (text) => printedExchanges(text, 'stripe-python', tellers),
} satisfies Capture;
