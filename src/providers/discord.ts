import type { Provider } from '../model/provider.ts';

const CODES = 'https://discord.com/developers/docs/topics/opcodes-and-status-codes';
const LIMITS = 'https://discord.com/developers/docs/topics/rate-limits';

export default {
  title: 'Discord',
  kind: 'vendor',
  hosts: ['discord.com', 'discordapp.com', 'ptb.discord.com', 'canary.discord.com'],
  keys: [
    {
      pattern: '[MNO][A-Za-z0-9_-]{23,27}\\.[A-Za-z0-9_-]{6}\\.[A-Za-z0-9_-]{27,40}',
      means: 'Discord bot token',
      sample: 'MExample0Example0Example0.Exampl.Example0Example0Example0Exa',
    },
  ],
  keyEnvironment: ['DISCORD_TOKEN', 'DISCORD_BOT_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: ['x-ratelimit-bucket', 'x-ratelimit-global', 'x-ratelimit-scope'],
  ownWords: [
    'discord.com/developers',
    'discord.com/api',
    'discordapp.com/api',
    'discord.errors',
    'discordapierror',
    'discord.js',
    'disnake.errors',
  ],
  names: ['discord api'],
  links: { keys: 'https://discord.com/developers/applications', limits: LIMITS, errors: CODES, support: 'https://support-dev.discord.com' },
  statusPage: { page: 'https://discordstatus.com', api: { kind: 'statuspage', url: 'https://discordstatus.com/api/v2/summary.json' } },
  knownGood: {
    method: 'GET',
    url: 'https://discord.com/api/v10/users/@me',
    says: 'The token is valid, and the answer says of which bot.',
    source: 'https://discord.com/developers/docs/resources/user#get-current-user',
  },
  rules: [
    {
      when: { message: 'needs more boosts' },
      cause: 'plan-required',
      note: 'The server lacks the boosts that this feature needs.',
      source: CODES,
    },
    { when: { code: '50101' }, cause: 'plan-required', note: 'The server lacks the boosts that this feature needs.', source: CODES },
    {
      when: { message: 'you are being rate limited' },
      cause: 'rate-limited',
      note: 'retry_after says how many seconds; global: true means every route. Repeated 401, 403 and 429 answers block the address for a time.',
      source: LIMITS,
    },
    { when: { message: 'the resource is being rate limited' }, cause: 'rate-limited', source: LIMITS },
    { when: { code: ['40062', '20028', '20016', '20022'] }, cause: 'rate-limited', source: CODES },
    {
      when: { code: ['50001', '50013', '50007', '50080'] },
      cause: 'permission-denied',
      note: 'The bot lacks the permission in this channel or server, is not a member, or the user takes no messages from it.',
      source: CODES,
    },
    { when: { code: ['40001', '50014', '50025'] }, cause: 'credentials-invalid', source: CODES },
    {
      when: { message: /\b401: Unauthorized\b/i },
      cause: 'credentials-invalid',
      note: 'A bot token goes after the word Bot in Authorization.',
      source: CODES,
    },
    {
      when: { code: '40002' },
      cause: 'account-disabled',
      note: 'The account must be verified first.',
      source: CODES,
      alternatives: ['permission-denied'],
    },
    {
      when: { code: ['20001', '20002'] },
      cause: 'key-scope-mismatch',
      note: 'Bots and users have endpoints of their own, and this one is for the other.',
      source: CODES,
    },
    { when: { code: ['20009', '200000', '200001'] }, cause: 'content-refused', source: CODES },
    { when: { code: ['10003', '10004', '10008', '10011', '10013', '10015', '10062'] }, cause: 'not-found', source: CODES },
    { when: { code: '50035' }, cause: 'invalid-request', source: CODES },
    { when: { code: '40060' }, cause: 'conflict', source: CODES },
  ],
} satisfies Provider;
