import type { Capture } from '../model/capture.ts';
import { place, strengthOf, toldCalls, type Wording } from '../parse/tool-words.ts';

/** cargo adds the header fields that help its maintainers, and the body, each a step further in. */
const HEADERS = String.raw`(?:\n[ \t]*(?:debug )?headers:\n(?<headers>(?:(?![ \t]*body:)[ \t]{1,8}[^\n]{1,2000}\n){1,40}))?`;
const BODY = String.raw`(?:\n?[ \t]*body:\n(?<body>[^\n]{0,65536}(?:\n[ \t]+\S[^\n]{0,4000}|\n[}\]][^\n]{0,200}){0,400}))?`;

const wording: Wording = {
  shape: 'cargo-error',
  tiers: [
    [
      place(`failed to get (?:successful HTTP|200) response from \`<url>\`(?: \\([^)\\n]{1,60}\\))?, got <status>${HEADERS}${BODY}`),
      place(`failed to get a 200 OK response, got <status>${HEADERS}${BODY}`),
      place(String.raw`the remote server responded with an error \(status <status>(?: <reason>)?\)`),
      place(String.raw`api errors \(status <status>(?: <reason>)?\)`),
    ],
    [place('failed to (?:download from|fetch|update registry) `<url>`'), place(String.raw`failed to publish to registry at <url>`)],
    [place(String.raw`spurious network error`)],
  ],
};

/** The registry is named by its URL in a line above the one that tells the status. */
const REGISTRY = /^error: failed to publish to registry at (https?:\/\/\S{1,2000})/m;

export default {
  title: 'cargo: a crate or an index that was not fetched or published',
  madeBy: 'cargo build, cargo publish',
  recognise: (text) =>
    strengthOf(text, [
      [/failed to get (?:successful HTTP|200) response from `https?:/m, 0.84],
      [
        /^error: failed to (?:publish to registry at |download from `|query replaced source registry |get `[^`\n]{1,200}` as a dependency)/m,
        0.82,
      ],
      [/^[ \t]{0,40}failed to get a 200 OK response, got \d{3}/m, 0.82],
      [/^warning: spurious network error \(\d+ (?:tries|try) remaining\)/m, 0.82],
    ]),
  read(text) {
    const registry = REGISTRY.exec(text)?.[1];
    const exchanges = toldCalls(text, wording).map((exchange) =>
      registry === undefined || exchange.toldUrl !== undefined ? exchange : { ...exchange, toldUrl: registry },
    );
    return { exchanges, warnings: [] };
  },
} satisfies Capture;
