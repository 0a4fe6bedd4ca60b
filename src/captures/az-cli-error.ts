import type { Capture } from '../model/capture.ts';
import { place, strengthOf, toldCalls, type Wording } from '../parse/tool-words.ts';

const wording: Wording = {
  shape: 'az-cli-error',
  tiers: [
    [place(String.raw`^(?:ERROR: )?Operation returned an invalid status (?:code )?'(?<name>[A-Z][A-Za-z ]{2,60})'`)],
    [place(String.raw`^(?:ERROR: )?\([A-Z]\w{3,100}\) `)],
  ],
  names: {
    'Bad Request': 400,
    Unauthorized: 401,
    'Payment Required': 402,
    Forbidden: 403,
    'Not Found': 404,
    Conflict: 409,
    'Too Many Requests': 429,
    'Internal Server Error': 500,
    'Service Unavailable': 503,
  },
};

export default {
  title: 'az: a call to Azure that failed',
  madeBy: 'az, the Azure CLI',
  recognise: (text) =>
    strengthOf(text, [
      [/^(?:ERROR: )?\(([A-Z]\w{3,100})\) [^\n]*\r?\n(?:[^\n]*\n){0,10}?Code: \1\s/m, 0.82],
      [/^ERROR: Operation returned an invalid status '/m, 0.8],
    ]),
  read: (text) => ({ exchanges: toldCalls(text, wording), warnings: [] }),
} satisfies Capture;
