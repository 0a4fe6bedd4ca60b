import type { Provider } from '../model/provider.ts';

const CLOUD = 'https://github.com/wesleylambda/lambda-cloud-dart-sdk';

export default {
  title: 'Lambda',
  kind: 'vendor',
  hosts: ['cloud.lambda.ai', 'cloud.lambdalabs.com', 'api.lambda.ai', 'api.lambdalabs.com'],
  keys: [],
  keyEnvironment: ['LAMBDA_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: [
    'cloud.lambda.ai',
    'api.lambda.ai',
    'lambdalabs.com',
    'docs.lambda.ai',
    'global/account-inactive',
    'global/invalid-api-key',
    'global/quota-exceeded',
    'instance-operations/launch/',
  ],
  names: ['lambda_ai', 'lambda-ai', 'lambda.ai', 'lambda cloud', 'lambda labs', 'lambdalabs'],
  links: {
    keys: 'https://cloud.lambdalabs.com/api-keys',
    errors: 'https://apis.apis.io/apis/lambda/cloud-api/',
    support: 'https://support.lambdalabs.com/hc/en-us',
  },
  rules: [
    {
      when: { code: 'global/account-inactive' },
      cause: 'payment-method-required',
      note: 'The account lacks a valid payment method, or its e-mail address is not verified.',
      source: CLOUD,
      alternatives: ['account-disabled', 'account-past-due'],
    },
    {
      when: { code: 'global/quota-exceeded' },
      cause: 'quota-exhausted',
      note: 'The number of machines that this account may run side by side: end some, or ask support for more.',
      source: 'https://github.com/kubernetes/k8s.io/issues/9360',
      alternatives: ['permission-denied'],
      waiting: 'futile',
    },
    { when: { code: 'global/invalid-api-key' }, cause: 'credentials-invalid', source: CLOUD },
    {
      when: { code: 'instance-operations/launch/insufficient-capacity' },
      cause: 'overloaded',
      note: 'No machine of this type is free in the region: try another region or type.',
      source: 'https://github.com/konfig-sdks/openapi-examples/blob/HEAD/lambda/openapi.yaml',
    },
    { when: { code: 'provider/internal-unavailable' }, cause: 'service-unavailable', source: CLOUD },
    { when: { code: 'global/object-does-not-exist' }, cause: 'not-found', source: CLOUD },
    { when: { code: 'global/invalid-parameters' }, cause: 'invalid-request', source: CLOUD },
  ],
} satisfies Provider;
