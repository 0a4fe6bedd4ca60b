import type { Provider } from '../model/provider.ts';

const LIMITATION = 'https://help.mailgun.com/hc/en-us/articles/115001124753-Account-Sending-Limitation';
const RECIPIENTS = 'https://help.mailgun.com/hc/en-us/articles/217531258-Authorized-Recipients';

export default {
  title: 'Mailgun',
  kind: 'vendor',
  hosts: ['api.mailgun.net', 'api.eu.mailgun.net'],
  keys: [
    {
      pattern: '[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{8}',
      means: 'Mailgun API key',
      sample: '0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a-00000000-00000000',
    },
  ],
  keyEnvironment: ['MAILGUN_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: [
    'is not allowed to send:',
    'api.mailgun.net',
    '.mailgun.org',
    'documentation.mailgun.com',
    'help.mailgun.com',
    'mailgun account',
    'mailgun.client',
    'mailgunexception',
  ],
  names: ['mailgun'],
  links: {
    billing: 'https://app.mailgun.com/settings/billing',
    keys: 'https://app.mailgun.com/settings/api_security',
    errors: 'https://documentation.mailgun.com/docs/mailgun/api-reference/intro/',
    support: 'https://help.mailgun.com',
  },
  statusPage: { page: 'https://status.mailgun.com', api: { kind: 'statuspage', url: 'https://status.mailgun.com/api/v2/summary.json' } },
  rules: [
    {
      when: { message: /\bfree accounts are for test purposes only\b/i },
      cause: 'plan-required',
      note: 'A free account sends to authorised recipients only: add the address there, or upgrade the account.',
      source: RECIPIENTS,
    },
    {
      when: { message: 'sandbox subdomains are for test purposes only' },
      cause: 'permission-denied',
      note: 'A sandbox domain sends to authorised recipients only: add the address there, or send from a domain of your own.',
      source: RECIPIENTS,
    },
    {
      when: { message: /\b(?:recipient|message|sending) limit exceeded, try again after\b/i },
      cause: 'rate-limited',
      note: 'The account or domain has a limit of messages per hour; the answer says when it ends.',
      source: LIMITATION,
    },
    {
      when: { message: 'custom message limit' },
      cause: 'spend-limit-reached',
      note: 'The message limit that the account set for itself is reached: its owner raises it, or the new month does.',
      source: 'https://help.mailgun.com/hc/en-us/articles/4402611589915-Configuring-the-account-custom-message-limit',
    },
    {
      when: { message: 'please activate your mailgun account' },
      cause: 'permission-denied',
      note: 'The account is not activated: follow the link in the mail from Mailgun.',
      source: 'https://github.com/Monstarrrr/rebutify/issues/162',
    },
    {
      when: { message: /\bdomain (?:\S{1,100} )?is (?:unverified|disabled)\b|\bdomain is (?:unverified|disabled)\b/i },
      cause: 'permission-denied',
      note: 'The sending domain is not verified, or Mailgun turned it off for bounces and complaints.',
      source: 'https://help.mailgun.com/hc/en-us/articles/202051664-My-domain-has-been-disabled-Now-what',
      alternatives: ['account-disabled'],
    },
    {
      when: { status: 401 },
      cause: 'credentials-invalid',
      note: 'The key is wrong, or the domain is in the other region: api.mailgun.net is the US, api.eu.mailgun.net the EU.',
      source: 'https://documentation.mailgun.com/docs/mailgun/api-reference/intro/',
      alternatives: ['key-scope-mismatch'],
    },
  ],
} satisfies Provider;
