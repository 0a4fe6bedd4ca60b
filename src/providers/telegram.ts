import type { Provider } from '../model/provider.ts';

const API = 'https://core.telegram.org/bots/api#making-requests';
const FAQ = 'https://core.telegram.org/bots/faq';

export default {
  title: 'Telegram Bot API',
  kind: 'vendor',
  hosts: ['api.telegram.org'],
  keys: [],
  keyEnvironment: ['TELEGRAM_BOT_TOKEN', 'TELEGRAM_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: [
    'api.telegram.org',
    'core.telegram.org',
    'telegram.error.',
    'telegram.ext',
    'telegrambadrequest',
    'aiogram.exceptions',
    'terminated by other getupdates request',
    'bot was blocked by the user',
  ],
  names: ['telegram bot api'],
  links: {
    errors: 'https://core.telegram.org/bots/api#making-requests',
    limits: 'https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this',
    support: 'https://core.telegram.org/bots/faq',
  },
  rules: [
    {
      when: { message: 'BALANCE_TOO_LOW' },
      cause: 'credits-exhausted',
      note: 'The balance of Telegram Stars is too low.',
      source: 'https://core.telegram.org/api/stars',
    },
    { when: { message: 'PREMIUM_ACCOUNT_REQUIRED' }, cause: 'plan-required', source: 'https://core.telegram.org/api/premium' },
    {
      when: { message: 'too many requests: retry after' },
      cause: 'rate-limited',
      note: 'parameters.retry_after says how many seconds; a chat takes about one message a second, a group twenty a minute.',
      source: FAQ,
    },
    {
      when: { message: 'bot was blocked by the user' },
      cause: 'permission-denied',
      note: 'The user blocked the bot: only the user can undo that.',
      source: API,
    },
    {
      when: {
        message:
          /\bbot was kicked\b|\bbot can't (?:initiate conversation|send messages)\b|\bbot is not a member\b|\bhave no rights to send\b|\bnot enough rights\b/i,
      },
      cause: 'permission-denied',
      source: API,
    },
    { when: { message: 'user is deactivated' }, cause: 'not-found', source: API },
    {
      when: { message: 'terminated by other getUpdates request' },
      cause: 'conflict',
      note: 'Two programs ask for updates with the same token: only one may.',
      source: API,
    },
    {
      when: { message: 'while webhook is active' },
      cause: 'conflict',
      note: 'Delete the webhook first: updates come by webhook or by getUpdates.',
      source: 'https://core.telegram.org/bots/api#getupdates',
    },
    { when: { message: 'chat not found' }, cause: 'not-found', note: 'The id is wrong, or the bot has never met this chat.', source: API },
    {
      when: { message: /\bunauthorized\b/i },
      cause: 'credentials-invalid',
      note: 'The token was revoked or is wrong: ask @BotFather.',
      source: API,
    },
    {
      when: { status: 404 },
      cause: 'credentials-invalid',
      note: 'The token stands in the path: a malformed one, or a method that does not exist, is answered with 404.',
      source: API,
      alternatives: ['not-found'],
    },
  ],
} satisfies Provider;
