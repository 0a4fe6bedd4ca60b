import type { Capture } from '../model/capture.ts';
import { printedBy, printedExchanges } from '../parse/python-printed.ts';
import { grpcTellers } from '../parse/python-google-tellers.ts';

const MARKS =
  /\bstatus = StatusCode\.[A-Z_]{2,40}\b|\brpc error: code = \w{2,40} desc = |(?:^|\n)ERROR:\r?\n[ \t]+Code: \w{2,40}\r?\n[ \t]+Message: /;

export default {
  title: 'A gRPC status',
  madeBy: 'grpcio, grpcurl, programs in Go',
  recognise: (text) => printedBy(text, MARKS, 0.7),
  read: (text) => printedExchanges(text, 'grpc-status', grpcTellers),
} satisfies Capture;
