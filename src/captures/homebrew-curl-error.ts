import type { Capture } from '../model/capture.ts';
import { place, strengthOf, toldCalls, type Wording } from '../parse/tool-words.ts';

/** Up to curl's last line no other download starts; a progress bar takes a line for each of its states. */
const DOWNLOAD = String.raw`^==> (?:Downloading|Fetching) <url>[^\n]{0,2000}\n(?:(?!==> Downloading)[^\n]{0,2000}\n){0,400}?`;

const wording: Wording = {
  shape: 'homebrew-curl-error',
  tiers: [
    [
      place(String.raw`${DOWNLOAD}curl: \(22\) The requested URL returned error: <status>`),
      place(String.raw`${DOWNLOAD}curl: \(\d{1,3}\) `),
    ],
    [place(String.raw`^curl: \(22\) The requested URL returned error: <status>`), place(String.raw`^Download failed: <url>`)],
  ],
};

export default {
  title: 'Homebrew: a download that failed',
  madeBy: 'brew install, brew upgrade, brew fetch',
  recognise: (text) =>
    /^(?:==> (?:Downloading|Fetching|Installing|Auto-updat)|Error: (?:[^\n]{0,200}: )?Failed to download resource "|Download failed: https?:)/m.test(
      text.slice(0, 500_000),
    )
      ? strengthOf(text, [
          [/^(?:curl: \(\d{1,3}\) |Download failed: https?:|Error: (?:[^\n]{0,200}: )?Failed to download resource ")/m, 0.85],
        ])
      : 0,
  read: (text) => ({ exchanges: toldCalls(text, wording), warnings: [] }),
} satisfies Capture;
