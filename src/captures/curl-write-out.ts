import { UnreadableInput, type Capture, type Captured } from '../model/capture.ts';
import { strictJson } from '../parse/loose-json.ts';
import { withoutTerminal } from '../parse/pasted.ts';

/** What people write before %{http_code}, and behind it: a time, a size, the number of redirects. */
const LABEL = String.raw`(?:(?:(?:curl|the|final)[ _-])?(?:http|https|response|status|code|resp|return|rc)(?:[ _-]?(?:http|response|status|code|http_code))*[ \t]*[:=]?[ \t]*)?`;
const BEHIND = String.raw`(?:[ \t,;|/]+(?:(?:time|total|time_total|size|ttfb|duration|took)[ \t]*[:=]?[ \t]*)?\d{1,9}(?:\.\d{1,9})?(?:s|ms|B| bytes)?){0,4}`;
const LAST = new RegExp(`^[ \\t"'(\\[]{0,3}${LABEL}(000|[1-5]\\d\\d)${BEHIND}[ \\t"')\\]%$]{0,3}$`, 'i');

type Parts = { status: number; body: string };

const isBody = (body: string): boolean => strictJson(body) !== undefined || /^<(?:!doctype|html|\?xml)\b[^]*>$/i.test(body);

/** The body and the status behind it, on a line of its own or right behind the body; undefined where there is anything else. */
function partsOf(input: string): Parts | undefined {
  const words = withoutTerminal(input.length > 4_000_000 ? input.slice(-4_000_000) : input).trim();
  const lineBreak = words.lastIndexOf('\n');
  const line = words.slice(lineBreak + 1).trimEnd();
  // curl writes no line break after the body.
  const from = words.slice(-200);
  const close =
    lineBreak < 0 || line.length > 200 || /[}\]>]/.test(line)
      ? Math.max(from.lastIndexOf('}'), from.lastIndexOf(']'), from.lastIndexOf('>'))
      : -1;
  const at = close < 0 ? lineBreak + 1 : words.length - from.length + close + 1;
  if (words.length - at > 200) return undefined;
  const told = LAST.exec(words.slice(at).trim());
  const body = words.slice(0, at).trim();
  if (!told || (body !== '' && !isBody(body))) return undefined;
  return { status: Number(told[1]), body };
}

export default {
  title: "curl's status behind the body",
  madeBy: "curl -w '%{http_code}', alone or behind the body",
  recognise(input) {
    if (!/(?:000|[1-5]\d\d)/.test(input.slice(-200))) return 0;
    return partsOf(input) ? 0.86 : 0;
  },
  read(input): Captured {
    const parts = partsOf(input);
    if (!parts) throw new UnreadableInput('There is no status behind a body.', "Give the output of curl -w '\\n%{http_code}' as it is.");
    const source = { shape: 'curl-write-out' };
    const { status, body } = parts;
    if (status === 0) {
      const failure = { kind: 'other' as const, message: 'curl printed 000: it got no HTTP response' };
      return { exchanges: [{ source, failure }], warnings: ['The status 000 does not say why there was no response: curl -sS does.'] };
    }
    if (body === '') {
      const warnings = ['Only a status was given, without the header fields and the body: curl -i shows them.'];
      return { exchanges: [{ source, toldStatus: status }], warnings };
    }
    const warnings = ['Only a body and a status were given, without the header fields: curl -i shows them.'];
    return { exchanges: [{ source, response: { status, headers: [], body } }], warnings };
  },
} satisfies Capture;
