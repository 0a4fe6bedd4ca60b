import type { Capture } from '../model/capture.ts';
import { place, strengthOf, toldCalls, type Wording } from '../parse/tool-words.ts';

/** The server's words stand behind the status, or indented on the next lines. */
const BODY = String.raw`(?:\n[ \t]+server response:[ \t]?(?<body>[^\n]{0,8000}(?:\n[ \t]+[^\n]{1,4000}){0,60}))?`;

const wording: Wording = {
  shape: 'go-mod-error',
  tiers: [
    [place(String.raw`\breading <url>: <status>(?: <reason>)?${BODY}`)],
    [place(String.raw`<method> "<url>": `)],
    [place(String.raw`\breading <url>: `)],
  ],
};

export default {
  title: 'go: a module that was not fetched',
  madeBy: 'go get, go mod download, go build',
  recognise: (text) =>
    strengthOf(text, [
      [/^[ \t]{0,40}(?:go: |verifying )?\S{1,300}@\S{1,200}: (?:[^\n]{0,600}: )?(?:reading https?:\/\/|Get "https?:\/\/)/m, 0.84],
      [/^go: [^\n]{0,600}reading https?:\/\/\S{1,2000}: \d{3} /m, 0.84],
    ]),
  read: (text) => ({ exchanges: toldCalls(text, wording), warnings: [] }),
} satisfies Capture;
