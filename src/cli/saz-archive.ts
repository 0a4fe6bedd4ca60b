/** Fiddler's session archive (.saz): a zip with the raw request, the raw response and the times of each session. */
import { readSync } from 'node:fs';
import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { UnreadableInput } from '../model/capture.ts';
import { header, type HttpRequest, type HttpResponse, type RawExchange } from '../model/exchange.ts';
import { fiddlerFailure } from '../parse/fiddler-failure.ts';
import { requestLine, requestUrl, statusLine } from '../parse/http-head.ts';
import { rawMessage, type RawMessage } from '../parse/raw-message.ts';
import { hasFailed } from '../diagnose.ts';
import { keeper, type Archive } from './kept-exchanges.ts';

/** What a member, and what a compressed body in it, may unpack to. */
const MAX_UNPACKED = 16 * 2 ** 20;
const MAX_SESSIONS = 500_000;
const STORED = 0;
const DEFLATED = 8;

/** https://docs.telerik.com/fiddler-everywhere/knowledge-base/fiddler-archives: the client's, the server's, and what Fiddler noted. */
const MEMBER = /^raw[\\/](\d{1,9})_([csm])\.(?:txt|xml)$/i;

/** What is needed of a member of the zip; all that it may hold would take too much for the many that there are. */
type Member = Pick<Entry, 'relativeOffsetOfLocalHeader' | 'compressedSize' | 'uncompressedSize' | 'compressionMethod'>;
type Session = { c?: Member; s?: Member; m?: Member };

type Listing = { sessions: Session[]; encrypted: boolean; unsafe: number };

const isUnsafe = (name: string): boolean => /^[\\/]|^[a-z]:|(?:^|[\\/])\.\.(?:[\\/]|$)/i.test(name);

/** The members of the sessions by the sessions' numbers. Names lead nowhere: nothing is written to disk. */
async function list(zip: ZipFile): Promise<Listing> {
  const sessions = new Map<number, Session>();
  let encrypted = false;
  let unsafe = 0;
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileNameRaw.toString('latin1');
    if (isUnsafe(name)) unsafe += 1;
    const match = MEMBER.exec(name);
    if (!match) continue;
    const number = Number(match[1]);
    const session = sessions.get(number) ?? {};
    const { relativeOffsetOfLocalHeader, compressedSize, uncompressedSize, compressionMethod } = entry;
    session[match[2]!.toLowerCase() as keyof Session] = {
      relativeOffsetOfLocalHeader,
      compressedSize,
      uncompressedSize,
      compressionMethod,
    };
    encrypted ||= (entry.generalPurposeBitFlag & 1) === 1;
    if (sessions.size < MAX_SESSIONS) sessions.set(number, session);
  }
  return { sessions: [...sessions].toSorted(([a], [b]) => a - b).map(([, session]) => session), encrypted, unsafe };
}

/** The bytes of a member. Throws where it is broken, or unpacks to more than it may. */
async function unpack(zip: ZipFile, descriptor: number, member: Member): Promise<Buffer> {
  const { compressedSize, uncompressedSize, compressionMethod } = member;
  if (uncompressedSize > MAX_UNPACKED || compressedSize > MAX_UNPACKED) throw new RangeError('too large');
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(member as Entry, { minimal: true });
  const packed = Buffer.alloc(compressedSize);
  const read = compressedSize === 0 ? 0 : readSync(descriptor, packed, 0, compressedSize, fileDataStart);
  if (read < compressedSize) throw new Error('cut off');
  if (compressionMethod === STORED) return packed;
  if (compressionMethod !== DEFLATED) throw new Error('a compression that is not known');
  return inflateRawSync(packed, { maxOutputLength: Math.max(1, uncompressedSize) });
}

/** A body without its content coding (RFC 9110 §8.4); as it is where it cannot be taken off. */
function decoded({ headers, body }: RawMessage): Buffer {
  const coding = (header(headers, 'content-encoding') ?? '').trim().toLowerCase();
  const options = { maxOutputLength: MAX_UNPACKED, finishFlush: constants.Z_SYNC_FLUSH };
  try {
    if (coding === 'gzip' || coding === 'x-gzip') return gunzipSync(body, options);
    if (coding === 'deflate') return (body[0]! & 15) === 8 ? inflateSync(body, options) : inflateRawSync(body, options);
    if (coding === 'br') return brotliDecompressSync(body, { maxOutputLength: MAX_UNPACKED });
  } catch {
    return body;
  }
  return body;
}

