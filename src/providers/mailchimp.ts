import type { Provider } from '../model/provider.ts';

const GLOSSARY = 'https://mailchimp.com/developer/marketing/docs/errors/';
const TRANSACTIONAL = 'https://mailchimp.com/developer/transactional/docs/error-glossary/';

export default {
  title: 'Mailchimp',
  kind: 'vendor',
  hosts: ['.api.mailchimp.com', 'mandrillapp.com'],
  keys: [{ pattern: '[0-9a-f]{32}-us[0-9]{1,2}', means: 'Mailchimp API key', sample: '0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a-us1' }],
  keyEnvironment: ['MAILCHIMP_API_KEY', 'MAILCHIMP_SERVER_PREFIX', 'MANDRILL_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['api.mailchimp.com', 'mailchimp.com/', 'mandrillapp.com', 'mailchimp_marketing', 'mailchimp_transactional', 'mandrill::'],
  names: ['mailchimp', 'mandrill'],
  links: {
    billing: 'https://admin.mailchimp.com/account/billing/',
    keys: 'https://admin.mailchimp.com/account/api/',
    errors: GLOSSARY,
    support: 'https://mailchimp.com/contact/',
  },
  statusPage: { page: 'https://status.mailchimp.com' },
  knownGood: {
    method: 'GET',
    url: 'https://us1.api.mailchimp.com/3.0/ping',
    says: "The key is valid; put the key's own data centre (the part after the dash) in place of us1.",
    source: 'https://mailchimp.com/developer/marketing/api/ping/',
  },
  rules: [
    {
      when: { code: 'PaymentRequired' },
      cause: 'plan-required',
      note: 'The feature is for paying accounts of Mailchimp Transactional.',
      source: TRANSACTIONAL,
    },
    { when: { message: /\brequested feature requires payment\b/i }, cause: 'plan-required', source: TRANSACTIONAL },
    { when: { code: 'Invalid_Key' }, cause: 'credentials-invalid', source: TRANSACTIONAL },
    { when: { message: /\bapi ?key ?missing\b/i }, cause: 'credentials-missing', source: GLOSSARY },
    {
      when: { message: /\bapi ?key ?invalid\b|\byour api key may be invalid\b/i },
      cause: 'credentials-invalid',
      note: "The key is wrong, or the host's prefix is not its data centre (the part of the key after the dash).",
      source: GLOSSARY,
      alternatives: ['key-scope-mismatch'],
    },
    {
      when: { message: /\bwrong ?data ?cent(?:er|re)\b/i },
      cause: 'key-scope-mismatch',
      note: "The host's prefix must be the key's data centre: the part of the key after the dash.",
      source: GLOSSARY,
    },
    { when: { message: /\buser ?disabled\b/i }, cause: 'account-disabled', note: 'The account is closed or suspended.', source: GLOSSARY },
    {
      when: { message: /\bcompliance ?related\b/i },
      cause: 'permission-denied',
      note: 'The contact unsubscribed or was removed: only the contact can come back, by a form.',
      source: GLOSSARY,
    },
    { when: { message: /\bmember exists\b/i }, cause: 'conflict', source: GLOSSARY },
    { when: { status: 429 }, cause: 'rate-limited', note: 'There may be ten connections at once.', source: GLOSSARY },
  ],
} satisfies Provider;
