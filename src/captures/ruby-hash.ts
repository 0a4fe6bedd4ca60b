import type { Capture } from '../model/capture.ts';
import { readExceptions, type Wording } from '../parse/exception-words.ts';
import { objectsIn } from '../parse/loose-json.ts';
import { statusInObject } from '../parse/told-status.ts';
import { printed, strengthOf } from '../parse/tool-words.ts';

const WORDINGS: Wording[] = [];

/** A hash of an API's answer, by the names that such answers have. */
const ANSWER = /["']?\b(?:error|errors|message|code|status|type|detail|error_description)["']?\s{0,2}=>/;

export default {
  title: 'A Ruby hash',
  madeBy: 'Ruby: p response.parsed_body, OAuth2::Error, a logged hash',
  recognise: (text) =>
    strengthOf(text, [
      [/\bOAuth2::Error\b/, 0.68],
      [new RegExp(String.raw`\{\s{0,20}(?::\w{1,60}|"[^"\n]{1,60}") ?=>[^\n]{0,2000}?${ANSWER.source}|\{\s{0,20}${ANSWER.source}`), 0.6],
    ]),
  read(text) {
    const { exchanges, warnings } = readExceptions(text, 'ruby-hash', WORDINGS);
    const object = objectsIn(printed(text)).find(({ value }) => !Array.isArray(value))?.value;
    const status = exchanges[0]?.toldStatus ?? statusInObject(object);
    if (exchanges[0] && status !== undefined) {
      delete exchanges[0].toldStatus;
      if (object === undefined) exchanges[0].toldStatus = status;
      else exchanges[0].response = { status, headers: [], body: JSON.stringify(object) };
    }
    return { exchanges, warnings };
  },
} satisfies Capture;
