/** The message for sendmail (RFC 5322, RFC 2045, RFC 2047): pure. */
import { headlineOf, lineOfChange, type Notice } from './changes.ts';

/** Characters of base64 on a line (RFC 2045 §6.8), and bytes of text in an encoded word of 75 characters (RFC 2047 §2). */
const LINE = /.{1,76}/g;
const BYTES_IN_A_WORD = 42;

/** A subject in ASCII as it is; another one in encoded words, none of which cuts a character in two. */
function encodedSubject(subject: string): string {
  if (/^[ -~]*$/.test(subject) && !subject.includes('=?')) return subject;
  const words = [''];
  for (const character of subject) {
    const longer = `${words.at(-1)!}${character}`;
    if (Buffer.byteLength(longer) > BYTES_IN_A_WORD) words.push(character);
    else words[words.length - 1] = longer;
  }
  return words.map((word) => `=?utf-8?B?${Buffer.from(word).toString('base64')}?=`).join('\n ');
}

/** With a line feed at the ends of lines, as sendmail takes it. */
export function emailMessage(notice: Notice, to: readonly string[], from: string | undefined): string {
  const { changes, file, at } = notice;
  const [only] = changes;
  const subject = changes.length === 1 && only ? lineOfChange(only) : headlineOf(notice);
  const body = [
    `${headlineOf(notice)} · ${file} · ${at}`,
    ...changes.flatMap((change) => [
      '',
      `${change.kind === 'recovered' ? '✓' : '✗'} ${lineOfChange(change)}`,
      ...(change.step === undefined ? [] : [`  Do: ${change.step}`]),
      ...(change.link === undefined ? [] : [`  See: ${change.link.url}`]),
      `  (${file}:${change.line})`,
    ]),
    '',
  ].join('\n');
  return [
    ...(from === undefined ? [] : [`From: ${from}`]),
    `To: ${to.join(',\n ')}`,
    `Subject: ${encodedSubject(`diagnose check: ${subject}`)}`,
    'Auto-Submitted: auto-generated',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    ...(Buffer.from(body).toString('base64').match(LINE) ?? []),
    '',
  ].join('\n');
}
