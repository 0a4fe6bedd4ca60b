import type { ErrorRule, Provider } from '../model/provider.ts';

const ERRORS = 'https://docs.venice.ai/api-reference/error-codes';
const BALANCE = 'https://docs.venice.ai/api-reference/endpoint/billing/balance';

const keyLimit: Omit<ErrorRule, 'when'> = {
  cause: 'spend-limit-reached',
  note: "The key's own limit: the account may well have a balance. Raise the limit of the key, or use another key.",
  source: ERRORS,
};

export default {
  title: 'Venice',
  kind: 'vendor',
  hosts: ['api.venice.ai'],
  keys: [],
  keyEnvironment: ['VENICE_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: ['cf-ray'],
  ownHeaders: ['x-venice-*'],
  ownWords: [
    'api.venice.ai',
    'docs.venice.ai',
    'venice.ai/settings',
    'veniceexception',
    'insufficient usd or diem balance',
    'diem spend limit exceeded',
    'its configured diem spending limit',
  ],
  names: ['venice ai', 'venice.ai', 'venice-ai', 'veniceai'],
  links: {
    billing: 'https://venice.ai/settings/api',
    keys: 'https://venice.ai/settings/api',
    errors: ERRORS,
  },
  balance: {
    url: 'https://api.venice.ai/api/v1/billing/balance',
    read: { remaining: 'balances.usd', available: 'canConsume' },
    unit: 'USD',
    needs: 'an admin key',
    note: 'the prepaid dollars only; Venice takes staked DIEM and bundled credits first',
    source: BALANCE,
  },
  rules: [
    { when: { code: ['API_KEY_DIEM_SPEND_LIMIT_EXCEEDED', 'API_KEY_USD_SPEND_LIMIT_EXCEEDED'] }, ...keyLimit },
    { when: { message: 'this api key has reached its configured' }, ...keyLimit },
    { when: { message: /\bapi key (?:diem|usd) spend limit exceeded/i }, ...keyLimit },
    {
      when: { code: 'INSUFFICIENT_BALANCE' },
      cause: 'credits-exhausted',
      source: ERRORS,
    },
    {
      when: { message: 'insufficient usd or diem balance' },
      cause: 'credits-exhausted',
      note: 'Neither the prepaid dollars nor the DIEM of the day cover this request.',
      source: ERRORS,
    },
    {
      when: { code: 'AUTHENTICATION_FAILED_INACTIVE_KEY' },
      cause: 'subscription-inactive',
      note: 'A 401 about the Pro subscription, not about the key.',
      source: ERRORS,
    },
    {
      when: { message: 'pro subscription is inactive' },
      cause: 'subscription-inactive',
      note: 'A 401 about the Pro subscription, not about the key.',
      source: ERRORS,
    },
    { when: { code: 'PRO_ONLY_MODEL' }, cause: 'plan-required', source: ERRORS },
    {
      when: { message: 'only available to pro users' },
      cause: 'plan-required',
      note: 'A 401 about the plan, not about the key.',
      source: ERRORS,
    },
    {
      when: { status: 402, message: 'authentication required' },
      cause: 'credentials-missing',
      note: 'Venice answers a missing or wrong key with 402, because a wallet could pay instead: this says nothing about a balance.',
      source: 'https://github.com/clawnchdev/clawmes/pull/44',
      alternatives: ['credentials-invalid', 'payment-challenge'],
    },
  ],
} satisfies Provider;