/** The text of a body; undefined for none, and for what is no text. */
function bodyText(message: RawMessage): string | undefined {
  const bytes = decoded(message);
  if (bytes.length === 0 || bytes.subarray(0, 2000).includes(0)) return undefined;
  return bytes.toString('utf8');
}

function requestOf(bytes: Buffer): HttpRequest | undefined {
  const message = rawMessage(bytes);
  const line = message && requestLine(message.startLine);
  if (!line) return undefined;
  const url = requestUrl(line, message.headers);
  const body = bodyText(message);
  return { method: line.method, ...(url !== undefined && { url }), headers: message.headers, ...(body !== undefined && { body }) };
}

function responseOf(bytes: Buffer): HttpResponse | undefined {
  const message = rawMessage(bytes);
  const line = message && statusLine(message.startLine);
  if (!line) return undefined;
  const body = bodyText(message);
  return { ...line, headers: message.headers, ...(body !== undefined && { body }) };
}

/** When Fiddler had the request, as its notes tell it. */
function timeOf(notes: string): string | undefined {
  const told = /\b(?:ClientBeginRequest|ClientDoneRequest)="(\d{4}-\d\d-\d\dT[\d:.]{8,20}(?:Z|[+-]\d\d:\d\d))"/.exec(notes)?.[1];
  const time = Date.parse(told ?? '');
  return Number.isNaN(time) || time < 0 ? undefined : new Date(time).toISOString();
}

/**
 * Reads the archive that is open under a descriptor. Of the sessions that are fine only the response is read. `entry` is the
 * number, from 1, of a session that is wanted in any case. Throws `UnreadableInput` where it is no archive of Fiddler's or broken.
 */
export async function readSazArchive(descriptor: number, file: string, entry?: number): Promise<Archive> {
  const { fromFdPromise } = await import('yauzl');
  let zip: ZipFile;
  let listing: Listing;
  try {
    zip = await fromFdPromise(descriptor, { autoClose: false, decodeStrings: false });
    listing = await list(zip);
  } catch {
    throw new UnreadableInput(`The zip file ${file} is broken or cut off.`, 'Save it once more: in Fiddler, File > Save > All Sessions.');
  }
  const { sessions, encrypted, unsafe } = listing;
  if (encrypted)
    throw new UnreadableInput(`The archive ${file} has a password.`, 'Save it without one: in Fiddler, File > Save > All Sessions.');
  if (sessions.length === 0)
    throw new UnreadableInput(
      `The zip file ${file} is no session archive of Fiddler's.`,
      'Unpack it, and give one file of it: what a tool printed, a HAR file, a log.',
    );

  const keep = keeper(entry);
  let large = 0;
  let broken = 0;
  let readable = 0;
  const bytesOf = async (member: Member | undefined): Promise<Buffer> => {
    if (!member) return Buffer.alloc(0);
    try {
      return await unpack(zip, descriptor, member);
    } catch (error) {
      if (error instanceof RangeError) large += 1;
      else broken += 1;
      return Buffer.alloc(0);
    }
  };
  for (const [i, session] of sessions.entries()) {
    const before = large + broken;
    const response = responseOf(await bytesOf(session.s));
    const unread = large + broken > before;
    const failure = response
      ? fiddlerFailure(response)
      : ({ kind: 'other', message: 'the archive holds no response and no reason' } as const);
    const answer: RawExchange = { source: { shape: 'saz' }, ...(failure ? { failure } : response && { response }) };
    const number = i + 1;
    if (number !== entry && number !== sessions.length && (unread || !hasFailed(answer))) {
      if (!unread) readable += 1;
      continue;
    }
    const request = requestOf(await bytesOf(session.c));
    if (unread || (!request && !response)) continue;
    readable += 1;
    const at = timeOf((await bytesOf(session.m)).toString('latin1'));
    keep.add({ ...answer, ...(request && { request }), ...(at !== undefined && { at }) }, number);
  }
  if (readable === 0) throw new UnreadableInput(`No session of the archive ${file} can be read.`, 'Save it once more in Fiddler.');
  const members = (count: number, rest: string): string[] =>
    count === 0 ? [] : [`${count} ${count === 1 ? 'file' : 'files'} of the archive ${rest}`];
  return keep.kept(file, sessions.length, [
    ...members(large, 'would unpack to more than 16 MiB, or to more than it says: left out.'),
    ...members(broken, 'cannot be unpacked: left out.'),
    ...members(unsafe, 'had a name that leads out of the archive: not read.'),
  ]);
}
