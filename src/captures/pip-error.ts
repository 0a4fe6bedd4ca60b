import type { Capture } from '../model/capture.ts';
import { place, printed, strengthOf, toldExchanges, type Wording } from '../parse/tool-words.ts';

const wording: Wording = {
  shape: 'pip-error',
  tiers: [
    [
      place(String.raw`\bHTTP error <status> while getting <url>`),
      place(String.raw`\b<status> (?:Client|Server) Error: <reason> for url: <url>`),
      place(String.raw`^(?:WARNING: )?<status> Error, Credentials not correct for <url>`),
      place(String.raw`Could not fetch URL <url>: <status> `),
      place(String.raw`^[ \t]{0,40}HTTPError: <status> <reason> from <url>`),
    ],
    [place(String.raw`Could not fetch URL <url>: `), place(String.raw`^WARNING: Retrying \(Retry\(`)],
  ],
};

/** What follows for pip from an index that did not answer is no answer of the index. */
const CONSEQUENCE = /^ERROR: (?:Could not find a version that satisfies|No matching distribution found)[^\n]*/gm;

export default {
  title: 'pip: a package or an index that was not fetched',
  madeBy: 'pip install, pip download',
  recognise: (text) =>
    strengthOf(text, [
      [/^[ \t]{0,40}ERROR: (?:HTTP error \d{3} while getting |Could not install requirement [^\n]{0,4000}HTTP error \d{3})/m, 0.85],
      [/^[ \t]{0,40}(?:WARNING: )?\d{3} Error, Credentials not correct for https?:/m, 0.85],
      [/\bCould not fetch URL https?:\/\//m, 0.85],
      [/^WARNING: Retrying \(Retry\(total=/m, 0.85],
      [/^(?:Looking in indexes: |ERROR: No matching distribution found for |ERROR: Could not find a version that satisfies)/m, 0.8],
      [/\bpip\._(?:vendor|internal)\./m, 0.85],
    ]),
  read(text) {
    const words = printed(text);
    const told = words.replace(CONSEQUENCE, '');
    const exchanges = toldExchanges([{ text: told.trim() === '' ? words : told, line: 1 }], wording);
    return { exchanges, warnings: [] };
  },
} satisfies Capture;
