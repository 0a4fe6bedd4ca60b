import type { Capture } from '../model/capture.ts';
import { place, strengthOf, toldCalls, type Wording } from '../parse/tool-words.ts';

const wording: Wording = {
  shape: 'conda-error',
  tiers: [
    [
      place(
        String.raw`^[ \t]{0,40}(?:Conda|Unavailable|Invalid)\w{0,40}: HTTP <status> [A-Z' -]{1,60}for (?:url|channel [^<\n]{1,200}) ?<<url>>(?:\n(?:Elapsed: [^\n]{0,40})(?:\n(?<headers>CF-RAY: [^\n]{1,100}))?)?`,
      ),
      place(String.raw`^[ \t]{0,40}requests\.exceptions\.HTTPError: <status> (?:Client|Server) Error: <reason> for url: <url>`),
    ],
    [place(String.raw`^[ \t]{0,40}CondaHTTPError: HTTP 000 CONNECTION FAILED for url <<url>>`)],
    [place(String.raw`^[ \t]{0,40}(?:CondaHTTPError|UnavailableInvalidChannel)\b`)],
  ],
};

export default {
  title: 'conda: a channel or a package that was not fetched',
  madeBy: 'conda install, conda create, mamba',
  recognise: (text) => strengthOf(text, [[/^[ \t]{0,40}(?:CondaHTTPError: HTTP \d{3} |UnavailableInvalidChannel: )/m, 0.86]]),
  read: (text) => ({ exchanges: toldCalls(text, wording), warnings: [] }),
} satisfies Capture;
