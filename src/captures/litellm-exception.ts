import type { Capture } from '../model/capture.ts';
import { httpTellers } from '../parse/python-http-tellers.ts';
import { pythonFailure } from '../parse/python-failure.ts';
import { printedBy, printedExchanges, type Teller } from '../parse/python-printed.ts';
import { bodyIn } from '../parse/python-sdk-tellers.ts';

const MARKS = /(?:^|[\s"'(<>|])litellm\.(?:exceptions\.)?\w{1,60}(?:Error|Timeout): |(?:^|[\s"'(<>|])litellm\.(?:exceptions\.)?Timeout: /;

/** litellm names its own class, the vendor that it called, and then quotes the vendor's answer. */
const litellm: Teller = {
  mark: /\blitellm\.(?:exceptions\.)?(\w{1,60}(?:Error|Timeout)|Timeout): /g,
  read([, name], rest) {
    const end = /\. Received Model Group=| LiteLLM Retried: \d|\nAvailable Model Group Fallbacks=/.exec(rest)?.index ?? rest.length;
    const message = rest.slice(0, end);
    const inner =
      /\bError code: ([1-5]\d\d) - |\bstatus[_ ]code[:=] ?([45]\d\d)\b|\b([45]\d\d) (?:Client|Server) Error|'([45]\d\d) [A-Z]/.exec(
        message,
      );
    const status = inner && Number(inner[1] ?? inner[2] ?? inner[3] ?? inner[4]);
    const start = message.search(/[{[]\s*\\?['"]/);
    const found = start < 0 ? undefined : bodyIn(message.slice(start));
    const isJson = found?.body !== undefined && /^[{[]/.test(found.body);
    const own = isJson ? codeIn(found.body!) : undefined;
    if (status === null && own === undefined && !isJson && /^(?:Timeout|APIConnectionError)$/.test(name!)) {
      const failure = pythonFailure(name!, message.replace(/^litellm\.\w+: /, '').split('\n', 1)[0]!);
      if (failure.kind !== 'other') return { end: rest.length, failure };
    }
    const told = status ?? own;
    return {
      end: rest.length,
      mayTell: true,
      ...(told !== undefined && { status: told }),
      ...(isJson && { body: found.body!, ...(found.truncated && { truncated: true }) }),
    };
  },
};

/** The status that an error body names as its own code (Google's and the gateways' do). */
function codeIn(body: string): number | undefined {
  const code = /^\[?\{"error":\{(?:"[^"]{1,40}":(?:"(?:[^"\\]|\\.)*"|null),){0,4}"code":"?([45]\d\d)"?[,}]/.exec(
    body.slice(0, 20_000),
  )?.[1];
  return code === undefined ? undefined : Number(code);
}

const tellers = [litellm, ...httpTellers];

export default {
  title: 'An exception of LiteLLM',
  madeBy: 'litellm, and the programs that call through it',
  recognise: (text) => printedBy(text, MARKS, 0.76),
  read: (text) => printedExchanges(text, 'litellm-exception', tellers),
} satisfies Capture;
