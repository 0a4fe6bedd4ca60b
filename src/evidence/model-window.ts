import type { Exchange } from '../model/exchange.ts';
import { partName, type ModelWindow } from '../model/context-parts.ts';
import type { LocalProbe } from '../model/probe.ts';
import { modelRequestOf, type ModelRequest } from '../parse/model-request.ts';
import { countParts, loadCounter } from './world/count-tokens.ts';

/** The data come with the package and are of the day on which this version of it was published. */
export const DATA = { package: '@pydantic/genai-prices', version: '0.1.8', at: '2026-09-23' };
const SOURCE = 'https://github.com/pydantic/genai-prices';

/** Models that count by o200k: OpenAI's since GPT-4o. Others have vocabularies of their own. */
const O200K = /(?:^|[/:])(?:chatgpt-4o|gpt-4o|gpt-4\.[15]|gpt-[5-9]|gpt-oss|o[1-9])(?=[-:.]|$)/;

export default {
  title: "The model's context window",
  explains:
    `Looks up the model's context window in the data of ${DATA.package} (of ${DATA.at}), which come with this tool; nothing is sent. ` +
    'A model that is not in them may exist all the same. Where the package gpt-tokenizer is installed beside this tool, the texts ' +
    'of a request to a model of OpenAI are counted exactly.',
  async look({ exchange }, _machine, signal) {
    const request = modelRequestOf(exchange.request);
    if (request?.model === undefined) return { skip: 'the input shows no request to a model' };
    const { model } = request;
    const tokens = await windowOf(model, exchange.request?.url);
    const parts =
      isAboutSize(exchange) && O200K.test(model.toLowerCase()) ? await countParts(textsOf(request), loadCounter, signal) : undefined;
    if (tokens === undefined && !parts) return { skip: `no window is known of this model as of ${DATA.at}, which says nothing against it` };
    return {
      model,
      ...(tokens !== undefined && { window: { tokens, known: `as known on ${DATA.at}`, source: SOURCE } }),
      ...(parts && { counted: { vocabulary: 'o200k', parts } }),
    };
  },
} satisfies LocalProbe<ModelWindow>;

/** Whether the answer may be about size: the vocabulary takes a hundred megabytes, and an estimate does for everything else. */
const isAboutSize = ({ response, text, toldStatus }: Exchange): boolean =>
  (response?.status ?? toldStatus) === 413 || /token|context|too (?:long|large)|length/i.test(`${response?.body ?? ''}${text ?? ''}`);

const textsOf = ({ parts, isTooLarge }: ModelRequest): Map<string, string[]> =>
  new Map(isTooLarge ? [] : parts.map((part) => [partName(part), part.texts]));

/** The window of a model of the vendor that was called; of the model by its name alone where the host is another's. */
async function windowOf(model: string, url: string | undefined): Promise<number | undefined> {
  const { calcPrice } = await import('@pydantic/genai-prices');
  const name = model.slice(0, 200);
  const bare = name.slice(name.lastIndexOf('/') + 1).replace(/^ft:([^:]+):.*$/, '$1');
  const providerApiUrl = url?.replace(/[?#].*$/s, '').slice(0, 2000);
  const tries = [...(providerApiUrl === undefined ? [] : [{ id: name, options: { providerApiUrl } }]), { id: name }, { id: bare }];
  for (const { id, options } of tries as { id: string; options?: { providerApiUrl: string } }[]) {
    const tokens = windowIn(() => calcPrice({}, id, options));
    if (tokens !== undefined) return tokens;
  }
  return undefined;
}

/** The package throws where a price cannot be worked out, which is not what it is asked for. */
function windowIn(find: () => { model: { context_window?: number } } | null): number | undefined {
  try {
    return find()?.model.context_window;
  } catch {
    return undefined;
  }
}
