/** Error objects: RFC 9457 problem details and the envelopes that vendors use, at any depth of a body or of a text. */
import type { Exchange, HeaderField } from '../model/exchange.ts';
import type { Problem } from '../model/reading.ts';
import { objectsIn, strictJson } from '../parse/loose-json.ts';

/** Members by what they hold; compared in lower case and without separators. */
const names = (words: string): Set<string> => new Set(words.split(' '));
const CODE_NAMES = names(
  'code errorcode errcode reason status statuscode errorstatus declinecode issue name quotaid error errorkey errorskey errorsummary kind subcode errorname errortype type category limitsource limitname limittype resultcode retcode errorsubtype grpcstatus classification detail message msg title requiredenrollment domain cause tag id rejectreason blockreason finishreason',
);
const TYPE_NAMES = names('type errortype');
const MESSAGE_NAMES = names(
  'message msg detail details error errors errordescription errormessage errormessages errormsg errorsummary description reason title errmsg statusmsg statusmessage fault faultstring raw hint usermessage text explanation info localizedmessage developermessage why context additionalinfo errorinfo help suggestion statustext response body data content value err exception cause note extra warning information result',
);
/** What a caller sent, and settings of a client: their words are nobody's answer. */
const NOT_AN_ANSWER = names(
  'request config requestbody requestbodyvalues messages input inputs prompt prompts tools params parameters arguments options adapter headers requestheaders responseheaders agent socket usage choices stack stacktrace traceback',
);
const plainName = (name: string): string => name.toLowerCase().replace(/[_\s-]/g, '');

/** Names that end like these hold a code whatever stands before: decline_code, limitReason, serviceErrorCode, errorClass. */
const CODE_ENDINGS = /(?:code|reason|errorid|errorclass|errorkind|policyname)$/;
const isCodeName = (plain: string): boolean => CODE_NAMES.has(plain) || CODE_ENDINGS.test(plain);

