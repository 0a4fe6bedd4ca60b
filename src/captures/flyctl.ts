import type { Capture } from '../model/capture.ts';
import { place, strengthOf, toldCalls, type Wording } from '../parse/tool-words.ts';

const wording: Wording = {
  shape: 'flyctl',
  tiers: [
    [
      place(String.raw`^Error:? <line>\b(?:status|status code|HTTP)[:=]? ?<status>\b`),
      place(String.raw`^Error:? <line>\b<method> "<url>": `),
    ],
    [place('^Error:? ')],
  ],
};

export default {
  title: 'fly: a call to Fly.io that failed',
  madeBy: 'fly deploy, fly launch, flyctl',
  recognise: (text) =>
    strengthOf(text, [
      [/^Error:? [^\n]{1,4000}\(Request ID: 01[\dA-HJKMNP-TV-Z]{24}/m, 0.84],
      [/^Error:? [^\n]{1,2000}https:\/\/fly\.io\/(?:dashboard|organizations)\//m, 0.82],
      [/^Error:? [^\n]{0,2000}\b(?:failed to launch VM|could not make flaps client|failed to list VMs): /m, 0.8],
    ]),
  read: (text) => ({ exchanges: toldCalls(text, wording), warnings: [] }),
} satisfies Capture;
