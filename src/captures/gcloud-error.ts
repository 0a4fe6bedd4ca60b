import type { Capture } from '../model/capture.ts';
import { place, strengthOf, toldCalls, type Wording } from '../parse/tool-words.ts';

const wording: Wording = {
  shape: 'gcloud-error',
  tiers: [
    [
      place(String.raw`^ERROR: \(gcloud\.[\w.-]{1,200}\) (?:<line>\b(?:HTTPError |HttpError <|Error |status[ =]|code[ =]))<status>`),
      place(String.raw`^ERROR: \(gcloud\.[\w.-]{1,200}\) ResponseError: (?:status=\[?<status>|code=)`),
      place(String.raw`^ERROR: \(gcloud\.[\w.-]{1,200}\) <line>\[<status>\]`),
      place(String.raw`^ERROR: \(gcloud\.[\w.-]{1,200}\) (?<name>[A-Z]{2,20}(?:_[A-Z]{2,20}){0,2}): `),
      place(
        String.raw`^(?:AccessDenied|Service|BadRequest|NotFound|ResumableUpload|ResumableUploadAbort|PreconditionFailed)Exception: <status>\b`,
      ),
    ],
    [place(String.raw`^ERROR: \(gcloud\.[\w.-]{1,200}\) `)],
  ],
  // What a canonical code is over HTTP: google/rpc/code.proto.
  names: {
    INVALID_ARGUMENT: 400,
    FAILED_PRECONDITION: 400,
    OUT_OF_RANGE: 400,
    UNAUTHENTICATED: 401,
    PERMISSION_DENIED: 403,
    NOT_FOUND: 404,
    ALREADY_EXISTS: 409,
    ABORTED: 409,
    RESOURCE_EXHAUSTED: 429,
    INTERNAL: 500,
    UNIMPLEMENTED: 501,
    UNAVAILABLE: 503,
    DEADLINE_EXCEEDED: 504,
  },
};

export default {
  title: 'gcloud or gsutil: a call to Google Cloud that failed',
  madeBy: 'gcloud, gsutil',
  recognise: (text) =>
    strengthOf(text, [
      [/^ERROR: \(gcloud\.[\w.-]{1,200}\) /m, 0.85],
      [/^(?:AccessDenied|Service|BadRequest|NotFound|ResumableUpload(?:Abort)?|PreconditionFailed)Exception: \d{3} \S/m, 0.8],
    ]),
  read: (text) => ({ exchanges: toldCalls(text, wording), warnings: [] }),
} satisfies Capture;
