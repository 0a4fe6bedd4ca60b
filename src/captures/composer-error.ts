import type { Capture } from '../model/capture.ts';
import { place, printed, strengthOf, toldExchanges, type Wording } from '../parse/tool-words.ts';

const wording: Wording = {
  shape: 'composer-error',
  tiers: [
    [
      place(String.raw`The '<url>' URL required authentication \(HTTP <status>\)`),
      place(String.raw`The "<url>" file could not be downloaded \(HTTP/\d(?:\.\d)? <status>`),
      place(String.raw`Invalid credentials \(HTTP <status>\) for '<url>'`),
      place(String.raw`Could not authenticate against \S{1,253}`),
    ],
    [place(String.raw`The "<url>" file could not be downloaded`), place(String.raw`curl error \d{1,3} while downloading <url>: `)],
  ],
};

/** The box of an exception is broken at the terminal's width; its lines are padded with spaces. */
const unboxed = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/^( {2,4})(\S[^\n]*)\n\1(?=\S)(?!\[)/gm, '$1$2 ');

export default {
  title: 'Composer: a package that was not fetched',
  madeBy: 'composer install, composer require',
  recognise: (text) =>
    strengthOf(text, [
      [/The "https?:\/\/[^"\n]{1,2000}"\s{1,80}file\s{1,80}could\s{1,80}not\s{1,80}be\s{1,80}downloaded/m, 0.84],
      [/\[?Composer\\Downloader\\TransportException/m, 0.84],
      [/\bcurl error \d{1,3} while downloading https?:/m, 0.84],
    ]),
  read: (text) => ({ exchanges: toldExchanges([{ text: unboxed(printed(text)), line: 1 }], wording), warnings: [] }),
} satisfies Capture;
