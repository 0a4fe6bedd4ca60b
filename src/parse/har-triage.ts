/** Tells without parsing which entries of a large archive are fine, so that only the others have to be parsed. */

/**
 * What an error looks like in an entry's JSON text: a status that is none of 2xx and 3xx, or in the body, whose quotes are escaped
 * there, a member that names an error. It sees more than there is (a body that is encoded, letters that are escaped), never less
 * than `hasFailed` in diagnose.ts.
 */
const SUSPECT =
  /"(?:err|base_resp|base64"|(?:success|ok)\\"(?:\s|\\[nrt])*:(?:\s|\\[nrt])*false|status"\s*:(?!\s*"?[23]\d\d\b))|event: error|\\u00(?:22|3[aA]|5[fF]|[67])/;

/** Whether an entry plainly succeeded. Takes its JSON text in UTF-8. */
export function plainlyFine(json: Buffer): boolean {
  const text = json.toString('latin1');
  return text.includes('"status"') && !SUSPECT.test(text);
}
