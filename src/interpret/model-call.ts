/** What a request body asks of a model: which one, how much output at most, and about how much input it brings. */
import type { HttpRequest } from '../model/exchange.ts';
import { estimateTokens, type TokenRange } from './tokens.ts';

export type ModelCall = {
  model?: string;
  /** The member that limits the output, by the name it has in this body, and its value. */
  outputLimit?: { name: string; value: number };
  /** An estimate of the input's text. Undefined where the body brings none. */
  input?: TokenRange;
  /** Images, sounds and files inside the input, which the estimate leaves out. */
  media: number;
};

/** A longer body is not parsed: its text is no more than a guess then, and a diagnosis must not wait for it. */
const LONGEST_BODY = 16 * 1024 * 1024;
const MOST_NODES = 50_000;
const DEEPEST = 40;

const OUTPUT_LIMITS = ['max_completion_tokens', 'max_output_tokens', 'max_tokens', 'maxOutputTokens', 'maxTokens', 'max_new_tokens'];
/** Where vendors put such members when they do not stand on top: Gemini, Bedrock, Hugging Face. */
const SETTINGS = ['generationConfig', 'generation_config', 'inferenceConfig', 'parameters', 'options'];
const INPUTS = [
  'messages',
  'prompt',
  'input',
  'inputs',
  'instructions',
  'system',
  'systemInstruction',
  'system_instruction',
  'contents',
  'tools',
  'functions',
  'documents',
  'query',
];
/** The role words, brackets and names around each piece of text cost a few tokens each. */
const AROUND = { low: 0, high: 6 };

type Members = Record<string, unknown>;

/** Reads the body of a request to a model. Undefined where there is none, or where it is not a JSON object that names model, prompt or limit. */
export function modelCallOf(request: HttpRequest | undefined): ModelCall | undefined {
  const body = jsonObject(request?.body);
  const inUrl = modelInUrl(request?.url);
  if (!body) return inUrl === undefined ? undefined : { model: inUrl, media: 0 };
  const model = typeof body['model'] === 'string' ? body['model'] : inUrl;
  const outputLimit = outputLimitOf(body);
  const count = { low: 0, high: 0, nodes: 0, texts: 0, media: 0 };
  for (const name of INPUTS) if (name in body) countText(body[name], 0, count);
  if (model === undefined && !outputLimit && count.texts === 0) return undefined;
  return {
    ...(model !== undefined && { model }),
    ...(outputLimit && { outputLimit }),
    ...(count.texts > 0 && count.nodes <= MOST_NODES && { input: { low: Math.floor(count.low), high: Math.ceil(count.high) } }),
    media: count.media,
  };
}

function jsonObject(body: string | undefined): Members | undefined {
  if (body === undefined || body.length > LONGEST_BODY) return undefined;
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : undefined;
  } catch {
    return undefined;
  }
}

/** Gemini, Azure OpenAI and Bedrock name the model in the path. */
function modelInUrl(url: string | undefined): string | undefined {
  return /\/(?:models|deployments|model)\/([\w.%-]{1,120}?)(?=[:/?#]|$)/.exec(url?.slice(0, 4096) ?? '')?.[1];
}

function outputLimitOf(body: Members): ModelCall['outputLimit'] {
  for (const holder of [body, ...SETTINGS.map((name) => body[name])]) {
    if (typeof holder !== 'object' || holder === null) continue;
    for (const name of OUTPUT_LIMITS) {
      const value = (holder as Members)[name];
      if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return { name, value };
    }
  }
  return undefined;
}

type Count = { low: number; high: number; nodes: number; texts: number; media: number };

function countText(value: unknown, depth: number, count: Count): void {
  if (++count.nodes > MOST_NODES || depth > DEEPEST) return;
  if (typeof value === 'string') return countString(value, count);
  if (typeof value !== 'object' || value === null) return;
  const isMedia = !Array.isArray(value) && mediaType(value as Members);
  for (const name in value) {
    const member = (value as Members)[name];
    if (isMedia && typeof member === 'string' && member.length > 64) count.media++;
    else countText(member, depth + 1, count);
  }
}

/** `{"media_type": "image/png", "data": …}` and what other vendors call the same. */
function mediaType(value: Members): boolean {
  const type = value['media_type'] ?? value['mimeType'] ?? value['mime_type'] ?? value['format'];
  return typeof type === 'string' && ('data' in value || 'file_data' in value);
}

function countString(text: string, count: Count): void {
  if (/^data:[\w.+-]+\/[\w.+-]+[;,]/.test(text.slice(0, 200))) {
    count.media++;
    return;
  }
  const tokens = estimateTokens(text);
  count.low += tokens.low + AROUND.low;
  count.high += tokens.high + AROUND.high;
  count.texts++;
}
