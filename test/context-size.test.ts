/** Tokens of a request by its parts: what each vendor's body holds, what images cost, and how little is looked at for it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, test } from 'vitest';
import { DATA } from '../src/evidence/model-window.ts';
import { countParts, loadCounter, LONGEST_RUN, piecesOf } from '../src/evidence/world/count-tokens.ts';
import { breakdown, rounded, scaleTo } from '../src/interpret/context-cut.ts';
import { imageTokens } from '../src/interpret/image-tokens.ts';
import { contextOf, modelCallOf, type Context } from '../src/interpret/model-call.ts';
import { estimateTokens } from '../src/interpret/tokens.ts';
import { partName } from '../src/model/context-parts.ts';
import { imageSizeOf } from '../src/parse/image-size.ts';
import { root } from './support/units.ts';

const PROSE = 'The account has no credits left, so the call was refused, and the next one will be refused too. ';

const base64 = (...bytes: number[]): string => Buffer.from([...bytes, ...Array<number>(600).fill(0)]).toString('base64');
const ascii = (text: string): number[] => [...text].map((char) => char.charCodeAt(0));
const big4 = (value: number): number[] => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
const big2 = (value: number): number[] => [value >>> 8, value & 255];
const little2 = (value: number): number[] => [value & 255, value >>> 8];

const png = (width: number, height: number): string =>
  base64(0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a, ...big4(13), ...ascii('IHDR'), ...big4(width), ...big4(height), 8, 6, 0, 0, 0);
const gif = (width: number, height: number): string => base64(...ascii('GIF89a'), ...little2(width), ...little2(height));
const jpeg = (width: number, height: number, before = 300): string => {
  const metadata = [0xff, 0xd8, 0xff, 0xe1, ...big2(before + 2), ...Array<number>(before).fill(0x41)];
  const frame = [0xff, 0xdb, 0, 4, 0, 0, 0xff, 0xc2, 0, 17, 8, ...big2(height), ...big2(width)];
  return base64(...metadata, ...frame);
};
const webp = (kind: string, ...bytes: number[]): string => base64(...ascii('RIFF'), 0, 0, 0, 0, ...ascii(`WEBP${kind}`), ...bytes);

const post = (body: unknown, url = 'https://api.example.com/v1') => ({
  method: 'POST',
  url,
  headers: [],
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
const contextIn = (body: unknown, url?: string): Context => contextOf(post(body, url)).context!;
const names = ({ parts }: Context): string[] => parts.map(partName);

describe('the parts of a body', () => {
  const image = png(800, 600);
  const text = 'What is it?';
  test.each<[string, object, string[], Partial<Context['uncounted']>?]>([
    [
      'OpenAI Chat',
      {
        messages: [
          { role: 'developer', content: 'Be short.' },
          {
            role: 'user',
            content: [
              { type: 'text', text },
              { type: 'image_url', image_url: { url: `data:image/png;base64,${image}` } },
            ],
          },
          {
            role: 'assistant',
            content: null,
            tool_calls: [{ id: 'c', type: 'function', function: { name: 'find', arguments: '{"a":1}' } }],
          },
          { role: 'user', content: [{ type: 'file', file: { filename: 'a.pdf', file_data: 'data:application/pdf;base64,JVBERi0xLjc=' } }] },
        ],
        tools: [{ type: 'function', function: { name: 'find', parameters: {} } }],
      },
      ['tools', 'system', 'turn 2', 'turn 3', 'turn 4', 'images'],
      { files: 1 },
    ],
    [
      'OpenAI Responses',
      {
        instructions: 'Be short.',
        input: [
          {
            role: 'user',
            content: [
              { type: 'input_text', text },
              { type: 'input_image', image_url: `data:image/png;base64,${image}` },
            ],
          },
          { type: 'function_call_output', call_id: 'c', output: 'nothing' },
          { role: 'user', content: [{ type: 'input_file', file_id: 'file-0123456789' }] },
        ],
        text: { format: { type: 'json_schema', name: 'answer', schema: { type: 'object' } } },
      },
      ['system', 'tools', 'turn 1', 'turn 2', 'images'],
      { files: 1 },
    ],
    [
      'Anthropic Messages',
      {
        system: [{ type: 'text', text: 'Be short.', cache_control: { type: 'ephemeral' } }],
        messages: [
          {
            role: 'user',
            content: [
              { type: 'image', source: { type: 'base64', media_type: 'image/png', data: image } },
              { type: 'image', source: { type: 'url', url: 'https://example.com/a.png' } },
              { type: 'document', source: { type: 'base64', media_type: 'application/pdf', data: 'JVBERi0xLjcK'.repeat(9) } },
              { type: 'document', source: { type: 'text', media_type: 'text/plain', data: PROSE } },
            ],
          },
          { role: 'assistant', content: [{ type: 'tool_use', id: 't', name: 'find', input: { order: '12' } }] },
          { role: 'user', content: [{ type: 'tool_result', tool_use_id: 't', content: [{ type: 'text', text }] }] },
        ],
        tools: [{ name: 'find', input_schema: { type: 'object' } }],
      },
      ['system', 'tools', 'turn 1', 'turn 2', 'turn 3', 'images'],
      { images: 1, files: 1 },
    ],
    [
      'Gemini generateContent',
      {
        systemInstruction: { parts: [{ text: 'Be short.' }] },
        contents: [
          { role: 'user', parts: [{ text }, { inlineData: { mimeType: 'image/png', data: image } }] },
          { role: 'model', parts: [{ functionCall: { name: 'find', args: { order: '12' } } }] },
          { role: 'user', parts: [{ fileData: { mimeType: 'video/mp4', fileUri: 'https://example.com/a.mp4' } }] },
        ],
        tools: [{ functionDeclarations: [{ name: 'find' }] }],
      },
      ['system', 'tools', 'turn 1', 'turn 2', 'images'],
      { files: 1 },
    ],
    [
      'Bedrock Converse',
      {
        system: [{ text: 'Be short.' }],
        messages: [
          {
            role: 'user',
            content: [
              { text },
              { image: { format: 'png', source: { bytes: image } } },
              { document: { format: 'pdf', name: 'a', source: { bytes: 'JVBERi0xLjcK'.repeat(9) } } },
            ],
          },
          { role: 'assistant', content: [{ toolUse: { toolUseId: 't', name: 'find', input: { order: '12' } } }] },
        ],
        toolConfig: { tools: [{ toolSpec: { name: 'find' } }] },
      },
      ['system', 'tools', 'turn 1', 'turn 2', 'images'],
      { files: 1 },
    ],
    ['Bedrock InvokeModel of Titan', { inputText: text, textGenerationConfig: { maxTokenCount: 512 } }, ['turn 1']],
    [
      'Cohere, first version',
      { preamble: 'Be short.', chat_history: [{ role: 'USER', message: 'Hello.' }], message: text, documents: [{ text: PROSE }] },
      ['system', 'files', 'turn 1', 'turn 2'],
    ],
    [
      'Mistral',
      {
        messages: [
          {
            role: 'user',
            content: [
              { type: 'text', text },
              { type: 'document_url', document_url: 'https://example.com/a.pdf' },
            ],
          },
        ],
      },
      ['turn 1'],
      { files: 1 },
    ],
    ['Ollama chat', { messages: [{ role: 'user', content: text, images: [image] }], options: { num_ctx: 2048 } }, ['turn 1', 'images']],
    ['Ollama generate', { system: 'Be short.', prompt: text, images: [image] }, ['system', 'turn 1', 'images']],
  ])('%s', (_name, members, parts, uncounted = {}) => {
    const context = contextIn({ model: 'gpt-4o', ...members });
    expect(names(context)).toEqual(parts);
    expect(context.uncounted).toEqual({ images: 0, files: 0, ...uncounted });
    expect(context.total.low).toBeGreaterThan(0);
    // 800 by 600 are two by two tiles.
    const images = context.parts.find(({ kind }) => kind === 'images');
    if (images) expect(images.tokens).toEqual({ low: 765, high: 765 });
  });

  test.each([
    ['options', { options: { num_predict: 99 } }, 'num_predict'],
    ['textGenerationConfig', { textGenerationConfig: { maxTokenCount: 99 } }, 'maxTokenCount'],
    ['the top', { max_gen_len: 99 }, 'max_gen_len'],
  ])('the limit of the output in %s', (_name, members, name) => {
    expect(modelCallOf(post({ prompt: 'Hello.', ...members }))?.outputLimit).toEqual({ name, value: 99 });
  });

  test('a model in the path is named as its vendor names it', () => {
    const url = 'https://bedrock-runtime.us-east-1.amazonaws.com/model/example.model-v2%3A0/converse';
    expect(modelCallOf(post({}, url))?.model).toBe('example.model-v2:0');
  });

  test('data are no text, and base64 that stands as text is', () => {
    const data = Buffer.from(PROSE.repeat(200)).toString('base64');
    const asFile = contextIn({
      messages: [
        {
          content: [
            { type: 'text', text: 'Hello.' },
            { type: 'file', file: { file_data: data } },
          ],
        },
      ],
    });
    expect(asFile.total.high).toBeLessThan(50);
    expect(contextIn({ prompt: data }).total.low).toBeGreaterThan(1000);
  });

  test('input that the request does not show is told', () => {
    expect(contextIn({ input: 'Go on.', previous_response_id: 'resp_0' }).unseen).toEqual(['previous_response_id']);
    expect(contextIn({ prompt: 'Go on.', context: [] }).unseen).toEqual([]);
  });

  test('a body that is cut off shows what it holds', () => {
    const messages = [1, 2, 3].map((i) => ({ role: 'user', content: PROSE.repeat(i * 10) }));
    const whole = JSON.stringify({ model: 'm', messages });
    const context = contextIn(whole.slice(0, -1000));
    expect(context.isCut).toBe(true);
    expect(names(context)).toEqual(['turn 1', 'turn 2', 'turn 3']);
    expect(context.parts[0]).toEqual(contextIn(whole).parts[0]);
    expect(context.total.high).toBeLessThan(contextIn(whole).total.high);
  });

  test('a body that is cut off inside an image is not as long as the image', () => {
    const url = `data:image/png;base64,${png(800, 600)}${'AAAA'.repeat(1_000_000)}`;
    const body = JSON.stringify({
      model: 'gpt-4o',
      messages: [{ role: 'user', content: [{ type: 'image_url', image_url: { url } }, PROSE] }],
    });
    const context = contextIn(body.slice(0, 3_000_000));
    expect(context.isCut).toBe(true);
    expect(context.total).toEqual({ low: 765, high: 765 });
  });

  test('a body that is no JSON is estimated by its characters', () => {
    const context = contextIn(PROSE.repeat(100));
    expect(names(context)).toEqual(['body']);
    expect(context.total).toEqual(estimateTokens(PROSE.repeat(100)));
    expect(contextOf(post('')).context).toBeUndefined();
  });

  test('more than is looked at is estimated as a whole', () => {
    const { context } = contextOf(post({ model: 'm', messages: Array<string>(60_000).fill('a') }));
    expect(context?.parts.map(partName)).toEqual(['body']);
  });
});

describe('images', () => {
  test.each([
    ['PNG', png(1024, 768)],
    ['GIF', gif(1024, 768)],
    ['JPEG', jpeg(1024, 768)],
    ['JPEG behind much metadata', jpeg(1024, 768, 60_000)],
    ['WebP, lossy', webp('VP8 ', ...Array<number>(10).fill(0), ...little2(1024), ...little2(768))],
    ['WebP, lossless', webp('VP8L', 0, 0, 0, 0, 0x2f, 0xff, 0xc3, 0xbf, 0x00)],
    ['WebP, extended', webp('VP8X', 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 3, 0, 0xff, 2, 0)],
  ])('the size of a %s stands in its head', (_name, data) => {
    const looked = { characters: 0 };
    expect(imageSizeOf(data, looked)).toEqual({ width: 1024, height: 768 });
    expect(looked.characters).toBeLessThan(200);
  });

  test('whatever it is, little of it is looked at', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 2000 }),
        fc.constantFrom('', 'iVBORw0KGgo', '/9j/4AAQ', 'R0lGODlh', 'UklGR'),
        (bytes, head) => {
          const looked = { characters: 0 };
          const size = imageSizeOf(head + Buffer.from(bytes).toString('base64'), looked);
          expect(looked.characters).toBeLessThanOrEqual(65 * 44);
          if (size) expect(Math.min(size.width, size.height)).toBeGreaterThan(0);
        },
      ),
    );
    expect(imageSizeOf('')).toBeUndefined();
    expect(imageSizeOf('https://example.com/a.png')).toBeUndefined();
  });

  test.each<[string, number, number, number, number, string?]>([
    ['gpt-4o', 1024, 1024, 765, 765],
    ['gpt-4o', 2048, 4096, 1105, 1105],
    ['gpt-4o', 4096, 8192, 85, 85, 'low'],
    ['gpt-4o-mini', 512, 512, 8500, 8500],
    ['gpt-4.1-mini', 1024, 1024, 1659, 1659],
    ['gpt-5', 512, 512, 210, 210],
    ['o3', 512, 512, 225, 225],
    ['gemini-2.0-flash', 384, 384, 258, 258],
    ['gemini-2.0-flash', 1536, 768, 516, 516],
    ['claude-sonnet-4-5', 280, 280, 100, 100],
    ['claude-sonnet-4-5', 8000, 8000, 1568, 4784],
    ['anthropic.claude-3-haiku', 280, 280, 100, 100],
    ['example-model-1', 1400, 1400, 64, 5000],
  ])('%s: %d by %d pixels', (model, width, height, low, high, detail) => {
    expect(imageTokens(model, { width, height }, detail).tokens).toEqual({ low, high });
  });

  test('a formula is from the page that it names', () => {
    expect(imageTokens('gpt-4o', { width: 9, height: 9 }).source).toMatch(/^https:\/\//);
    expect(imageTokens('example-model-1', { width: 9, height: 9 }).source).toBeUndefined();
  });
});

/** What a hostile body may be filled with. */
const filler = fc.constantFrom('a', 'A', '=', ' ', '0', '\n', '.', '，', 'é', '😀', 'ab ', 'a1', '.…', '\u0000');

