import type { Capture } from '../model/capture.ts';
import type { RawExchange } from '../model/exchange.ts';
import { objectsIn } from '../parse/loose-json.ts';
import { place, printed, strengthOf, toldExchanges, type Wording } from '../parse/tool-words.ts';

const wording: Wording = {
  shape: 'gh-cli',
  tiers: [
    [
      place(String.raw`(?:^|[}\]])gh: <line> ?\(HTTP <status>\)`),
      place(String.raw`\bHTTP <status>(?:: <line>)? \(<url>\)`),
      place(String.raw`(?:^|[}\]])gh: HTTP <status>`),
    ],
    [place('^error connecting to '), place('^(?:gh: |<line>GraphQL: )')],
  ],
};

const ALONE = /^\s{0,8}\$? ?gh api [^\n]*\n/;

/** `gh api` prints the server's body to stdout, right before its own line. */
function withBody(exchange: RawExchange, words: string): RawExchange {
  if (exchange.toldStatus === undefined) return exchange;
  const body = objectsIn(words.replace(ALONE, '')).find(({ value, truncated }) => !truncated && !Array.isArray(value));
  if (!body) return exchange;
  const { toldStatus: status, ...rest } = exchange;
  return { ...rest, response: { status, headers: [], body: JSON.stringify(body.value) } };
}

export default {
  title: 'gh: a call to GitHub that failed',
  madeBy: 'gh api, gh pr create, any command of the GitHub CLI',
  recognise: (text) =>
    strengthOf(text, [
      [/(?:^|[}\]])gh: [^\n]{0,2000}\(HTTP \d{3}\)/m, 0.84],
      [
        /(?:^|[:\s])HTTP \d{3}(?:: [^\n(]{0,500})? \(https:\/\/[^\s)]{0,300}\/(?:repos|user|users|orgs|gists|graphql|search|api\/v3)\b/m,
        0.75,
      ],
      [/^(?:gh: |[a-z][^\n]{0,200}: |)GraphQL: [^\n]{0,500}\([\w.]{1,200}\)/m, 0.7],
      [/^error connecting to [\w.-]{1,253}\r?\ncheck your internet connection/m, 0.8],
    ]),
  read(text) {
    const words = printed(text);
    const exchanges = toldExchanges([{ text: words, line: 1 }], wording).map((exchange, _, all) =>
      all.length === 1 ? withBody(exchange, words) : exchange,
    );
    return { exchanges, warnings: [] };
  },
} satisfies Capture;
