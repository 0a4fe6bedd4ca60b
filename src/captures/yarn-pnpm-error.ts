import type { Capture } from '../model/capture.ts';
import { place, strengthOf, toldCalls, type Wording } from '../parse/tool-words.ts';

const YARN_LINE = String.raw`(?:➤ )?YN\d{4}: (?:│ |│)?\s{0,4}`;

const wording: Wording = {
  shape: 'yarn-pnpm-error',
  tiers: [
    [
      place(
        String.raw`^${YARN_LINE}Response Code: <status>(?: \(<reason>\))?[^\n]*(?:\n${YARN_LINE}Request Method: <method>)?(?:\n${YARN_LINE}Request URL: <url>)?`,
      ),
      place(String.raw`"<url>: Request \\?"[^"\n]{1,2000}" returned a <status>`),
      place(String.raw`"<url>: Request failed \\?"<status> <reason>`),
      place(String.raw`ERR_PNPM_FETCH_\d{3}\]?\s{1,3}<method> <url>: <reason> - <status>`),
      place(String.raw`"<url>: `),
      place(String.raw`ERR_PNPM_[A-Z_]{3,40}\]?\s{1,3}<method> <url>: `),
      place(String.raw`ERR_PNPM_[A-Z_]{3,40}\]?\s{1,3}request to <url> failed, reason: `),
    ],
    [
      place(String.raw`ERR_PNPM_FETCH_<status>`),
      place(String.raw`^\s?WARN[^\n]{0,3}\s{1,3}<method> <url> error \(<status>\)`),
      place(String.raw`^${YARN_LINE}[^\n]{0,400}?RequestError: `),
    ],
  ],
};

export default {
  title: 'Yarn or pnpm: a call to the registry that failed',
  madeBy: 'yarn install, yarn npm publish, pnpm install',
  recognise: (text) =>
    strengthOf(text, [
      [/(?:^|\s)\[?ERR_PNPM_[A-Z_]{3,40}(?:\d{3})?[\]\s]/m, 0.82],
      [/YN\d{4}: [│\s]{0,6}(?:Response Code: \d|[^\n]{0,300}: (?:RequestError|Payment Required|The remote server))/m, 0.82],
      [/^error (?:An unexpected error occurred: |Couldn't publish package: )"https?:/m, 0.82],
    ]),
  read: (text) => ({ exchanges: toldCalls(text, wording), warnings: [] }),
} satisfies Capture;
