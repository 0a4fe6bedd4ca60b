import type { Capture } from '../model/capture.ts';
import { place, printed, strengthOf, toldExchanges, type Part, type Wording } from '../parse/tool-words.ts';

const wording: Wording = {
  shape: 'terraform-error',
  tiers: [
    [
      place(String.raw`[Ss]tatus ?[Cc]ode(?:=|: ?| )<status>`),
      place(String.raw`\bgoogleapi: Error <status>`),
      place(String.raw`\bgoogleapi: got HTTP response code <status>`),
      place(String.raw`\b(?:unexpected|response) status:? <status>`),
      place(String.raw`<method> <url>: <status>\b`),
      place(String.raw`\bHTTP(?:/\d(?:\.\d)?)?(?: response)?(?: status| code| error)?:? <status>`),
    ],
    [place(String.raw`<method> "<url>": `)],
    [place('^Error: ')],
  ],
};

/** Where the error stands in the configuration: line numbers, and a line of it. */
const WHERE = /^\s{0,8}(?:(?:with|on) \S[^\n]{0,400},|on [^\n]{1,400} line \d+(?:, in [^\n]*)?:?|\d{1,6}: [^\n]*)\s*$/;

/** A paragraph is broken where the terminal ends, at a space. */
function unwrapped(lines: readonly string[]): string {
  return lines
    .filter((line) => !WHERE.test(line))
    .join('\n')
    .replace(/(\S)\n(?=[^\s│╵╷-])/g, '$1 ')
    .replace(/\n{3,}/g, '\n\n');
}

/** The boxes of errors; without any, the stretches that start with "Error:". */
function errorsOf(text: string): Part[] {
  const parts: { lines: string[]; line: number; isError: boolean }[] = [];
  for (const [i, raw] of text.split('\n').entries()) {
    const boxed = /^\s{0,4}[│|] ?/.exec(raw);
    const line = boxed ? raw.slice(boxed[0].length) : raw;
    const opens = /^(Error|Warning): /.exec(line);
    if (opens) parts.push({ lines: [line], line: i + 1, isError: opens[1] === 'Error' });
    else if (/^\s{0,4}[╷╵]\s*$/.test(line)) parts.push({ lines: [], line: i + 1, isError: false });
    else parts.at(-1)?.lines.push(line.trimEnd());
  }
  return parts.filter(({ isError }) => isError).map(({ lines, line }) => ({ text: unwrapped(lines).trim(), line }));
}

export default {
  title: 'Terraform or OpenTofu: errors of a provider',
  madeBy: 'terraform apply, terraform plan, terraform init, tofu apply',
  recognise: (text) =>
    strengthOf(text, [
      [/^\s{0,4}│ Error: [^\r\n│]*\r?$/m, 0.87],
      [/^Error: [^\n]*\n(?:[^\n]*\n){0,40}?\s{1,8}(?:with [\w.\-[\]"]{3,200},|on \S{1,200}\.tf line \d+)/m, 0.8],
    ]),
  read(text) {
    const errors = errorsOf(printed(text));
    if (errors.length > 0) return { exchanges: toldExchanges(errors, wording), warnings: [] };
    return { exchanges: toldExchanges([{ text: printed(text), line: 1 }], wording), warnings: [] };
  },
} satisfies Capture;
