/**
 * The body of a request to a model, taken apart: which model, how much output at most, and the texts, images and files of
 * each part. OpenAI Chat and Responses, Anthropic Messages, Gemini generateContent, Bedrock Converse and InvokeModel, Cohere,
 * Mistral, Ollama and what is shaped like them.
 */
import type { PartKind, Work } from '../model/context-parts.ts';
import type { HttpRequest } from '../model/exchange.ts';
import { imageSizeOf, type ImageSize } from './image-size.ts';
import { objectAt } from './loose-json.ts';

/** The texts of one part; a turn has its place among its siblings, from 1. */
export type TextPart = { kind: PartKind; number?: number; texts: string[] };

export type Medium = { kind: 'image' | 'file'; size?: ImageSize; detail?: string };

export type ModelRequest = {
  model?: string;
  /** The member that limits the output, by the name it has in this body, and its value. */
  outputLimit?: { name: string; value: number };
  /** The window that the request itself sets (Ollama's num_ctx). */
  ownWindow?: { name: string; value: number };
  parts: TextPart[];
  media: Medium[];
  /** Members that stand for input which the request does not show: earlier turns, a cache. */
  unseen: string[];
  /** The body ends before its JSON does. */
  isCut: boolean;
  /** There is more in it than is looked at, so that its parts are not all of it. */
  isTooLarge: boolean;
  work: Work;
};

/** A longer body is not parsed: its text is no more than a guess then, and a diagnosis must not wait for it. */
const LONGEST_BODY = 16 * 1024 * 1024;
/** Of a body that is cut off so much is read: it takes a reader of our own. */
const LONGEST_CUT = 512 * 1024;
const MOST_NODES = 50_000;
const DEEPEST = 40;

const OUTPUT_LIMITS = [
  'max_completion_tokens',
  'max_output_tokens',
  'max_tokens',
  'maxOutputTokens',
  'maxTokens',
  'max_new_tokens',
  'num_predict',
  'maxTokenCount',
  'max_gen_len',
  'max_tokens_to_sample',
];
/** Where vendors put such members when they do not stand on top: Gemini, Bedrock, Hugging Face, Ollama, Titan. */
const SETTINGS = ['generationConfig', 'generation_config', 'inferenceConfig', 'parameters', 'options', 'textGenerationConfig'];

/** What the members of a body are, in the order in which a model reads them. */
const MEMBERS: [kind: PartKind, names: string[]][] = [
  ['system', ['system', 'instructions', 'systemInstruction', 'system_instruction', 'preamble']],
  ['tools', ['tools', 'functions', 'toolConfig', 'response_format', 'text']],
  ['files', ['documents']],
  ['turn', ['chat_history', 'messages', 'contents', 'message', 'input', 'inputs', 'prompt', 'inputText', 'query', 'suffix', 'images']],
];
const UNSEEN = ['previous_response_id', 'conversation', 'cachedContent', 'cached_content', 'context'];

/** Words for a program: no model reads them. */
const LABELS = new Set(['role', 'type', 'id', 'tool_call_id', 'tool_use_id', 'toolUseId', 'call_id', 'status', 'detail', 'cache_control']);
/** Objects that a model reads as JSON. */
const AS_JSON = new Set(['input', 'args', 'arguments', 'response', 'json']);
/** The members that say what kind of data stands beside them. */
const TYPES = new Set(['media_type', 'mimeType', 'mime_type', 'format']);
const IMAGE_AROUND = new Set(['image_url', 'source', 'image']);
const IMAGE_LINKS = new Set(['image_url', 'images', 'image']);
const FILE_LINKS = new Set(['file_id', 'fileUri', 'file_uri', 'file_data', 'file_url', 'document_url', 's3Location']);
const DATA = new Set(['data', 'bytes', 'b64_json', 'file_data', 'images']);

type Members = Record<string, unknown>;
/** What is being read; parts other than turns are one of their kind. */
type Reader = { request: ModelRequest; single: Map<PartKind, TextPart> };
type Sink = { texts: string[]; request: ModelRequest };

const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Takes a request apart. Undefined where there is none, or where it is not a JSON object that names a model, a limit or an
 * input. A body that is cut off gives what it shows. Work is bounded: `work` says how much was looked at.
 */