describe('work', () => {
  test('a text of any length and any pattern costs no more than a page', () => {
    fc.assert(
      fc.property(filler, fc.integer({ min: 0, max: 2_000_000 }), (fill, length) => {
        const text = fill.repeat(Math.ceil(length / fill.length));
        const { context } = contextOf(post({ model: 'm', messages: [{ role: 'user', content: text }] }));
        expect(context?.work.characters ?? 0).toBeLessThanOrEqual(8192);
        expect(context?.work.pieces ?? 0).toBeLessThanOrEqual(3);
      }),
      { numRuns: 30 },
    );
  });

  test('100,000 times one letter: the range holds the true count', () => {
    const { work, total } = contextIn({ prompt: 'a'.repeat(100_000) });
    expect(work.characters).toBeLessThanOrEqual(8192);
    expect(total.low).toBeLessThanOrEqual(12_500);
    expect(total.high).toBeGreaterThanOrEqual(12_500);
  });

  test('an image of 5 MB costs a look at its head', () => {
    const data = png(1600, 1200) + 'QUJD'.repeat(1_750_000);
    const source = { type: 'base64', media_type: 'image/png', data };
    const { work, total } = contextIn({ model: 'claude-sonnet-4-5', messages: [{ content: [{ type: 'image', source }] }] });
    expect(work).toEqual({ characters: expect.any(Number) as number, pieces: expect.any(Number) as number });
    expect(work.characters).toBeLessThan(200);
    expect(work.pieces).toBeLessThan(20);
    expect(total.high).toBeLessThan(5000);
  });

  test('no more nodes are visited than the bound, and no more characters than the texts have', () => {
    const tree = fc.letrec((tie) => ({
      node: fc.oneof(
        { depthSize: 'medium' },
        fc.string({ maxLength: 40 }),
        fc.integer(),
        fc.array(tie('node')),
        fc.dictionary(fc.string(), tie('node')),
      ),
    })).node;
    fc.assert(
      fc.property(fc.constantFrom('messages', 'input', 'contents', 'tools', 'system', 'images'), tree, (name, value) => {
        const body = JSON.stringify({ model: 'm', [name]: value });
        const { context } = contextOf(post(body));
        expect(context?.work.characters ?? 0).toBeLessThanOrEqual(2 * body.length);
        expect(context?.work.pieces ?? 0).toBeLessThanOrEqual(body.length);
      }),
    );
    const wide = contextOf(post({ model: 'm', messages: Array<number>(2_000_000).fill(1) })).context;
    expect(wide?.work.pieces).toBeLessThanOrEqual(50_000);
  });
});

