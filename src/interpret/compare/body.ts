/** What differs between the bodies of two requests: members that were added, removed or changed, by their paths. */
import type { Difference, Weight } from '../../model/comparison.ts';
import { header, type HttpRequest } from '../../model/exchange.ts';
import type { Meaning } from './fields.ts';
import { bytesOf, count, excerpts, shown, size } from './values.ts';

/** Longer bodies are compared by their size alone. */
const LONGEST_BODY = 16 * 2 ** 20;
const MOST_NODES = 50_000;
const MOST_FOUND = 100;
const DEEPEST = 40;

/** What members of a body are for, by the name that stands on top; the first that fits. */
const MEMBERS: [RegExp, Meaning][] = [
  [
    /^(?:model|engine|deployment|model_id|modelId)$/,
    { weight: 'likely', says: 'Models differ in price, in who may use them, and in their limits.' },
  ],
  [
    /^(?:max_tokens|max_completion_tokens|max_output_tokens|maxOutputTokens|maxTokens|max_new_tokens|max_tokens_to_sample|num_predict)$/,
    { weight: 'likely', says: 'The output asked for must fit the credit, the plan and the context window.' },
  ],
  [
    /^(?:n|best_of|num_images|candidateCount|num_outputs|count|quantity)$/,
    { weight: 'likely', says: 'It multiplies what the call costs.' },
  ],
  [/^(?:service_tier|tier|priority|speed)$/, { weight: 'likely', says: 'Each tier has its own price and limits.' }],
  [
    /^(?:amount|currency|customer|payment_method|payment_method_types|price|source|card|invoice|subscription)$/,
    { weight: 'likely', says: 'It decides what is charged, and whom.' },
  ],
  [
    /^(?:size|quality|resolution|duration|steps|width|height)$/,
    { weight: 'likely', says: 'It decides what the call costs, and plans limit it.' },
  ],
  [
    /^(?:provider|route|models|fallbacks|transforms|plugins)$/,
    { weight: 'possible', says: 'The call may be routed to somebody else, at another price.' },
  ],
  [/^(?:stream|stream_options)$/, { weight: 'possible', says: 'A streamed answer takes another way through gateways and clients.' }],
  [
    /^(?:tools|tool_choice|functions|function_call|response_format|parallel_tool_calls|text|output_config)$/,
    { weight: 'possible', says: 'Not every model takes it, and definitions of tools count as input.' },
  ],
  [
    /^(?:reasoning|reasoning_effort|thinking)$/,
    { weight: 'possible', says: 'Reasoning is paid for as output, and not every model takes it.' },
  ],
  [
    /^(?:messages|prompt|input|inputs|contents|instructions|system|systemInstruction|system_instruction|query|documents|texts)$/,
    { weight: 'minor', says: 'Content matters by its length, or where a policy refuses it.' },
  ],
  [
    /^(?:user|metadata|seed|id|request_id|session_id|safety_identifier|prompt_cache_key|description)$/,
    { weight: 'minor', says: 'It rarely decides whether a call is taken.' },
  ],
];
const OTHER: Meaning = { weight: 'possible', says: 'The API may refuse it, or want it.' };
/** In which vendors put the settings of a call. */
const SETTINGS = /^(?:generationConfig|generation_config|inferenceConfig|parameters|options|textGenerationConfig)$/;

type State = { differences: Difference[]; nodes: number; isCut: boolean };
type Path = readonly (string | number)[];

/** What differs in the bodies, without the model, which the caller compares; `warnings` say what could not be compared. */
export function bodyDifferences(
  good: HttpRequest,
  bad: HttpRequest,
  sizeMatters: boolean,
): { differences: Difference[]; warnings: string[] } {
  const unseen = [
    ...(isUnseen(good) ? ['The good call had a body that its input does not show.'] : []),
    ...(isUnseen(bad) ? ['The failing call had a body that its input does not show.'] : []),
  ];
  if (unseen.length > 0) return { differences: [], warnings: unseen };
  const one = good.body ?? '';
  const other = bad.body ?? '';
  if (one === other) return { differences: [], warnings: [] };
  if (one === '' || other === '') {
    const lacks = {
      part: 'request' as const,
      where: 'request.body',
      name: 'body',
      weight: 'likely' as const,
      ...(one !== '' && { good: size(bytesOf(one)) }),
      ...(other !== '' && { bad: size(bytesOf(other)) }),
      says: 'One call has a body and the other has none.',
    };
    return { differences: [lacks], warnings: [] };
  }
  const state: State = { differences: [], nodes: 0, isCut: false };
  const values = [membersOf(good), membersOf(bad)];
  if (values[0] !== undefined && values[1] !== undefined) walk(values[0], values[1], [], state);
  else if (!isMultipart(good) && !isMultipart(bad))
    state.differences.push({
      part: 'request',
      where: 'request.body',
      name: 'body',
      weight: values[0] === undefined && values[1] === undefined ? 'possible' : 'likely',
      ...excerpts(one, other),
      says: values[0] === values[1] ? 'The bodies are compared as text.' : 'One body is well-formed and the other is not.',
    });
  return {
    differences: [...state.differences, ...sizeDifference(bytesOf(one), bytesOf(other), sizeMatters)],
    warnings: state.isCut ? ['The bodies differ in more than is listed here.'] : [],
  };
}

