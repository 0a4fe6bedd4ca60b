import type { Provider } from '../model/provider.ts';

const source = (path: string): string => `https://github.com/apache/apisix/blob/master/apisix/${path}`;

/** Apache APISIX, in front of anybody's API: keys and limits are those of whoever runs it. Its limits answer 503 unless set otherwise. */
export default {
  title: 'Apache APISIX',
  kind: 'gateway',
  hosts: [],
  keys: [],
  keyEnvironment: [],
  keyHeader: 'apikey',
  requestIdHeaders: ['x-request-id', 'apisix-request-id'],
  ownHeaders: ['server: apisix*', 'x-apisix-upstream-status', 'apisix-request-id'],
  ownWords: ['404 route not found', 'missing api key in request', 'invalid api key in request', 'the consumer is forbidden', 'apisix'],
  names: ['apisix', 'apache apisix'],
  links: { errors: 'https://apisix.apache.org/docs/apisix/plugins/limit-count/' },
  rules: [
    {
      when: { message: 'missing api key in request' },
      cause: 'credentials-missing',
      note: "The gateway's own key is missing, by default in the field apikey.",
      source: source('plugins/key-auth.lua'),
    },
    {
      when: { message: 'invalid api key in request' },
      cause: 'credentials-invalid',
      note: "The gateway does not know the key; the vendor's key is another one.",
      source: source('plugins/key-auth.lua'),
    },
    { when: { message: 'missing jwt token in request' }, cause: 'credentials-missing', source: source('plugins/jwt-auth.lua') },
    {
      when: { message: /^(?:jwt token invalid|invalid user key in jwt token|missing user key in jwt token)/i },
      cause: 'credentials-invalid',
      source: source('plugins/jwt-auth.lua'),
    },
    { when: { message: 'missing authorization in request' }, cause: 'credentials-missing', source: source('plugins/basic-auth.lua') },
    { when: { message: 'invalid user authorization' }, cause: 'credentials-invalid', source: source('plugins/basic-auth.lua') },
    { when: { message: 'your ip address is not allowed' }, cause: 'access-blocked', source: source('plugins/ip-restriction/init.lua') },
    { when: { message: 'your referer host is not allowed' }, cause: 'access-blocked', source: source('plugins/referer-restriction.lua') },
    { when: { message: 'the consumer is forbidden' }, cause: 'permission-denied', source: source('plugins/acl.lua') },
    {
      when: { message: '404 route not found' },
      cause: 'not-found',
      note: 'The gateway has no route for this host, path and method: the vendor was not called.',
      source: source('init.lua'),
    },
    { when: { message: 'request contains prohibited content' }, cause: 'content-refused', source: source('plugins/ai-prompt-guard.lua') },
  ],
} satisfies Provider;
