import type { Capture } from '../model/capture.ts';
import { accessExchange, gathered, numberedLines, shareOf, type LogLine, type Told } from '../parse/log-lines.ts';
import { withoutTerminal } from '../parse/pasted.ts';

/** gin's own line, and those of gateways built on it, which put a request id or a tag in front of the status. */
const LINE =
  /^(?:\S{1,200} +\| +)?\[GIN\] \d{4}\/\d\d\/\d\d - \d\d:\d\d:\d\d \|(?:[^|\n]{0,100}\|){0,3}?\s*([1-5]\d\d)\s*\|\s*[\d.]+[a-zµμ][^|\n]{0,20}\|\s*[^|\s]*\s*\|\s*([A-Z]{3,10})\s+"?(\/[^"\s]{0,4000})/;

function told({ line, text }: LogLine): Told {
  const match = LINE.exec(text);
  if (!match) return 'unknown';
  return accessExchange({ shape: 'gin-log', line, method: match[2], url: match[3], status: Number(match[1]) });
}

export default {
  title: "gin's access log",
  madeBy: 'gin in Go (Ollama, one-api, new-api and other gateways)',
  recognise: (text) => (shareOf(withoutTerminal(text), (line) => LINE.test(line)) >= 0.5 ? 0.82 : 0),
  read: (text) => gathered(numberedLines(withoutTerminal(text)), told),
} satisfies Capture;
