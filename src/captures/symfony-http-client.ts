import type { Capture } from '../model/capture.ts';
import { readExceptions, URL_WORD, type Wording } from '../parse/exception-words.ts';
import { strengthOf } from '../parse/tool-words.ts';

const RETURNED = String.raw`\bHTTP/\d(?:\.\d)? (?<status>[1-5]\d\d)\b[^\n"]{0,80}? returned for "(?<url>${URL_WORD})"`;

const WORDINGS: Wording[] = [
  { says: new RegExp(RETURNED, 'g') },
  {
    says: new RegExp(
      String.raw`(?<failure>(?:Could not resolve host|Could not connect|Failed to connect to|Couldn't connect|Connection refused|Idle timeout reached|Max duration was reached|Operation timed out|SSL|OpenSSL|Empty reply)[^\n"]{0,400}) for "(?<url>${URL_WORD})"`,
      'g',
    ),
  },
];

export default {
  title: 'An exception of Symfony HttpClient',
  madeBy: "Symfony's HttpClient",
  recognise: (text) =>
    strengthOf(text, [
      [new RegExp(RETURNED), 0.92], // at the start of a text it looks like a status line
      [/\bSymfony\\+Component\\+HttpClient\\+Exception\\+\w{3,40}Exception\b/, 0.83],
    ]),
  read: (text) => readExceptions(text, 'symfony-http-client', WORDINGS),
} satisfies Capture;
