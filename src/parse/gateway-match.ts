/** The same call in a gateway's log: by its request id, else by what else is known of it. */
import type { GatewayCall, GatewayLog, GatewayMark } from '../model/gateway-call.ts';
import { header, type Exchange } from '../model/exchange.ts';
import { gatewayObject, wrappedIn } from './gateway-json.ts';
import type { GatewayEntry } from './gateway-entry.ts';
import { executionLog, gatewayText } from './gateway-text.ts';
import { membersOf, type Members } from './json-lines.ts';
import { lineClock, momentOf, momentText, type Moment } from './log-clock.ts';
import { entrySplitter } from './log-entries.ts';
import { logEvent } from './log-event.ts';
import { errorWords, placeOf } from './log-sought.ts';
import { strictJson } from './loose-json.ts';

/** What is known of the call. `at` is milliseconds since 1970. */
export type SoughtCall = { ids: string[]; at?: number; status?: number; path?: string; model?: string; words: string[] };

/** Header fields of requests and responses that hold an id by which a gateway or a vendor knows the call. */
const ID_FIELDS =
  /^(?:x-)?(?:[a-z\d]+-){0,3}(?:request-?id|requestid|call-id|correlation-id|trace-id|trace-context|ray|apigw-id|amz-id-2|invocation-id)$|^(?:traceparent|x-amz-apigw-id|x-vercel-id|apim-request-id)$/;

