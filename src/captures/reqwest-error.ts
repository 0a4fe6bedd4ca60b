import type { Capture } from '../model/capture.ts';
import { readExceptions, URL_WORD, type Wording } from '../parse/exception-words.ts';
import { strengthOf } from '../parse/tool-words.ts';

/** `{:?}` prints the URL as text, or as the parts of a `Url`; `{}` prints a sentence; anyhow puts the causes on lines below. */
const WORDINGS: Wording[] = [
  {
    says: new RegExp(
      String.raw`\breqwest::Error \{ kind: Status\((?<status>[1-5]\d\d)[^)\n]{0,40}\)(?:, url: \\*"(?<url>${URL_WORD}))?`,
      'g',
    ),
  },
  {
    says: new RegExp(
      String.raw`\bHTTP status (?:client|server) error \((?<status>[1-5]\d\d)[^)\n]{0,60}\) for url \((?<url>${URL_WORD})\)`,
      'g',
    ),
  },
  {
    says: new RegExp(
      String.raw`\breqwest::Error \{ kind: (?:Request|Connect|Body|Decode)(?:, url: \\*"(?<url>${URL_WORD})\\*")?(?<failure>[^\n]{0,1000})`,
      'g',
    ),
  },
  { says: new RegExp(String.raw`(?<failure>\berror sending request for url \((?<url>${URL_WORD})\)[^\n]{0,1000})`, 'g') },
  {
    says: /^\s{0,8}(?:\d: )?(?<failure>(?:client error \(|error trying to connect|dns error|tcp connect error|operation timed out|failed to lookup)[^\n]{0,600})/gm,
  },
];

/** The parts of a `Url` as older versions print them. */
const URL_PARTS =
  /\bUrl \{ scheme: "(https?)",[^}\n]{0,120}? host: Some\((?:Domain\("([\w.-]{1,253})"\)|Ipv4\(([\d.]{7,15})\))\), port: (?:None|Some\((\d{1,5})\)), path: "([^"\n]{0,2000})"[^}\n]{0,2000}\}/g;

/** Puts a URL together again: `Url { scheme: "https", … }` becomes `"https://…"`. */
const withWholeUrls = (text: string): string =>
  text.replace(URL_PARTS, (_, scheme: string, name?: string, address?: string, port?: string, path = '') => {
    return `"${scheme}://${name ?? address ?? ''}${port === undefined ? '' : `:${port}`}${path}"`;
  });

export default {
  title: 'A reqwest error',
  madeBy: 'programs in Rust',
  recognise: (text) =>
    strengthOf(text, [
      [/\breqwest::Error \{ kind: /, 0.82],
      [/\bHTTP status (?:client|server) error \(\d{3}[^)\n]{0,60}\) for url \(/, 0.82],
      [/\berror sending request for url \(http/, 0.8],
    ]),
  read: (text) => readExceptions(withWholeUrls(text), 'reqwest-error', WORDINGS),
} satisfies Capture;
