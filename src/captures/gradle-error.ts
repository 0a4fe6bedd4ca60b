import type { Capture } from '../model/capture.ts';
import { place, strengthOf, toldCalls, type Wording } from '../parse/tool-words.ts';

const wording: Wording = {
  shape: 'gradle-error',
  tiers: [
    [place(String.raw`Could not <method> '<url>'\. Received status code <status> from server:?(?: <reason>)?`)],
    [place(String.raw`Could not <method> '<url>'\.`)],
    [place(String.raw`Could not get resource '<url>'`)],
  ],
};

export default {
  title: 'Gradle: an artifact that was not fetched or published',
  madeBy: 'gradle build, gradle publish, Android Studio',
  recognise: (text) =>
    strengthOf(text, [
      [/\bCould not (?:GET|HEAD|PUT|POST) 'https?:\/\//m, 0.84],
      [/\bCould not get resource 'https?:\/\//m, 0.8],
    ]),
  read: (text) => ({ exchanges: toldCalls(text, wording), warnings: [] }),
} satisfies Capture;