/** The ids in a field: the whole value, and of a trace context the trace's id alone. */
function idsIn(value: string): string[] {
  const whole = value.trim();
  const trace = /^00-([0-9a-f]{32})-/.exec(whole)?.[1] ?? /^([0-9a-f]{32})\//.exec(whole)?.[1] ?? /\bRoot=([\w-]{10,60})/i.exec(whole)?.[1];
  return [trace ?? whole].filter((id) => id.length >= 8 && id.length <= 120 && !/[\s[]/.test(id));
}

function modelOf({ request }: Exchange): string | undefined {
  const body = (request?.body?.length ?? 0) <= 4 * 1024 * 1024 ? membersOf(strictJson(request?.body ?? '')) : {};
  const model = body['model'] ?? body['modelId'] ?? /\/(?:models?|deployments)\/([\w.:-]{2,100})/.exec(request?.url ?? '')?.[1];
  return typeof model === 'string' && model.length <= 200 ? model.toLowerCase() : undefined;
}

/** What to look for in a gateway's log. `ownFields` are the header fields in which the vendor and the gateway send their ids. */
export function soughtCall(exchange: Exchange, ownFields: readonly string[]): SoughtCall {
  const { request, response, text } = exchange;
  const own = ownFields.map((name) => name.toLowerCase());
  const fields = [...(response?.headers ?? []), ...(request?.headers ?? [])];
  const inFields = fields.filter(({ name }) => own.includes(name.toLowerCase()) || ID_FIELDS.test(name.toLowerCase()));
  const told = /["']?\b(?:request|call|trace)[ _-]?id["']?\s{0,2}[:=]\s{0,2}["']?([\w-]{8,80})/i.exec(
    (response?.body ?? text ?? '').slice(0, 65_536),
  );
  const at = Date.parse(exchange.at ?? header(response?.headers, 'date') ?? '');
  const status = response?.status ?? exchange.toldStatus;
  const { path } = placeOf(request?.url ?? exchange.toldUrl);
  const model = modelOf(exchange);
  return {
    ids: [...new Set([...inFields.flatMap(({ value }) => idsIn(value)), ...(told ? [told[1]!] : [])].map((id) => id.toLowerCase()))],
    ...(!Number.isNaN(at) && { at }),
    ...(status !== undefined && { status }),
    ...(path !== undefined && { path }),
    ...(model !== undefined && { model }),
    words: errorWords(exchange),
  };
}

const SECOND = 1000;

/** How near in time: points, or undefined where it is another call. A log without a zone may be any whole quarter of an hour off. */
function nearness(at: number | undefined, moment: Moment | undefined): number | undefined {
  if (at === undefined || !moment) return 0;
  const apart = Math.abs(at - moment.ms);
  const quarter = 900 * SECOND;
  const off = moment.zone === 'none' && apart <= 14 * 3600 * SECOND ? Math.min(apart % quarter, quarter - (apart % quarter)) : apart;
  if (off > 90 * SECOND) return undefined;
  const points = off <= 2 * SECOND ? 40 : off <= 10 * SECOND ? 30 : 15;
  return off === apart ? points : points / 2;
}

/** Gateways put a prefix before paths and models, or take one off. */
const isSame = (one: string, other: string): boolean => one === other || one.endsWith(`/${other}`) || other.endsWith(`/${one}`);
const samePath = (one: string, other: string): boolean => one === other || one.endsWith(other) || other.endsWith(one);

type Fit = { points: number; marks: GatewayMark[] };

/** How well an entry fits; undefined where it is another call, or nothing can be told. */
export function fitOf(sought: SoughtCall, entry: GatewayEntry, text: string): Fit | undefined {
  const small = text.toLowerCase();
  const detail =
    (entry.upstream?.status === undefined ? 0 : 2) + (entry.upstream?.says === undefined ? 0 : 2) + (entry.says === undefined ? 0 : 1);
  if (sought.ids.some((id) => small.includes(id))) return { points: 1000 + detail, marks: ['request id'] };
  const marks: GatewayMark[] = [];
  const near = nearness(sought.at, entry.moment);
  if (near === undefined) return undefined;
  if (near > 0) marks.push('time');
  let points = near + detail;
  const compare = (
    mark: GatewayMark,
    one: string | undefined,
    other: string | undefined,
    same: (a: string, b: string) => boolean,
  ): boolean => {
    if (one === undefined || other === undefined) return true;
    if (!same(one.toLowerCase(), other.toLowerCase())) return false;
    marks.push(mark);
    points += 20;
    return true;
  };
  if (sought.words.some((word) => small.includes(word))) {
    marks.push('words');
    points += 25;
  }
  const { status, upstream } = entry;
  if (sought.status !== undefined && (status !== undefined || upstream?.status !== undefined)) {
    if (sought.status !== status && sought.status !== upstream?.status) return undefined;
    marks.push('status');
    points += 20;
  }
  if (!compare('path', sought.path, entry.path, samePath) || !compare('model', sought.model, entry.model, isSame)) return undefined;
  const isPlaced = marks.includes('time') || marks.includes('words');
  return isPlaced && marks.length >= 2 && points >= 40 ? { points, marks } : undefined;
}

export type GatewayReader = { take(line: string): void; done(): Omit<GatewayLog, 'file' | 'truncated'> };

/** The objects of an entry: its own, those of a list, those that an export holds under one name. */
function objectsOf(text: string): Members[] {
  const start = text.search(/[{[]/);
  if (start < 0 || start > 200) return [];
  const json = text.slice(start).trimEnd().replace(/,$/, '');
  const value = strictJson(json) ?? strictJson(json.replace(/[\s,\]]{1,40}$/, ''));
  const list = Array.isArray(value) ? value : listIn(membersOf(value));
  return list.map((one) => (Array.isArray(one) ? ofFields(one) : membersOf(one))).filter((one) => Object.keys(one).length > 0);
}

function listIn(members: Members): unknown[] {
  const list = members['events'] ?? members['entries'] ?? members['results'];
  return Array.isArray(list) ? list : [members];
}

/** A row of `aws logs get-query-results`: a list of {field, value}. */
const ofFields = (row: readonly unknown[]): Members =>
  Object.fromEntries(
    row
      .slice(0, 100)
      .flatMap((one) => (typeof membersOf(one)['field'] === 'string' ? [[membersOf(one)['field'], membersOf(one)['value']]] : [])),
  );

/** Makes the reader of one gateway's log: of what fits the call, the best is kept. */
export function gatewayReader(sought: SoughtCall): GatewayReader {
  const formats = new Map<string, number>();
  const clock = lineClock(sought.at ?? 0);
  let best: { fit: Fit; call: GatewayCall } | undefined;
  let similar = 0;

  function give(entry: GatewayEntry, line: number, text: string): void {
    formats.set(entry.format, (formats.get(entry.format) ?? 0) + 1);
    const fit = fitOf(sought, entry, text);
    if (!fit) return;
    if (best && fit.points < best.fit.points) return;
    if (best && fit.points === best.fit.points) similar++;
    else similar = 0;
    const { moment, ...told } = entry;
    best = { fit, call: { ...told, line, ...(moment && { at: momentText(moment) }), matchedBy: fit.marks } };
  }

  const execution = executionLog(give);

  /** True where the text is of a known format. */
  function readKnown(text: string, line: number, moment: Moment | undefined): boolean {
    if (execution.take(text, line, moment)) return true;
    const found = gatewayText(text);
    if (!found) return false;
    const time = moment ?? found.moment ?? clock(text);
    give({ ...found, ...(time && { moment: time }) }, line, text);
    return true;
  }

  function readText(text: string, line: number, moment: Moment | undefined): void {
    if (!readKnown(text, line, moment)) readAny(text, line, moment ?? clock(text));
  }

  /** An entry of another program: its status and words, where it tells of a call that failed. */
  function readAny(text: string, line: number, moment: Moment | undefined): void {
    const event = logEvent(text, clock);
    if (event.status === undefined && !event.doubtful && !sought.ids.some((id) => text.toLowerCase().includes(id))) return;
    const time = event.moment ?? moment;
    give(
      {
        format: 'log',
        ...(time && { moment: time }),
        ...(event.status !== undefined && { status: event.status }),
        says: event.said.slice(0, 1000),
      },
      line,
      text,
    );
  }

  function readObject(entry: Members, line: number, text: string, depth: number): void {
    const found = gatewayObject(entry);
    if (found) return give(found, line, text);
    const wrapped = depth < 3 ? wrappedIn(entry) : undefined;
    if (!wrapped) return readAny(text, line, undefined);
    const moment = cloudTime(wrapped.time);
    if (typeof wrapped.message === 'string') readText(wrapped.message, line, moment);
    else
      readObject(
        moment && !('timestamp' in wrapped.message) ? { timestamp: wrapped.time, ...wrapped.message } : wrapped.message,
        line,
        text,
        depth + 1,
      );
  }

  const entries = entrySplitter(clock, ({ text, line }) => {
    // an object behind words may be a part of them, as the body in API Gateway's log
    if (!/^\s*[[{]/.test(text) && readKnown(text, line, undefined)) return;
    const objects = objectsOf(text);
    if (objects.length === 0) return readText(text, line, undefined);
    for (const object of objects) readObject(object, line, objects.length === 1 ? text : JSON.stringify(object), 0);
  });

  return {
    take: (line) => entries.take(line),
    done() {
      const lines = entries.done();
      execution.done();
      const named = [...formats].sort((a, b) => b[1] - a[1]).map(([format]) => format);
      return { lines, formats: named.slice(0, 5), ...(best && { call: best.call }), similar };
    },
  };
}

/** CloudWatch gives its times in UTC, without saying so. */
const cloudTime = (value: unknown): Moment | undefined => {
  const moment = momentOf(value);
  return moment?.zone === 'none' ? { ...moment, zone: 'UTC' } : moment;
};
