import type { Capture } from '../model/capture.ts';
import { httpTellers } from '../parse/python-http-tellers.ts';
import { printedBy, printedExchanges } from '../parse/python-printed.ts';
import { apiCoreTellers, grpcTellers } from '../parse/python-google-tellers.ts';

const MARKS =
  /\bgoogle\.api_core\.exceptions\.\w{1,60}|(?:^|\n)[45]\d\d (?:GET|POST|PUT|PATCH|DELETE) https?:\/\/\S{1,2000}: |\s\[(?:(?:links|violations|field_violations|retry_delay) \{\s|(?:reason|locale): ")|<HttpError [1-5]\d\d when requesting |\bgoogleapiclient\.errors\.\w{1,40}: |(?:^|[\s"'(])(?:ResourceExhausted|TooManyRequests|PermissionDenied|Unauthenticated|InvalidArgument|FailedPrecondition|ServiceUnavailable|DeadlineExceeded): [45]\d\d [A-Z]/;
const tellers = [...apiCoreTellers, ...grpcTellers, ...httpTellers];

export default {
  title: "An exception of Google Cloud's client libraries for Python",
  madeBy: 'google-api-core, google-generativeai, google-cloud-*, googleapiclient',
  recognise: (text) => printedBy(text, MARKS, 0.73),
  read: (text) => printedExchanges(text, 'google-api-core', tellers),
} satisfies Capture;
