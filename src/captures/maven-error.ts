import type { Capture } from '../model/capture.ts';
import { place, strengthOf, toldCalls, type Wording } from '../parse/tool-words.ts';

const wording: Wording = {
  shape: 'maven-error',
  tiers: [
    [place(String.raw`(?:authentication|authorization) failed for <url>, status: <status>\b`)],
    [
      place(String.raw`Could not transfer (?:artifact|metadata) \S{1,400} from/to \S{1,200} \(<url>\): <line>status(?: code)?: <status>\b`),
      place(String.raw`Failed to transfer file:? <url><line>(?:Return code is|status code)(?: ?: ?)<status>\b`),
    ],
    [
      place(String.raw`Could not transfer (?:artifact|metadata) \S{1,400} from/to \S{1,200} \(<url>\): `),
      place(String.raw`\bstatus code: <status>, reason phrase: `),
    ],
  ],
};

export default {
  title: 'Maven: an artifact that was not fetched or deployed',
  madeBy: 'mvn package, mvn deploy',
  recognise: (text) =>
    strengthOf(text, [
      [/Could not transfer (?:artifact|metadata) \S{1,400} from\/to /m, 0.84],
      [/\[ERROR\][^\n]{0,2000}(?:Failed to transfer file|status code: \d{3}, reason phrase: )/m, 0.84],
    ]),
  read: (text) => ({ exchanges: toldCalls(text, wording), warnings: [] }),
} satisfies Capture;