export function modelRequestOf(request: HttpRequest | undefined): ModelRequest | undefined {
  const { body, isCut } = jsonObject(request?.body);
  const inUrl = modelInUrl(request?.url);
  const read: ModelRequest = { parts: [], media: [], unseen: [], isCut, isTooLarge: false, work: { characters: 0, pieces: 0 } };
  const model = typeof body?.['model'] === 'string' ? body['model'] : inUrl;
  if (model !== undefined) read.model = model;
  if (!body) return model === undefined ? undefined : read;
  const outputLimit = numberOf(body, OUTPUT_LIMITS);
  const ownWindow = numberOf(body, ['num_ctx']);
  if (outputLimit) read.outputLimit = outputLimit;
  if (ownWindow) read.ownWindow = ownWindow;
  const reader: Reader = { request: read, single: new Map() };
  for (const [kind, names] of MEMBERS) for (const name of names) if (name in body) readMember(kind, name, body[name], reader);
  const isEmpty = read.parts.length === 0 && read.media.length === 0;
  if (model === undefined && !outputLimit && isEmpty) return undefined;
  read.unseen = UNSEEN.filter((name) => (Array.isArray(body[name]) ? body[name].length > 0 : Boolean(body[name])));
  return read;
}

function jsonObject(body: string | undefined): { body?: Members; isCut: boolean } {
  if (body === undefined || body.length > LONGEST_BODY) return { isCut: false };
  try {
    const value: unknown = JSON.parse(body);
    return isObject(value) ? { body: value, isCut: false } : { isCut: false };
  } catch {
    return cutOff(body);
  }
}

