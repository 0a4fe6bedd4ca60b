/** Where a redirect leads, and what of a request may go there. */

/** A header field as it is sent; `secret`: it carries a credential, and stays with the host that it was meant for. */
export type SentField = { name: string; value: string; secret: boolean };

/** One request as it goes over the wire, with values in place of masks. */
export type Hop = { method: string; url: URL; headers: SentField[]; body?: string; secretBody: boolean };

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** Fields that speak of the body, or of the host, of the request that was redirected. */
const OF_THE_BODY = /^content-/i;

/**
 * The request that a redirect asks for, or undefined where the response is none, or where it must not be followed: it leads
 * away from http and https, or it would hand a credential in the URL or in the body to another scheme, host or port.
 * Header fields that are credentials are left behind at once, for good. After 301 and 302 a POST, after 303 anything but
 * HEAD, goes on as GET without its body (RFC 9110 §15.4, and what curl does).
 */
export function nextHop(
  hop: Hop,
  response: { status: number; location?: string },
  holdsSecret: (text: string) => boolean,
): Hop | undefined {
  const { status, location } = response;
  if (!REDIRECTS.has(status) || !location || !URL.canParse(location, hop.url.href)) return undefined;
  const url = new URL(location, hop.url);
  if (!/^https?:$/.test(url.protocol)) return undefined;
  url.username = '';
  url.password = '';

  const isElsewhere = url.origin !== hop.url.origin;
  const becomesGet = status === 303 ? !/^(?:GET|HEAD)$/.test(hop.method) : status < 303 && hop.method === 'POST';
  if (isElsewhere && (holdsSecret(location) || (hop.secretBody && !becomesGet))) return undefined;

  const stays = ({ name, secret }: SentField): boolean =>
    !(isElsewhere && (secret || /^host$/i.test(name))) && !(becomesGet && OF_THE_BODY.test(name));
  return {
    method: becomesGet ? 'GET' : hop.method,
    url,
    headers: hop.headers.filter(stays),
    ...(!becomesGet && hop.body !== undefined && { body: hop.body }),
    secretBody: hop.secretBody && !becomesGet,
  };
}
