import type { Capture } from '../model/capture.ts';
import { place, printed, strengthOf, toldExchanges, type Part, type Wording } from '../parse/tool-words.ts';

const wording: Wording = {
  shape: 'kubectl-events',
  tiers: [
    [
      place('unexpected status(?: code)? (?:from )?<method> request to <url>: <status>(?: <reason>)?'),
      place('unexpected status code <url>: <status>(?: <reason>)?'),
      place(String.raw`failed with status code \[[^\]\n]{1,300}\]: <status>`),
      place(String.raw`<method> "<url>": (?:unexpected status(?: code)?:? |response status code )<status>`),
      place(String.raw`probe failed: HTTP probe failed with statuscode: <status>`),
      place(String.raw`(?:received unexpected HTTP status:|HTTP status code|status code:?) <status>`),
    ],
    [place(String.raw`(?<name>toomanyrequests|unauthorized): `), place(String.raw`<method> "<url>": `)],
    [place(String.raw`Failed to pull image "`)],
  ],
  // As in OCI Distribution Specification, "Error Codes".
  names: { toomanyrequests: 429, unauthorized: 401 },
};

const EVENT = /^\s*(?:\S{1,20}(?: \(x\d+ over \S{1,20}\))?\s+)?(?:Warning|Normal)\s+[A-Z]\w{2,60}\s/;

/** The rows of the table that warn; what a terminal broke off belongs to the row before. */
function warningsOf(text: string): Part[] {
  const rows: Part[] = [];
  for (const [i, line] of text.split('\n').entries()) {
    if (EVENT.test(line) || rows.length === 0) rows.push({ text: line, line: i + 1 });
    else if (line.trim() !== '') rows.at(-1)!.text += `\n${line}`;
  }
  return rows.filter(({ text: row }) => EVENT.test(row) && /^\s*(?:\S{1,20}(?: \([^)\n]{1,40}\))?\s+)?Warning\s/.test(row));
}

export default {
  title: 'Kubernetes events',
  madeBy: 'kubectl describe pod, kubectl get events',
  recognise: (text) =>
    strengthOf(text, [
      [/^[ \t]{0,20}Type[ \t]{1,40}Reason[ \t]{1,40}Age[ \t]{1,40}From[ \t]{1,40}Message[ \t]*\r?$/m, 0.85],
      [/^(?:NAMESPACE[ \t]{1,40})?LAST SEEN[ \t]{1,40}TYPE[ \t]{1,40}REASON[ \t]{1,40}OBJECT[ \t]{1,40}/m, 0.85],
      [
        /^[ \t]{0,20}(?:\S{1,20}[ \t]{1,40})?Warning[ \t]{1,40}(?:Failed|BackOff|Unhealthy|FailedMount|FailedCreate\w*)[ \t]{1,40}\S/m,
        0.75,
      ],
    ]),
  read(text) {
    const words = printed(text);
    const rows = warningsOf(words);
    if (rows.length === 0) return { exchanges: toldExchanges([{ text: words, line: 1 }], wording), warnings: [] };
    return { exchanges: toldExchanges(rows, wording), warnings: [] };
  },
} satisfies Capture;
