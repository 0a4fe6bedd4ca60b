import type { Capture } from '../model/capture.ts';
import type { RawExchange } from '../model/exchange.ts';
import { plainText, printedErrors, toldExchange, type PrintedError } from '../parse/js-error.ts';
import { failedUrl, nodeFailure } from '../parse/node-failure.ts';

const HEADING =
  /(?<![\w.])(?:Aggregate)?Error(?: \[\w{1,60}\])?: (?:((?:connect|read|write) E[A-Z]{3,20}[^\n{]{0,300}|getaddrinfo E\w{3,20}[^\n{]{0,300}|socket hang up|Client network socket disconnected before secure TLS connection was established|self[- ]signed certificate(?: in certificate chain)?|unable to verify the first certificate|unable to get (?:local )?issuer certificate|certificate has expired|Hostname\/IP does not match certificate's altnames[^\n{]{0,300}|tunneling socket could not be established[^\n{]{0,200}|write EPROTO[^\n{]{0,300}))|(?<![\w.])AggregateError \[(E[A-Z]{3,20})\]:/;

function exchangeFrom({ heading, line, words }: PrintedError): RawExchange {
  const url = failedUrl(words);
  return toldExchange('node-http-error', {
    words,
    line,
    ...(url !== undefined && { url }),
    failure: nodeFailure(words, (heading[1] ?? heading[2]!).trim()),
  });
}

export default {
  title: 'A connection error of Node',
  madeBy: 'http, https, net, tls in Node: "Error: connect ECONNREFUSED …", "Error: socket hang up"',
  recognise: (text) => (HEADING.test(text) ? 0.6 : 0),
  read(text) {
    return { exchanges: printedErrors(plainText(text), HEADING).map(exchangeFrom), warnings: [] };
  },
} satisfies Capture;
