import type { Capture } from '../model/capture.ts';
import { place, strengthOf, toldCalls, type Wording } from '../parse/tool-words.ts';

const wording: Wording = {
  shape: 'npm-error',
  tiers: [
    [
      place(String.raw`^npm (?:ERR!|error) (?:\d{3} )?<status> <reason> - <method> <url>`),
      place('^npm (?:ERR!|error) network request to <url> failed, reason: '),
      place('^npm (?:ERR!|error) (?:FetchError: )?request to <url> failed, reason: '),
    ],
    [place(String.raw`^npm (?:ERR!|error) code E<status>`), place(String.raw`^npm (?:ERR!|error) <status> `)],
    [place(String.raw`^npm (?:ERR!|error) (?:code|errno) (?:E[A-Z_]{3,30}|[A-Z_]{6,50})\b`)],
  ],
};

export default {
  title: 'npm: a call to the registry that failed',
  madeBy: 'npm install, npm publish',
  recognise: (text) => strengthOf(text, [[/^npm (?:ERR!|error) (?:code|\d{3}|network|errno|request to) ?\S/m, 0.82]]),
  read: (text) => ({ exchanges: toldCalls(text, wording), warnings: [] }),
} satisfies Capture;
