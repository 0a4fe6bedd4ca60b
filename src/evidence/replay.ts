import type { Replay } from '../model/evidence.ts';
import { header, type HttpRequest } from '../model/exchange.ts';
import type { Probe } from '../model/probe.ts';
import { hostOf, unresolvedMask } from './world/masks.ts';

/** A body that was sent, and that the input does not show: without it the server would answer another question. */
function lacksItsBody({ headers, body }: HttpRequest): boolean {
  if (body !== undefined) return false;
  return Number(header(headers, 'content-length') ?? 0) > 0 || header(headers, 'transfer-encoding') !== undefined;
}

export default {
  title: 'The same request, sent again',
  explains:
    'Sends the request as the input gives it: method, URL, header fields and body, to the host that it names. ' +
    'Credentials in it go to that host alone, and stay behind where a redirect leads to another. It is asked only when you ask for it.',
  plan({ exchange: { request, secrets } }) {
    if (!request) return { skip: 'the input shows no request' };
    if (!request.url) return { skip: 'the input does not show which URL was called' };
    const host = hostOf(request.url, secrets);
    if (host === undefined) return { skip: 'what was called is not an http or https URL' };
    const mask = unresolvedMask(request, secrets);
    if (mask) return { skip: `what ${mask} stands for is not in the input` };
    if (lacksItsBody(request)) return { skip: "the input does not show the request's body" };
    return { request, credentialHosts: [host] };
  },
  read: (response) => ({ response }),
  readFailure: (failure) => ({ failure }),
} satisfies Probe<Replay>;
