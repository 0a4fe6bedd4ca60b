/** What a status code means when nothing else is known, and which causes it goes with. */
import type { CauseId, Family } from '../model/cause.ts';

const PLAIN: Record<number, CauseId> = {
  400: 'invalid-request',
  401: 'credentials-invalid',
  402: 'payment-unspecified',
  403: 'permission-denied',
  404: 'not-found',
  405: 'method-not-allowed',
  406: 'not-acceptable',
  407: 'proxy-auth-required',
  408: 'request-timeout',
  409: 'conflict',
  410: 'gone',
  411: 'invalid-request',
  412: 'invalid-request',
  413: 'payload-too-large',
  414: 'invalid-request',
  415: 'unsupported-media-type',
  416: 'invalid-request',
  417: 'invalid-request',
  421: 'invalid-request',
  422: 'invalid-request',
  423: 'conflict',
  426: 'invalid-request',
  428: 'invalid-request',
  429: 'rate-limited',
  431: 'payload-too-large',
  451: 'access-blocked',
  500: 'upstream-failure',
  501: 'invalid-request',
  502: 'upstream-failure',
  503: 'service-unavailable',
  504: 'upstream-failure',
  505: 'invalid-request',
  507: 'upstream-failure',
  508: 'upstream-failure',
  511: 'proxy-interference',
  529: 'overloaded',
  530: 'upstream-failure',
};

/** The dictionary meaning of an error status, RFC 9110 §15 and RFC 6585; the class's for one that is not registered. */
export function plainMeaning(status: number): CauseId {
  return PLAIN[status] ?? (status >= 520 && status <= 527 ? 'upstream-failure' : status >= 500 ? 'upstream-failure' : 'invalid-request');
}

/** Families and causes that vendors send with a status, wording aside. What is not here makes a reading less sure. */
const GOES_WITH: [statuses: number[], families: Family[], causes: CauseId[]][] = [
  [[402], ['payment'], ['context-too-long']],
  [[401], ['access'], []],
  [[403], ['access', 'payment'], ['content-refused', 'rate-limited', 'conflict', 'not-found']],
  [[429], ['payment', 'limits'], []],
  [
    [400, 422, 412, 417, 424],
    ['request', 'payment'],
    [
      'context-too-long',
      'credentials-invalid',
      'permission-denied',
      'account-disabled',
      'access-blocked',
      'payload-too-large',
      'credentials-missing',
      'key-scope-mismatch',
    ],
  ],
  [[404], ['request'], ['permission-denied', 'plan-required']],
  [[405, 406, 408, 409, 410, 415, 426], ['request'], []],
  [[413], ['limits'], []],
  [[500, 501, 502, 504, 520, 521, 522, 523, 524, 525, 526, 527, 530], ['infrastructure'], ['overloaded', 'invalid-request']],
  [[503, 529], ['infrastructure', 'limits'], []],
  [[407, 511], ['infrastructure'], []],
];

/** Whether vendors are known to send this status for this cause. */
export function goesWith(status: number, cause: CauseId, family: Family): boolean {
  const row = GOES_WITH.find(([statuses]) => statuses.includes(status));
  return row === undefined || row[1].includes(family) || row[2].includes(cause);
}
