import type { Provider } from '../model/provider.ts';

const NO_PAYMENT = 'https://github.com/trinodb/trino/issues/24754';
const MONITOR = 'https://github.com/appsmithorg/appsmith/issues/39303';
const POLICY = 'https://docs.snowflake.com/en/user-guide/network-policies';

export default {
  title: 'Snowflake',
  kind: 'vendor',
  hosts: ['.snowflakecomputing.com', '.snowflakecomputing.cn', 'app.snowflake.com'],
  keys: [],
  keyEnvironment: ['SNOWFLAKE_PASSWORD', 'SNOWFLAKE_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: [
    'snowflakecomputing',
    'docs.snowflake.com',
    'app.snowflake.com',
    'snowflake.connector',
    'snowflakesqlexception',
    'net.snowflake.client',
    'is suspended due to lack of payment method',
    'cannot be resumed because resource monitor',
  ],
  names: ['snowflake'],
  links: {
    billing: 'https://app.snowflake.com',
    usage: 'https://app.snowflake.com',
    errors: 'https://docs.snowflake.com/en/developer-guide/sql-api/reference',
    support: 'https://community.snowflake.com',
  },
  supportAsks: ['the account identifier', 'the query id'],
  statusPage: { page: 'https://status.snowflake.com' },
  prevention: [
    {
      says: 'Let a resource monitor notify at a part of its quota before it suspends warehouses.',
      causes: ['spend-limit-reached'],
      source: 'https://docs.snowflake.com/en/user-guide/resource-monitors',
    },
  ],
  rules: [
    {
      when: { message: 'suspended due to lack of payment method' },
      cause: 'payment-method-required',
      note: 'A trial whose time or credits have ended, or an account without a card: only its administrator can add one.',
      source: NO_PAYMENT,
    },
    {
      when: { code: '000666' },
      cause: 'payment-method-required',
      note: 'The account is suspended, mostly for want of a payment method.',
      source: 'https://github.com/xlang-ai/Spider2/issues/207',
      alternatives: ['account-past-due', 'subscription-inactive'],
    },
    {
      when: { message: /\bresource\s+monitor\b[\s\S]{0,120}?\bexceeded\s+its\s+quota\b/i },
      cause: 'spend-limit-reached',
      note: "A limit of credits that the account's administrator set for the warehouse: it comes back with the monitor's next period, or when it is raised.",
      source: MONITOR,
    },
    {
      when: { message: /\bip\b[\s\S]{0,60}?\bis\s+not\s+allowed\s+to\s+access\s+snowflake\b/i },
      cause: 'access-blocked',
      note: "The account's network policy does not have this address.",
      source: POLICY,
    },
  ],
} satisfies Provider;
