import { UnreadableInput, type Capture, type Captured } from '../model/capture.ts';
import type { NetworkFailure, RawExchange } from '../model/exchange.ts';
import { endsInsideJson } from '../parse/loose-json.ts';
import { objectsIn } from '../parse/loose-json.ts';
import { withoutTerminal } from '../parse/pasted.ts';
import { statusInObject } from '../parse/told-status.ts';
import { toldFailure } from '../parse/told-failure.ts';

/** The start of an error: the cmdlet or its alias, and the words behind it, as Windows PowerShell (" : ") and PowerShell 7 (": ") print them. */
const ERROR = /^(?:Invoke-(?:RestMethod|WebRequest)|irm|iwr)[ \t]?: ?/gim;
/** Only this one names the cmdlets where the words before it are another language's. */
const ERROR_ID =
  /FullyQualifiedErrorId\s{0,10}:\s{0,10}WebCmdlet|Microsoft\.PowerShell\.Commands\.(?:InvokeRestMethod|InvokeWebRequest|HttpResponseException)/;

/** Where both say the status: "…returned an error: (402) Payment Required.", "…does not indicate success: 402 (Payment Required)." */
const STATUS =
  /(?:: ?|\s)\(([1-5]\d\d)\) |does not\s{1,20}indicate\s{1,20}success:\s{1,20}([1-5]\d\d)\b|\bStatusCode\s{0,20}: ([1-5]\d\d)\b/;

/** .NET's words for a call without a response, beside those that programs share; the first that matches decides. */
const FAILURES: [RegExp, NetworkFailure['kind']][] = [
  [/remote name could not be resolved|No such host is known/i, 'dns'],
  [/trust relationship for the SSL|Could not create SSL\/TLS|SSL connection could not be/i, 'tls'],
  [/proxy tunnel/i, 'proxy'],
  [/operation has timed out|HttpClient\.Timeout|request was cancell?ed due to/i, 'timeout'],
  [/unable to connect to the remote server|target machine actively refused/i, 'refused'],
  [/underlying connection was closed|connection was forcibly closed|response ended prematurely/i, 'reset'],
];

/** The words of an error: without the place that PowerShell prints around them, joined where it broke the lines. */
function wordsOf(error: string): string {
  const lines = error.split('\n');
  // "At C:\\call.ps1:42 char:9", in any language, and the lines that quote the command.
  const end = lines.findIndex((line) => /:\s?\d{1,7} [^\s:]{1,20}:\s?\d{1,7}\s*$|^\s{0,8}\+ /.test(line));
  const own = end < 0 ? lines : lines.slice(0, end);
  const framed = own.some((line) => line.startsWith('Line |'));
  const kept = framed
    ? own.filter((line) => /^ {2,12}\| /.test(line) && !/^ {2,12}\|\s+~/.test(line)).map((line) => line.replace(/^ {2,12}\| ?/, ''))
    : own;
  return kept.join('\n').trim();
}

/** The command line that PowerShell quotes: its URL, and its method where it names one. */
function calledBy(error: string): Pick<RawExchange, 'request' | 'toldUrl'> {
  const command = /(?:Invoke-(?:RestMethod|WebRequest)|\b(?:irm|iwr)\b)[^\n]{0,2000}/gi;
  for (const [line] of error.matchAll(command)) {
    const url = /(?:-Uri\s{1,4}|\s)["']?(https?:\/\/[^\s"'|;)]{1,2000})/i.exec(line)?.[1];
    const method = /-Method\s{1,4}["']?([A-Za-z]{3,10})\b/i.exec(line)?.[1]?.toUpperCase();
    if (url === undefined || url.endsWith('...')) continue;
    return method === undefined ? { toldUrl: url } : { request: { method, url, headers: [] } };
  }
  return {};
}

function bodyOf(words: string): { body: string; object?: unknown } | undefined {
  const at = words.search(/[{[]\s{0,200}["{[]/);
  if (at < 0) return undefined;
  const [found] = objectsIn(words.slice(at));
  const isJson = found !== undefined && found.start === 0;
  const body = words.slice(at, isJson && !found.truncated ? at + found.end : words.length);
  return isJson ? { body, object: found.value } : undefined;
}

function exchangeOf(error: string, line: number): RawExchange {
  const source = { shape: 'powershell-web-error', line };
  const called = calledBy(error);
  const words = wordsOf(error.replace(ERROR, ''));
  // The command that PowerShell quotes tells of the call too.
  const text = error.trim();
  const told = STATUS.exec(error.replaceAll(/[ \t]{0,20}\n\s{0,20}\| /g, ' '));
  const found = bodyOf(words);
  const status = Number(told?.slice(1).find((digits) => digits !== undefined) ?? statusInObject(found?.object) ?? 0);
  if (status > 0 && found) {
    // PowerShell breaks the lines of what it prints, so the text is the JSON again only without them.
    const truncated = endsInsideJson(found.body);
    const body = truncated ? found.body : JSON.stringify(found.object);
    return { source, ...called, response: { status, headers: [], body, ...(truncated && { truncated }) }, text };
  }
  if (status > 0) return { source, ...called, toldStatus: status, text };
  const failure = FAILURES.find(([pattern]) => pattern.test(words));
  const known = failure ? { kind: failure[1], message: words.split('\n', 1)[0]!.slice(0, 500) } : toldFailure(words);
  if (known && !found) return { source, ...called, failure: known, text };
  return { source, ...called, text };
}

export default {
  title: 'Errors of Invoke-RestMethod and Invoke-WebRequest',
  madeBy: 'Windows PowerShell 5.1, PowerShell 7',
  recognise(text) {
    const start = text.slice(0, 65_536);
    if (!/Invoke-|\bi(?:rm|wr)\b|WebCmdlet/i.test(start)) return 0;
    const plain = withoutTerminal(start);
    if (ERROR_ID.test(plain)) return 0.93;
    return plain.search(ERROR) >= 0 ? 0.9 : 0;
  },
  read(input): Captured {
    const text = withoutTerminal(input).replaceAll('\r\n', '\n');
    const starts = [...text.matchAll(ERROR)].map(({ index }) => index).slice(0, 500);
    if (starts.length === 0) starts.push(0);
    if (text.trim() === '') throw new UnreadableInput('There is no error in the input.', 'Give what PowerShell printed in red.');
    const exchanges = starts.map((start, i) => exchangeOf(text.slice(start, starts[i + 1]), text.slice(0, start).split('\n').length));
    const untold = exchanges.some(({ response, toldStatus, failure }) => !response && !failure && toldStatus === undefined);
    const warnings = untold
      ? ['PowerShell printed the body in place of the status: $Error[0].Exception.Response.StatusCode.value__ shows it.']
      : [];
    return { exchanges, warnings };
  },
} satisfies Capture;
