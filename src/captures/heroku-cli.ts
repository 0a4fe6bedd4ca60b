import type { Capture } from '../model/capture.ts';
import { place, printed, strengthOf, toldExchanges, type Wording } from '../parse/tool-words.ts';

const wording: Wording = {
  shape: 'heroku-cli',
  tiers: [
    [place(String.raw`\bHTTP Error <status> for <method> <url>`)],
    [place(String.raw`^Error ID: (?<name>[a-z_]{3,60})`)],
    [place('^Error: ')],
  ],
  // Error ids that always come with one status: Heroku Platform API Reference, "Error Responses".
  names: {
    bad_request: 400,
    unauthorized: 401,
    delinquent: 402,
    verification_required: 402,
    forbidden: 403,
    suspended: 403,
    not_found: 404,
    invalid_params: 422,
    rate_limit: 429,
  },
};

/** Every line of an error stands behind a mark: "›", on Windows "»", in older versions "▸". */
const unmarked = (text: string): string => text.replace(/^[ \t]{0,4}[›»▸][ \t]{0,5}/gm, '');

export default {
  title: 'heroku: a call that failed',
  madeBy: 'heroku, the Heroku CLI',
  recognise: (text) =>
    strengthOf(text, [
      [/^[ \t]{0,4}[›»▸][ \t]{1,5}Error ID: [a-z_]{3,60}/m, 0.85],
      [/^[ \t]{0,4}[›»▸][ \t]{1,5}(?:Error: )?HTTP Error \d{3} for /m, 0.85],
    ]),
  read: (text) => ({ exchanges: toldExchanges([{ text: unmarked(printed(text)), line: 1 }], wording), warnings: [] }),
} satisfies Capture;
