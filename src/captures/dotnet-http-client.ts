import type { Capture } from '../model/capture.ts';
import { readExceptions, type Wording } from '../parse/exception-words.ts';
import { strengthOf } from '../parse/tool-words.ts';

const NOT_SUCCESS = String.raw`\bResponse status code does not indicate success: (?<status>[1-5]\d\d)\b`;

const WORDINGS: Wording[] = [
  { says: new RegExp(NOT_SUCCESS, 'g') },
  { says: /\bThe remote server returned an error: \((?<status>[1-5]\d\d)\)/g },
  {
    says: /(?<failure>\bSystem\.(?:Net\.(?:Http\.HttpRequest|Web|Sockets\.Socket|Http\.HttpIO)|IO\.IO|TimeoutException|Security\.Authentication\.Authentication|Threading\.Tasks\.TaskCanceled)(?:Exception)?(?: \(0x[\dA-F]{1,8}\)| \(\d{1,8}\))?: (?!Response status code|The remote server returned)[^\n]{1,600})/g,
  },
];

export default {
  title: 'An exception of HttpClient in .NET',
  madeBy: "C#, F#, PowerShell: .NET's HttpClient and WebRequest",
  recognise: (text) =>
    strengthOf(text, [
      [new RegExp(NOT_SUCCESS), 0.7],
      [/\bSystem\.Net\.(?:Http\.HttpRequestException|WebException): /, 0.68],
      [/\bThe remote server returned an error: \(\d{3}\)/, 0.65],
      [/\bSystem\.(?:Net\.Sockets\.SocketException|Threading\.Tasks\.TaskCanceledException[^\n]{0,80}HttpClient\.Timeout)/, 0.62],
    ]),
  read: (text) => readExceptions(text, 'dotnet-http-client', WORDINGS),
} satisfies Capture;