describe('counting', () => {
  const runClasses = [/[A-Za-z]+/g, /\d+/g, /[\t-\r ]+/g, /[!-/:-@[-`{-~]+/g];

  test('pieces are the whole text in order, without a long run, and not many', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(filler, fc.integer({ min: 1, max: 3000 })), { maxLength: 12 }), (fills) => {
        const text = fills.map(([fill, times]) => fill.repeat(times)).join('');
        const pieces = [...piecesOf(text)];
        expect(pieces.join('')).toBe(text);
        expect(pieces.length).toBeLessThanOrEqual(text.length / LONGEST_RUN + fills.length + 1);
        for (const piece of pieces)
          for (const run of runClasses) for (const [found] of piece.matchAll(run)) expect(found.length).toBeLessThanOrEqual(LONGEST_RUN);
      }),
      { numRuns: 40 },
    );
  });

  test('a character is never cut in two', () => {
    for (const piece of piecesOf(`a${'😀'.repeat(5000)}`)) expect(piece).toMatch(/^a?\p{Emoji}+$/u);
  });

  test('each character goes through the tokeniser once, in no piece longer than a run or a page', async () => {
    let characters = 0;
    let longest = 0;
    const load = () => (text: string) => {
      characters += text.length;
      longest = Math.max(longest, text.length);
      return 1;
    };
    await countParts(new Map([['turn 1', ['a'.repeat(100_000), '.…'.repeat(1000)]]]), load);
    expect(characters).toBe(102_000);
    expect(longest).toBeLessThanOrEqual(LONGEST_RUN);
  });

  test('what is cut is counted as the whole is', async () => {
    const code = readFileSync(join(root, 'build.mjs'), 'utf8').repeat(6);
    for (const text of [PROSE.repeat(1000), code, '调用被拒绝，因为账户余额不足。'.repeat(50)]) {
      expect(await countParts(new Map([['turn 1', [text]]]), loadCounter)).toEqual({ 'turn 1': countTokens(text) });
    }
    expect(await countParts(new Map([['system', ['<|endoftext|>']]]), loadCounter)).toEqual({ system: expect.any(Number) as number });
  });

  test('without a tokeniser, with too much text or when interrupted, nothing is counted', async () => {
    const parts = new Map([['turn 1', ['a b '.repeat(20_000)]]]);
    expect(await countParts(parts, () => undefined)).toBeUndefined();
    expect(await countParts(parts, loadCounter, AbortSignal.abort())).toBeUndefined();
    expect(await countParts(new Map([['turn 1', ['a'.repeat(2_000_001)]]]), loadCounter)).toBeUndefined();
    expect(await countParts(new Map(), loadCounter)).toBeUndefined();
  });

  test('the estimate holds the count', () => {
    const texts = [
      PROSE.repeat(200),
      readFileSync(join(root, 'build.mjs'), 'utf8'),
      readFileSync(join(root, 'package-lock.json'), 'utf8').slice(0, 60_000),
      '调用被拒绝，因为账户余额不足。请充值后再试。'.repeat(300),
      'Вызов отклонён, потому что на счёте нет средств. '.repeat(300),
      Buffer.from(PROSE.repeat(400)).toString('base64'),
      '😀🎉'.repeat(2000),
    ];
    for (const text of texts) {
      const { low, high } = estimateTokens(text);
      let count = 0;
      for (const piece of piecesOf(text)) count += countTokens(piece);
      expect([low <= count, count <= high], `${low} ${count} ${high} ${text.slice(0, 40)}`).toEqual([true, true]);
    }
  });

  test('a count takes the place of the estimate, part by part', () => {
    const request = post({
      model: 'gpt-4o',
      messages: [
        { role: 'system', content: PROSE },
        { role: 'user', content: PROSE },
      ],
    });
    const { context } = contextOf(request, { vocabulary: 'o200k', parts: { 'turn 2': 20 } });
    expect(context?.parts[1]?.tokens).toEqual({ low: 20, high: 26 });
    expect(context?.parts[0]).toEqual(contextOf(request).context?.parts[0]);
  });
});

describe('the figures in the line', () => {
  const messages = [
    { role: 'system', content: PROSE.repeat(4) },
    ...Array.from({ length: 9 }, (_, i) => ({ role: 'user', content: PROSE.repeat(i === 4 ? 400 : 20) })),
  ];
  const context = contextIn({ model: 'm', messages, tools: [{ name: 'find', description: PROSE.repeat(30) }] });

  test('name the kinds and the turn that is most of them', () => {
    expect(breakdown(context, scaleTo(context.total, undefined))).toMatch(
      /^system [\d,]+, tools [\d,]+, 9 turns [\d,]+ \(turn 6 alone [\d,]+\)$/,
    );
  });

  test('add up to the sum that the error tells', () => {
    const words = breakdown(context, scaleTo(context.total, 187_000)).replace(/\([^)]*\)/, '');
    const figures = [...words.matchAll(/(?:system|tools|turns) ([\d,]+)/g)].map(([, figure]) => Number(figure!.replaceAll(',', '')));
    expect(figures).toHaveLength(3);
    expect(Math.abs(figures.reduce((a, b) => a + b) - 187_000)).toBeLessThan(2000);
  });

  test('are no more exact than an estimate is', () => {
    expect([7.4, 99, 1234, 9849, 98_765, 176_499].map(rounded)).toEqual(['7', '99', '1,200', '9,800', '99,000', '176,000']);
  });
});

test("the data's date is that of the version that is installed", () => {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules', DATA.package, 'package.json'), 'utf8')) as { version: string };
  expect(version).toBe(DATA.version);
});
