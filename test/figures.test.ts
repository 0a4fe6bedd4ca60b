/** The figures of an error's words: what was asked, what there is, what would fit. */
import { describe, expect, test } from 'vitest';
import { figuresOf, waitInWords } from '../src/interpret/figures.ts';

const read = (value: string): Record<string, string> =>
  Object.fromEntries(
    figuresOf([{ where: 'text', value }]).map(({ name, value: number, unit }) => [
      name,
      `${number}${unit === undefined ? '' : ` ${unit}`}`,
    ]),
  );

describe('figures in the words of vendors', () => {
  test.each([
    [
      'prepaid credits that buy fewer tokens',
      'You requested up to 8000 tokens, but can only afford 1234 tokens.',
      { requested: '8000 tokens', affordable: '1234 tokens', fits: '1234 tokens' },
    ],
    [
      'a context window, and the room that the input leaves',
      "This model's maximum context length is 8192 tokens. However, your messages resulted in 7192 tokens (and 2000 in the completion).",
      { limit: '8192 tokens', input: '7192 tokens', output: '2000 tokens', fits: '1000 tokens' },
    ],
    [
      'tokens per minute: nothing fits into what is no context window',
      'Rate limit reached on tokens per minute (TPM): Limit 30000, Used 29000, Requested 4000. Please try again in 6s.',
      { limit: '30000 tokens', used: '29000 tokens', requested: '4000 tokens', window: '60 seconds' },
    ],
    [
      'requests per day',
      'Rate limit reached on requests per day (RPD): Limit 200, Used 200, Requested 1.',
      { limit: '200 requests', used: '200 requests', requested: '1 requests', window: '86400 seconds' },
    ],
    [
      'money in the words of a gateway',
      'Budget has been exceeded! Current cost: 12.75, Max budget: 12.5',
      { used: '12.75', limit: '12.5' },
    ],
    ['money with its sign', 'Current balance: $0.02, required: $0.10', { remaining: '0.02 USD', requested: '0.1 USD' }],
    [
      'Chinese, with a wide dollar sign',
      '预扣费额度失败, 用户剩余额度: ＄1.25, 需要预扣费额度: ＄2.50',
      { remaining: '1.25 USD', requested: '2.5 USD' },
    ],
    ['a debt', '用户额度不足, 剩余额度: ＄-0.5', { remaining: '-0.5 USD' }],
    ['credits', 'This request costs 7 credits but you only have 3', { requested: '7 credits', remaining: '3 credits' }],
    [
      'a plan, as a fraction',
      'Monthly limit of the plan reached (5000/5000 requests)',
      { used: '5000 requests', limit: '5000 requests', window: '2592000 seconds' },
    ],
    ['used of all', 'You have used 1,000 of your 1,000 requests', { used: '1000 requests', limit: '1000 requests' }],
  ])('%s', (_name, text, figures) => {
    expect(read(text)).toEqual(figures);
  });

  test('two windows in one message name none', () => {
    expect(read('Limit 100 requests per minute and 2000 requests per day')).not.toHaveProperty('window');
  });

  test.each(['Error 402', 'see https://example.com/errors/402', 'No figures here'])('no figures: %s', (text) => {
    expect(read(text)).toEqual({});
  });
});

describe('when waiting ends', () => {
  const now = new Date('2026-11-20T12:00:00Z');
  test.each([
    ['Please try again in 6m0s.', { seconds: 360 }],
    ['You will regain access on 2026-12-01 at 00:00 UTC.', { seconds: 907_200, at: '2026-12-01T00:00:00.000Z' }],
  ])('%s', (value, expected) => {
    expect(waitInWords([{ where: 'text', value }], now)).toMatchObject(expected);
  });
});
