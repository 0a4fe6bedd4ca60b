import type { Capture } from '../model/capture.ts';
import { statusOf } from '../parse/js-error.ts';
import { withoutTerminal } from '../parse/pasted.ts';

/** What the root of an error document is called: S3, Azure Storage, AWS query APIs, SOAP 1.1 and 1.2, Google's feeds, and plain ones. */
const ROOT =
  /^\s*(?:\uFEFF)?(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[^>]{0,500}-->\s*)?<(?:[\w-]{1,40}:)?(Error|Errors|ErrorResponse|ServiceExceptionReport|ExceptionReport|Fault|Envelope|response|Response|api|hash|problem|message)(?:\s[^<>]{0,500})?>/i;
const TELLS =
  /<(?:[\w-]{1,40}:)?(?:Code|ErrorCode|errorCode|error_code|faultcode|faultstring|Reason|Message|error|detail|title)(?:\s[^<>]{0,200})?>/i;
const STATUS =
  /<(?:[\w-]{1,40}:)?(?:status|statusCode|status_code|HttpStatusCode|httpStatus|http_code|ErrorCode|code)(?:\s[^<>]{0,200})?>\s{0,20}([45]\d\d)\s{0,20}<\//gi;

export default {
  title: 'An XML error body alone',
  madeBy: 'S3 and what speaks like it, Azure Storage, SOAP services',
  recognise(text) {
    if (!ROOT.test(text.slice(0, 3000)) || !TELLS.test(text.slice(0, 65_536))) return 0;
    if (/<html[\s>]/i.test(text.slice(0, 3000))) return 0;
    return /<(?:[\w-]{1,40}:)?(?:Error|Fault|ErrorResponse|ExceptionReport|Code|faultstring)[\s>]/i.test(text) ? 0.8 : 0.3;
  },
  read(text) {
    const words = withoutTerminal(text).trim();
    const status = [...words.slice(0, 262_144).matchAll(STATUS)].map((match) => statusOf(match[1])).find((code) => code !== undefined);
    return {
      exchanges: [{ source: { shape: 'xml-error-body' }, ...(status !== undefined && { toldStatus: status }), text: words }],
      warnings: ['Only a body was given, without the status line and the header fields: `curl -i` shows them.'],
    };
  },
} satisfies Capture;
