import type { Capture } from '../model/capture.ts';
import { place, strengthOf, toldCalls, type Wording } from '../parse/tool-words.ts';

const wording: Wording = {
  shape: 'vercel-cli',
  tiers: [
    [place(String.raw`^\s{0,4}Error[:!] [^\n(]{1,1000}\(<status>\)`)],
    [place(String.raw`^(?:Error[:!] )?Resource is limited - try again `), place('^Error[:!] ')],
  ],
};

export default {
  title: 'vercel: a call to Vercel that failed',
  madeBy: 'vercel deploy, the Vercel CLI',
  recognise: (text) =>
    strengthOf(text, [
      [/^(?:Error[:!] )?Resource is limited - try again [^\n]{1,200}code: "api-/m, 0.84],
      [/^Vercel CLI \d{1,3}\.\d[^\n]*\n(?:[^\n]*\n){0,60}?\s{0,4}Error[:!] /m, 0.8],
    ]),
  read: (text) => ({ exchanges: toldCalls(text, wording), warnings: [] }),
} satisfies Capture;
