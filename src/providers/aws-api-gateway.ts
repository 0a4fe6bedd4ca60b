import type { Provider } from '../model/provider.ts';

const TYPES = 'https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html';
const PLANS = 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html';

/** The host of an API ends with the region that it runs in. */
const REGIONS =
  'af-south-1 ap-east-1 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ca-central-1 ca-west-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3 il-central-1 me-central-1 me-south-1 sa-east-1 us-east-1 us-east-2 us-west-1 us-west-2';

/**
 * Amazon API Gateway, in front of anybody's API: its limits are those of the usage plan that the API's owner gave to the key.
 * It names its own refusals in x-amzn-ErrorType, as AWS's services do, but says x-amz-apigw-id besides.
 */
export default {
  title: 'Amazon API Gateway',
  kind: 'gateway',
  hosts: REGIONS.split(' ').map((region) => `.execute-api.${region}.amazonaws.com`),
  keys: [],
  keyEnvironment: [],
  keyHeader: 'x-api-key',
  requestIdHeaders: ['x-amzn-requestid', 'apigw-requestid', 'x-amz-apigw-id'],
  ownHeaders: ['x-amz-apigw-id', 'apigw-requestid'],
  ownWords: ['.execute-api.'],
  names: ['amazon api gateway', 'aws api gateway'],
  links: { limits: PLANS, errors: TYPES, logs: 'https://console.aws.amazon.com/cloudwatch/home#logsV2:log-groups' },
  rules: [
    {
      when: { status: 429, message: /^limit exceeded(?: exception)?\.?$/i },
      cause: 'quota-exhausted',
      note: "The day's, week's or month's requests of the usage plan that the API's owner gave to this key: not a pace, though it is a 429.",
      source: TYPES,
    },
    {
      when: { status: 429, message: /^too many requests\.?$/i },
      cause: 'rate-limited',
      note: "The rate or burst of the key's usage plan, of the method, or of the whole account of the API's owner.",
      source: TYPES,
    },
    {
      when: { status: 403, message: 'missing authentication token' },
      cause: 'not-found',
      alternatives: ['credentials-missing'],
      note: 'Mostly a path or method that the API does not have: API Gateway answers so before it looks at any key.',
      source: TYPES,
    },
    {
      when: { status: 403, message: 'user is not authorized to access this resource' },
      cause: 'permission-denied',
      note: "The API's own authoriser refused, or a policy of the API.",
      source: TYPES,
    },
    {
      when: { status: 403, message: /^forbidden$/i },
      cause: 'credentials-invalid',
      alternatives: ['credentials-missing', 'access-blocked', 'permission-denied'],
      note: 'No valid key in x-api-key, or a key outside the usage plan of this stage; a firewall rule or a wrong host name answer the same.',
      source: TYPES,
    },
    {
      when: { status: 401, message: /^unauthorized$/i },
      cause: 'credentials-missing',
      alternatives: ['credentials-invalid'],
      note: "The API's authoriser found no usable token.",
      source: TYPES,
    },
    {
      when: { status: 403, message: 'the security token included in the request is expired' },
      cause: 'credentials-invalid',
      source: TYPES,
    },
    {
      when: { status: 504, message: 'endpoint request timed out' },
      cause: 'upstream-failure',
      note: 'What is behind the gateway took longer than the gateway waits; it may go on working.',
      source: TYPES,
    },
    { when: { status: 504, message: 'network error communicating with endpoint' }, cause: 'upstream-failure', source: TYPES },
    { when: { status: 413, message: 'request too long' }, cause: 'payload-too-large', source: TYPES },
    { when: { message: /^invalid request body$/i }, cause: 'invalid-request', source: TYPES },
  ],
} satisfies Provider;