/** A body that was sent, by its length or its type, and that the input leaves out, as curl -v does. */
export const isUnseen = ({ headers, body }: HttpRequest): boolean =>
  body === undefined &&
  (Number(header(headers, 'content-length') ?? 0) > 0 ||
    header(headers, 'transfer-encoding') !== undefined ||
    (header(headers, 'content-type') !== undefined && header(headers, 'content-length') === undefined));

const mediaType = ({ headers }: HttpRequest): string => header(headers, 'content-type')?.toLowerCase() ?? '';
const isMultipart = (request: HttpRequest): boolean => mediaType(request).startsWith('multipart/');

/** The JSON value of a body, or a form's fields; undefined where it is neither. */
function membersOf(request: HttpRequest): unknown {
  const { body = '' } = request;
  if (body.length > LONGEST_BODY) return undefined;
  if (mediaType(request).startsWith('application/x-www-form-urlencoded') && !/^\s*[{[]/.test(body))
    return Object.fromEntries(new URLSearchParams(body.replaceAll('#', '%23')));
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function walk(good: unknown, bad: unknown, path: Path, state: State): void {
  if (good === bad) return;
  if (++state.nodes > MOST_NODES || path.length > DEEPEST || state.differences.length >= MOST_FOUND) {
    state.isCut = true;
    return;
  }
  if (Array.isArray(good) && Array.isArray(bad)) {
    // With an item more or less, the others stand at other places.
    if (good.length !== bad.length) return note(path, count(good.length, 'item'), count(bad.length, 'item'), state);
    for (let i = 0; i < good.length; i++) walk(good[i], bad[i], [...path, i], state);
    return;
  }
  if (isObject(good) && isObject(bad)) {
    for (const name of new Set([...Object.keys(good), ...Object.keys(bad)])) {
      if (path.length === 0 && name === 'model') continue;
      const below = [...path, name];
      if (!Object.hasOwn(good, name)) note(below, undefined, shown(bad[name]), state);
      else if (!Object.hasOwn(bad, name)) note(below, shown(good[name]), undefined, state);
      else walk(good[name], bad[name], below, state);
    }
    return;
  }
  if (typeof good === 'string' && typeof bad === 'string') {
    const parts = excerpts(good, bad);
    return note(path, `"${parts.good}"`, `"${parts.bad}"`, state);
  }
  note(path, shown(good), shown(bad), state);
}

function note(path: Path, good: string | undefined, bad: string | undefined, state: State): void {
  const name = path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`),
    '',
  );
  const top = path.find((part) => typeof part === 'string' && !SETTINGS.test(part));
  const { weight, says } = MEMBERS.find(([names]) => typeof top === 'string' && names.test(top))?.[1] ?? OTHER;
  state.differences.push({
    part: 'request',
    where: `request.body${name.startsWith('[') || name === '' ? '' : '.'}${name}`,
    name: name === '' ? 'body' : name,
    weight,
    ...(good !== undefined && { good }),
    ...(bad !== undefined && { bad }),
    says,
  });
}

function sizeDifference(good: number, bad: number, matters: boolean): Difference[] {
  if (Math.abs(bad - good) <= Math.max(200, good / 10)) return [];
  const isLarger = bad > good;
  const weight: Weight = !isLarger ? 'minor' : matters ? 'likely' : bad >= 2 * good ? 'possible' : 'minor';
  return [
    {
      part: 'request',
      where: 'request.body',
      name: 'body size',
      weight,
      good: size(good),
      bad: size(bad),
      says: isLarger
        ? 'A larger request costs more, and may not fit the window, the credit or a limit.'
        : 'The failing request is the smaller one.',
    },
  ];
}
