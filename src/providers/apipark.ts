import type { Provider } from '../model/provider.ts';

const source = (path: string): string => `https://github.com/eolinker/apinto/blob/main/${path}`;
const APP = source('drivers/plugins/app/app.go');

/**
 * APIPark, whose data plane is Apinto. It answers for itself in plain text and sends no header field of its own; what a vendor
 * says is passed on. The keys here are those of applications in APIPark; the money is at the vendors.
 */
export default {
  title: 'APIPark',
  kind: 'gateway',
  hosts: [],
  keys: [],
  keyEnvironment: [],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['apipark', 'apinto'],
  names: ['apipark', 'apinto'],
  links: { errors: 'https://docs.apipark.com' },
  supportAsks: ['the error log of the gateway node'],
  rules: [
    {
      when: { message: /^out of calls$/i },
      cause: 'quota-exhausted',
      note: 'The number of calls that the gateway counts for this application is used up: its operator can raise it. No account at the vendor is short.',
      source: source('drivers/plugins/counter/executor.go'),
      waiting: 'futile',
    },
    {
      when: { message: /^provider exhausted$/i },
      cause: 'upstream-failure',
      alternatives: ['credits-exhausted', 'rate-limited'],
      note: 'Every vendor and key that the gateway may fall back on has failed; it marks a key as spent after a 402, a 403 or an insufficient quota. Its list of keys shows which.',
      source: 'https://github.com/APIParkLab/APIPark/blob/main/app/ai-event-handler/status.go',
    },
    { when: { message: /^the app\([^)]{1,80}\) is disabled$/i }, cause: 'account-disabled', source: APP },
    { when: { message: /\berror: token is expired$/i }, cause: 'credentials-invalid', source: APP },
    { when: { status: 401, message: /^invalid user$/i }, cause: 'credentials-invalid', source: APP },
    {
      when: { status: 401, message: /^(?:no app to auth|missing or invalid token)$/i },
      cause: 'credentials-missing',
      alternatives: ['credentials-invalid'],
      source: APP,
    },
  ],
} satisfies Provider;
