import type { Provider } from '../model/provider.ts';

const PUSH = 'https://docs.expo.dev/push-notifications/sending-notifications/';

export default {
  title: 'Expo (EAS)',
  kind: 'vendor',
  hosts: ['api.expo.dev', 'exp.host'],
  keys: [],
  keyEnvironment: ['EXPO_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['expo.fyi/', 'docs.expo.dev', 'status.expo.dev', 'expo error id', 'latest eas-cli version'],
  names: ['eas build', 'eas-cli', 'eas update'],
  links: {
    keys: 'https://expo.dev/settings/access-tokens',
    errors: PUSH,
  },
  statusPage: { page: 'https://status.expo.dev' },
  rules: [
    {
      when: { code: 'EAS_BUILD_FREE_TIER_DISABLED' },
      cause: 'service-unavailable',
      note: 'Builds of the free tier are switched off for a while; those of a paid plan go on.',
      source: 'https://github.com/expo/eas-cli/pull/509',
      alternatives: ['plan-required'],
    },
    { when: { code: 'MessageRateExceeded' }, cause: 'rate-limited', note: 'Too many messages to one device.', source: PUSH },
    { when: { code: 'MessageTooBig' }, cause: 'payload-too-large', source: PUSH },
    { when: { code: 'MismatchSenderId' }, cause: 'key-scope-mismatch', source: PUSH },
    { when: { code: 'InvalidCredentials' }, cause: 'credentials-invalid', source: PUSH },
    { when: { code: ['PUSH_TOO_MANY_EXPERIENCE_IDS', 'PUSH_TOO_MANY_NOTIFICATIONS'] }, cause: 'invalid-request', source: PUSH },
    { when: { code: 'TOO_MANY_REQUESTS' }, cause: 'rate-limited', source: PUSH },
  ],
} satisfies Provider;
