import type { Capture } from '../model/capture.ts';
import { place, strengthOf, toldCalls, type Wording } from '../parse/tool-words.ts';

const wording: Wording = {
  shape: 'apt-error',
  tiers: [
    [place(String.raw`^[EW]: Failed to fetch <url>\s{1,3}<status>\s`), place(String.raw`^[EW]: Failed to fetch <url>\s`)],
    [place(String.raw`^Err:\d{1,4} <url><line>\n\s{1,4}<status>\s`), place(String.raw`^Err:\d{1,4} <url><line>\n`)],
  ],
};

export default {
  title: 'apt: an index or a package that was not fetched',
  madeBy: 'apt update, apt-get install',
  recognise: (text) =>
    strengthOf(text, [
      [/^[EW]: Failed to fetch https?:\/\//m, 0.84],
      [/^Err:\d{1,4} https?:\/\//m, 0.84],
    ]),
  read: (text) => ({ exchanges: toldCalls(text, wording), warnings: [] }),
} satisfies Capture;
