import type { Capture } from '../model/capture.ts';
import { place, strengthOf, toldCalls, type Wording } from '../parse/tool-words.ts';

const wording: Wording = {
  shape: 'kubectl-error',
  tiers: [
    [
      place(String.raw`^Error from server \((?<name>[A-Z]\w{2,40})\): `),
      place(String.raw`^error: You must be logged in to the server \((?<name>Unauthorized)\)`),
      place(String.raw`^Error from server: <line>(?:status code|HTTP status:?) <status>`),
    ],
    [
      place(String.raw`<method> "<url>": `),
      place('^(?:Unable to connect to the server: |The connection to the server |Error from server: )'),
    ],
  ],
  // What the API server's reasons are over HTTP: k8s.io/apimachinery, StatusReason.
  names: {
    BadRequest: 400,
    Unauthorized: 401,
    Forbidden: 403,
    NotFound: 404,
    MethodNotAllowed: 405,
    NotAcceptable: 406,
    AlreadyExists: 409,
    Conflict: 409,
    Gone: 410,
    Expired: 410,
    RequestEntityTooLarge: 413,
    UnsupportedMediaType: 415,
    Invalid: 422,
    TooManyRequests: 429,
    InternalError: 500,
    ServerTimeout: 500,
    ServiceUnavailable: 503,
    Timeout: 504,
  },
};

export default {
  title: 'kubectl: a call to the API server that failed',
  madeBy: 'kubectl',
  recognise: (text) =>
    strengthOf(text, [
      [/^Error from server(?: \([A-Z]\w{2,40}\): |: (?:error dialing backend|etcdserver|the server ))/m, 0.83],
      [/^(?:Unable to connect to the server: |The connection to the server \S{1,300} was refused - did you)/m, 0.83],
      [/^error: You must be logged in to the server/m, 0.83],
    ]),
  read: (text) => ({ exchanges: toldCalls(text, wording), warnings: [] }),
} satisfies Capture;