const isWord = (value: string): boolean => value.length <= 120 && /^[A-Za-z0-9_.:#/@+-]+$/.test(value);
const isMessage = (value: string): boolean => value.trim().length > 1 && value.length <= 20_000;

const MAX_OBJECTS = 400;
const MAX_DEPTH = 10;

type Walk = { problems: Problem[]; seen: number };

function visit(value: unknown, where: string, depth: number, walk: Walk): void {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH || ++walk.seen > MAX_OBJECTS) return;
  if (Array.isArray(value)) {
    value.slice(0, 50).forEach((item, i) => {
      if (typeof item === 'string') visitText(item, `${where}[${i}]`, depth, walk);
      else visit(item, `${where}[${i}]`, depth + 1, walk);
    });
    return;
  }
  const problem: Problem = { where, codes: [], types: [], messages: [] };
  const place = walk.problems.push(problem) - 1;
  for (const [name, member] of Object.entries(value)) {
    const path = `${where}.${name}`;
    const plain = plainName(name);
    if (NOT_AN_ANSWER.has(plain) || plain.startsWith('transform') || plain.startsWith('[symbol')) continue;
    if (typeof member === 'string') {
      const nested = nestedJson(member);
      if (nested !== undefined) {
        visit(nested, path, depth + 1, walk);
        if (member.trim().startsWith('{') || member.trim().startsWith('[')) continue;
      }
      if (TYPE_NAMES.has(plain)) problem.types.push({ where: path, value: member });
      if (isWord(member)) {
        // Amazon and others put the name of the definition before a number sign.
        if (isCodeName(plain)) problem.codes.push({ where: path, value: plain === 'type' ? member.replace(/^.*#/, '') : member });
      }
      if (MESSAGE_NAMES.has(plain) && isMessage(member) && !TYPE_NAMES.has(plain)) problem.messages.push({ where: path, value: member });
      else if (!MESSAGE_NAMES.has(plain) && /\s/.test(member.trim()) && isMessage(member) && depth > 0)
        problem.messages.push({ where: path, value: member });
    } else if (typeof member === 'number') {
      if (isCodeName(plain)) problem.codes.push({ where: path, value: String(member) });
    } else visit(member, path, depth + 1, walk);
  }
  if (problem.codes.length + problem.types.length + problem.messages.length === 0) walk.problems.splice(place, 1);
}

function visitText(text: string, where: string, depth: number, walk: Walk): void {
  const nested = nestedJson(text);
  if (nested !== undefined) visit(nested, where, depth + 1, walk);
  else if (isMessage(text))
    walk.problems.push({ where, codes: isWord(text) ? [{ where, value: text }] : [], types: [], messages: [{ where, value: text }] });
}

/** JSON inside a string: a gateway that quotes its upstream, a logger that stringified twice. */
function nestedJson(text: string): unknown {
  if (!/[{[]/.test(text) || text.length > 200_000) return undefined;
  const strict = strictJson(text);
  if (typeof strict === 'object' && strict !== null) return strict;
  const found = objectsIn(text).filter((object) => !Array.isArray(object.value) || object.value.some((item) => typeof item === 'object'));
  return found.length === 0 ? undefined : found.length === 1 ? found[0]!.value : found.map((object) => object.value);
}

/** Structured bodies of problem details and of error XML (S3, Azure): each element is a member. */
function xmlProblem(text: string, where: string): Problem | undefined {
  if (!/^\s*<\?xml|<(?:Error|Fault|problem)\b/i.test(text.slice(0, 400))) return undefined;
  const problem: Problem = { where, codes: [], types: [], messages: [] };
  for (const match of text.slice(0, 20_000).matchAll(/<([A-Za-z]\w{1,40})>([^<]{1,2000})<\/\1>/g)) {
    const [, name, value] = match;
    if (CODE_NAMES.has(plainName(name!)) && isWord(value!)) problem.codes.push({ where: `${where}.${name}`, value: value! });
    else if (MESSAGE_NAMES.has(plainName(name!))) problem.messages.push({ where: `${where}.${name}`, value: value! });
  }
  return problem.codes.length + problem.messages.length > 0 ? problem : undefined;
}

/** Header fields in which servers repeat or replace what their bodies say: X-Error-Code, x-amzn-ErrorType, X-Vercel-Error, grpc-message. */
const ERROR_FIELD =
  /^(?:x-)?(?:[a-z\d]+-){0,2}error-?(?:code|type|reason|message|name)?$|^x-rate-?limit-(?:problem|type|reason)$|^grpc-(?:status|message)$/i;

/** What the header fields of a response say of its error: words as codes, sentences as messages. */
function problemOfHeaders(headers: readonly HeaderField[]): Problem | undefined {
  const problem: Problem = { where: 'response.headers', codes: [], types: [], messages: [] };
  for (const { name, value } of headers) {
    if (!ERROR_FIELD.test(name)) continue;
    const where = `response.headers.${name.toLowerCase()}`;
    // Amazon puts the place of the definition after a colon.
    const said = /^x-amzn-errortype$/i.test(name) ? value.split(':')[0]! : value;
    if (isWord(said)) problem.codes.push({ where, value: said });
    else if (isMessage(said)) problem.messages.push({ where, value: said });
  }
  return problem.codes.length + problem.messages.length > 0 ? problem : undefined;
}

/** The parsed JSON of a response body, or undefined. */
export function bodyJson(exchange: Exchange): unknown {
  return exchange.response?.body === undefined ? undefined : strictJson(exchange.response.body);
}

/**
 * The error objects of an exchange: of its response body, and of the text around it. Each carries its machine-readable
 * words and its messages, with the path to each; at most a few hundred objects are looked at.
 */
export function problemsOf(exchange: Exchange): Problem[] {
  const walk: Walk = { problems: [], seen: 0 };
  for (const [text, root] of [
    [exchange.response?.body, 'response.body'],
    [exchange.text, exchange.source.shape === 'json-body' ? 'body' : 'text'],
  ] as const) {
    if (text === undefined || text === '') continue;
    const strict = strictJson(text);
    if (strict !== undefined) {
      if (typeof strict === 'string') visitText(strict, root, 0, walk);
      else visit(strict, root, 0, walk);
      continue;
    }
    const xml = xmlProblem(text, root);
    if (xml) walk.problems.push(xml);
    else for (const object of objectsIn(text)) visit(object.value, root, 0, walk);
  }
  const told = problemOfHeaders(exchange.response?.headers ?? []);
  return told ? [...walk.problems, told] : walk.problems;
}