/** Long data are shortened first: their head says how large an image is, and the rest is not text. */
const LONG_DATA = /((?:;base64,|"(?:data|bytes|file_data)"\s{0,4}:\s{0,4}")[A-Za-z0-9+/]{1024})[A-Za-z0-9+/]+/g;

function cutOff(body: string): { body?: Members; isCut: boolean } {
  if (!/^\s{0,100}\{\s{0,100}"/.test(body)) return { isCut: false };
  const found = objectAt(body.replace(LONG_DATA, '$1').slice(0, LONGEST_CUT), body.indexOf('{'));
  return isObject(found?.value) ? { body: found.value, isCut: true } : { isCut: false };
}

/** Gemini, Azure OpenAI and Bedrock name the model in the path. */
function modelInUrl(url: string | undefined): string | undefined {
  const name = /\/(?:models|deployments|model)\/([\w.%-]{1,120}?)(?=[:/?#]|$)/.exec(url?.slice(0, 4096) ?? '')?.[1];
  return name?.replace(/%(3a|2f)/gi, (_escape, code: string) => (code.toLowerCase() === '3a' ? ':' : '/'));
}

function numberOf(body: Members, names: string[]): { name: string; value: number } | undefined {
  for (const holder of [body, ...SETTINGS.map((name) => body[name])]) {
    if (!isObject(holder)) continue;
    for (const name of names) {
      const value = holder[name];
      if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return { name, value };
    }
  }
  return undefined;
}

function readMember(kind: PartKind, name: string, value: unknown, reader: Reader): void {
  if (kind === 'tools') return readTools(name, value, reader);
  if (kind !== 'turn' || name === 'images') return addPart({ kind: kind === 'turn' ? 'images' : kind }, value, name, reader);
  const { request } = reader;
  const before = request.parts.filter((part) => part.kind === 'turn').length;
  for (const [i, turn] of (Array.isArray(value) ? value : [value]).entries()) {
    if (request.isTooLarge) return;
    const role: unknown = isObject(turn) ? turn['role'] : undefined;
    addPart(role === 'system' || role === 'developer' ? { kind: 'system' } : { kind, number: before + i + 1 }, turn, name, reader);
  }
}

/** Tools, and the schema of the answer: a model reads them as text of much the same length as their JSON. */
function readTools(name: string, value: unknown, reader: Reader): void {
  const given = name === 'text' || name === 'response_format' ? schemaIn(value) : value;
  if (typeof given !== 'object' || given === null) return;
  reader.request.work.pieces++;
  const text = asJson(given);
  if (text.length > 2) putTexts({ kind: 'tools' }, [text], reader);
}

const schemaIn = (value: unknown): unknown => {
  const format = isObject(value) && isObject(value['format']) ? value['format'] : value;
  return isObject(format) ? (format['json_schema'] ?? format['schema']) : undefined;
};

/** JSON of a value that came as JSON; '' where it is nested deeper than a writer goes. */
function asJson(value: object): string {
  try {
    return JSON.stringify(value);
  } catch {
    return '';
  }
}

function addPart(part: Omit<TextPart, 'texts'>, value: unknown, name: string, reader: Reader): void {
  const sink: Sink = { texts: [], request: reader.request };
  collect(value, { key: name, parent: '', depth: Array.isArray(value) || name === 'system' ? 0 : 1 }, sink);
  if (sink.texts.length > 0) putTexts(part, sink.texts, reader);
}

function putTexts(part: Omit<TextPart, 'texts'>, texts: string[], { request, single }: Reader): void {
  const same = part.kind === 'turn' ? undefined : single.get(part.kind);
  if (same) {
    for (const text of texts) same.texts.push(text);
    return;
  }
  const made = { ...part, texts };
  if (part.kind !== 'turn') single.set(part.kind, made);
  request.parts.push(made);
}

/** Where a value stands: its member's name, the name around that, and what is said around it of a file: its type, the detail in which an image is to be seen. */
type Place = { key: string; parent: string; depth: number; type?: string; detail?: string };

function collect(value: unknown, place: Place, sink: Sink): void {
  const { request } = sink;
  if (request.work.pieces >= MOST_NODES) {
    request.isTooLarge = true;
    return;
  }
  request.work.pieces++;
  const { key, parent, depth } = place;
  if (depth > DEEPEST) return;
  if (typeof value === 'string') return collectText(value, place, sink);
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) {
      if (request.isTooLarge) return;
      collect(item, { ...place, depth: depth + 1 }, sink);
    }
    return;
  }
  if (depth > 1 && AS_JSON.has(key)) {
    sink.texts.push(asJson(value));
    return;
  }
  const members = value as Members;
  const type = typeOf(members) ?? place.type;
  const detail = typeof members['detail'] === 'string' ? members['detail'] : place.detail;
  const said = { ...(type !== undefined && { type }), ...(detail !== undefined && { detail }) };
  for (const name in members) collect(members[name], { key: name, parent: key || parent, depth: depth + 1, ...said }, sink);
}

/** `{"media_type": "image/png", "data": …}` and what other vendors call the same; a text that is marked as one is none. */
function typeOf(members: Members): string | undefined {
  const type = [...TYPES].map((name) => members[name]).find((value) => typeof value === 'string');
  return typeof type === 'string' && members['type'] !== 'text' ? type : undefined;
}

function collectText(text: string, place: Place, { texts, request }: Sink): void {
  const { key, parent, type } = place;
  const url = /^data:([\w.+-]+\/[\w.+-]+)[;,]/.exec(text.slice(0, 200));
  const isLink = key === 'url' && /^(?:https?|gs|s3):/.test(text.slice(0, 8));
  if (url) addMedium(text.slice(text.indexOf(',') + 1), url[1], place, request);
  else if (IMAGE_LINKS.has(key) || (isLink && IMAGE_AROUND.has(parent))) addMedium(text, 'image', place, request);
  else if (FILE_LINKS.has(key) || isLink || (DATA.has(key) && isData(text))) addMedium(text, type, place, request);
  else if (!LABELS.has(key) && !isTypeName(place) && text !== '') texts.push(text);
}

/** Long, and of base64's characters as far as a look at its start tells. */
const isData = (text: string): boolean => text.length > 64 && /^[A-Za-z0-9+/_-]{64}$/.test(text.slice(0, 64));

/** "image/png" and "wav" beside data. */
const isTypeName = ({ key, type }: Place): boolean => type !== undefined && TYPES.has(key);

function addMedium(data: string, type: string | undefined, { detail }: Place, { media, work }: ModelRequest): void {
  const size = imageSizeOf(data, work);
  const isImage = size !== undefined || /^image(?:\/|$)|^(?:png|jpe?g|gif|webp)$/i.test(type ?? '');
  media.push({ kind: isImage ? 'image' : 'file', ...(size && { size }), ...(detail !== undefined && { detail }) });
}
