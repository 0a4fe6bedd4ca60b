import type { Capture } from '../model/capture.ts';
import { httpTellers } from '../parse/python-http-tellers.ts';
import { printedBy, printedExchanges } from '../parse/python-printed.ts';
import { awsTellers } from '../parse/python-aws-tellers.ts';

const MARKS =
  /\bAn error occurred \([\w.:-]{1,80}\) when calling the \w{1,80} operation|\bbotocore\.(?:exceptions|errorfactory)\.\w{1,60}|\b(?:Could not connect to the endpoint URL|Connect timeout on endpoint URL|Read timeout on endpoint URL): "/;
const tellers = [...awsTellers, ...httpTellers];

export default {
  title: 'An exception of the AWS SDK for Python',
  madeBy: 'boto3, botocore, the AWS command line',
  recognise: (text) => printedBy(text, MARKS, 0.73),
  read: (text) => printedExchanges(text, 'botocore', tellers),
} satisfies Capture;
