/** A call in a gateway's log, whichever gateway wrote it. */
import type { GatewayCall } from '../model/gateway-call.ts';
import { membersOf, textOf, type Members } from './json-lines.ts';
import { momentOf, type Moment } from './log-clock.ts';
import { placeOf } from './log-sought.ts';

/** What an entry tells; `moment` in place of the time that a report shows. */
export type GatewayEntry = Omit<GatewayCall, 'line' | 'at' | 'matchedBy'> & { moment?: Moment };

export const statusOf = (value: unknown): number | undefined => {
  // with several tries the gateway lists every upstream's status; the last one was passed on
  const last = typeof value === 'string' ? /([1-5]\d\d)\s*$/.exec(value.slice(0, 80))?.[1] : value;
  const status = Number(last ?? Number.NaN);
  return Number.isInteger(status) && status >= 100 && status <= 599 ? status : undefined;
};

export const numberText = (value: unknown): string | undefined => (typeof value === 'number' ? String(value) : textOf(value));

/** An entry without the members that are not told; an upstream of which nothing is told is left out. */
export function entryOf(told: {
  format: string;
  time?: unknown;
  moment?: Moment | undefined;
  id?: string | undefined;
  method?: string | undefined;
  url?: string | undefined;
  model?: string | undefined;
  status?: number | undefined;
  reached?: boolean | undefined;
  host?: string | undefined;
  upstreamStatus?: number | undefined;
  upstreamSays?: string | undefined;
  says?: string | undefined;
}): GatewayEntry {
  const { format, id, method, url, model, status, reached, host, upstreamStatus, upstreamSays, says } = told;
  const moment = told.moment ?? momentOf(told.time);
  const path = placeOf(url).path ?? (url?.startsWith('/') ? url : undefined);
  const upstream = {
    ...(host !== undefined && { host }),
    ...(upstreamStatus !== undefined && { status: upstreamStatus }),
    ...(upstreamSays !== undefined && upstreamSays !== '' && { says: upstreamSays }),
  };
  return {
    format,
    ...(moment && { moment }),
    ...(id !== undefined && { id }),
    ...(method !== undefined && method !== '-' && { method }),
    ...(path !== undefined && { path: path.split(/[?#]/, 1)[0]! }),
    ...(model !== undefined && { model }),
    ...(status !== undefined && { status }),
    ...(reached !== undefined && { reached }),
    ...(Object.keys(upstream).length > 0 && { upstream }),
    ...(says !== undefined && says !== '' && { says }),
  };
}

/** The first of the members of these names that is a text or a number. */
export function textAt(of: Members, ...names: string[]): string | undefined {
  for (const name of names) {
    const text = numberText(of[name]);
    if (text !== undefined && text !== '-') return text;
  }
  return undefined;
}

/** The message in a body that an upstream sent: its own text where it has one, else the body as it is. */
export function messageIn(body: unknown, depth = 0): string | undefined {
  const text = textOf(body);
  const value = text === undefined ? body : parsedBody(text);
  if (value === undefined || depth > 3) return text;
  const members = membersOf(value);
  for (const name of ['error', 'message', 'detail', 'errorMessage', 'Message', 'title']) {
    if (name in members) return messageIn(members[name], depth + 1) ?? text;
  }
  return text;
}

function parsedBody(text: string): unknown {
  if (!/^\s*\{/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
