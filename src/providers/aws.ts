import type { ErrorRule, Provider } from '../model/provider.ts';

const COMMON = 'https://docs.aws.amazon.com/awsconsolehelpdocs/latest/gsg/common-errors.html';
const S3 = 'https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html';
const EC2 = 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html';
const RETRIES = 'https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html';
const SES = 'https://docs.aws.amazon.com/ses/latest/dg/manage-sending-quotas-errors.html';

/** Services of the JSON protocols put the place of the definition before a code. */
const qualified = (codes: string[]): string[] => codes.flatMap((code) => [code, `com.amazon.coral.service#${code}`]);

const notSubscribed: Omit<ErrorRule, 'when'> = {
  cause: 'plan-required',
  note: 'The account is not subscribed to this service; a new account is not until its payment method is verified.',
  source: COMMON,
  alternatives: ['payment-method-required', 'subscription-inactive'],
};

const accountStopped: Omit<ErrorRule, 'when'> = {
  cause: 'account-disabled',
  note: 'AWS has stopped the account or the resource: an open invoice, an unverified payment method or abuse. Only support says which.',
  source: S3,
  alternatives: ['account-past-due', 'payment-method-required'],
};

const inVerification: Omit<ErrorRule, 'when'> = {
  cause: 'permission-denied',
  note: 'AWS is still verifying the account for this region: mostly minutes, at most some hours.',
  source: 'https://github.com/galaxyproject/cloudlaunch/issues/150',
  waiting: 'helps',
};

const serviceQuota: Omit<ErrorRule, 'when'> = {
  cause: 'quota-exhausted',
  note: 'A service quota of the account in this region, not money: free something, or ask for more in Service Quotas.',
  source: 'https://docs.aws.amazon.com/servicequotas/latest/userguide/intro.html',
  waiting: 'futile',
};

const throttled: Omit<ErrorRule, 'when'> = { cause: 'rate-limited', source: RETRIES };

const badCredentials: Omit<ErrorRule, 'when'> = { cause: 'credentials-invalid', source: COMMON };

const provider: Provider = {
  title: 'Amazon Web Services',
  kind: 'vendor',
  hosts: ['.amazonaws.com', '.amazonaws.com.cn', '.api.aws'],
  keys: [{ pattern: '(?:AKIA|ASIA)[A-Z2-7]{16}', means: 'access key id of IAM; ASIA is temporary', sample: 'AKIAIOSFODNN7EXAMPLE' }],
  keyEnvironment: ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-amzn-requestid', 'x-amz-request-id', 'x-amz-id-2'],
  ownHeaders: ['x-amz-id-2'],
  ownWords: [
    '$fault',
    '$metadata',
    'amazonaws.com',
    'aws.amazon.com',
    'botocore',
    'com.amazonaws.',
    'com.amazon.coral',
    'awssdk',
    'aws-sdk',
    'arn:aws:',
    'security token included',
    'aws access key id',
    'aws was not able to',
    'aws-verification@amazon',
    'signature we calculated',
    'aws error code',
    ') when calling the ',
    'https response error',
    'pendingverification',
    'vcpulimitexceeded',
    'subscriptionrequiredexception',
    'runinstances',
  ],
  names: [
    'aws',
    'boto3',
    'amazon web services',
    'amazon s3',
    'dynamodb',
    'route53',
    'cloudformation',
    'cloudwatch',
    'amazon ec2',
    'amazon ses',
    'amazon cognito',
  ],
  links: {
    billing: 'https://console.aws.amazon.com/billing/home#/paymentpreferences',
    usage: 'https://console.aws.amazon.com/costmanagement/home',
    keys: 'https://console.aws.amazon.com/iam/home#/security_credentials',
    limits: 'https://console.aws.amazon.com/servicequotas/home',
    errors: COMMON,
    support: 'https://console.aws.amazon.com/support/home',
    logs: 'https://console.aws.amazon.com/cloudtrail/home',
  },
  supportAsks: ['the region', 'the service and the action'],
  prevention: [
    {
      says: 'Set a budget with an alert on the account.',
      url: 'https://console.aws.amazon.com/costmanagement/home#/budgets',
      source: 'https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-managing-costs.html',
    },
  ],
  statusPage: {
    page: 'https://health.aws.amazon.com/health/status',
    api: { kind: 'aws', url: 'https://health.aws.amazon.com/public/currentevents' },
  },
  knownGood: {
    method: 'POST',
    url: 'https://sts.amazonaws.com/?Action=GetCallerIdentity&Version=2011-06-15',
    says: 'Tells whose credentials these are, and needs no permission.',
    source: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html',
  },
  rules: [
    {
      when: { message: 'to use this aws marketplace product you need to accept terms and subscribe' },
      cause: 'plan-required',
      note: 'The image or model is a product of the Marketplace: accept its terms once in this account.',
      source: 'https://repost.aws/knowledge-center/ec2-instance-launch-optinrequired-error',
    },
    { when: { code: qualified(['OptInRequired', 'SubscriptionRequiredException', 'NotSignedUp']) }, ...notSubscribed },
    {
      when: {
        message:
          /\b(?:you\s+are\s+not\s+subscribed\s+to\s+this\s+service|needs\s+a\s+subscription\s+for\s+the\s+service|is\s+not\s+signed\s+up\s+for\s+the\s+amazon)\b/i,
      },
      ...notSubscribed,
    },
    { when: { code: ['AccountProblem', 'AllAccessDisabled', 'InvalidPayer'] }, ...accountStopped },
    {
      when: { message: /\ball\s+access\s+to\s+this\s+(?:object|bucket|amazon\s+s3\s+resource)\s+has\s+been\s+disabled\b/i },
      ...accountStopped,
    },
    { when: { code: 'PendingVerification' }, ...inVerification },
    { when: { message: 'account is currently being verified' }, ...inVerification },
    {
      when: { message: 'account is currently blocked' },
      ...accountStopped,
      source: 'https://github.com/thecodeteam/labs/issues/43',
    },
    {
      when: { code: ['AccountSuspendedException', 'AccountSendingPausedException', 'AccountSendingPaused'] },
      cause: 'account-disabled',
      source: SES,
      alternatives: ['account-past-due'],
    },
    {
      when: { message: 'daily message quota exceeded' },
      cause: 'quota-exhausted',
      note: "The account's number of mails within 24 hours.",
      source: SES,
      waiting: 'helps',
    },
    {
      when: { message: 'email address is not verified' },
      cause: 'permission-denied',
      note: 'An account in the SES sandbox may send only between verified addresses of this region.',
      source: 'https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-error-messages.html',
    },
    { when: { message: 'maximum sending rate exceeded' }, cause: 'rate-limited', source: SES },

    {
      when: {
        code: [
          ...qualified([
            'Throttling',
            'ThrottlingException',
            'ThrottledException',
            'TooManyRequestsException',
            'RequestThrottledException',
          ]),
          'RequestLimitExceeded',
          'RequestThrottled',
          'SlowDown',
          'BandwidthLimitExceeded',
          'EC2ThrottledException',
          'PriorRequestNotComplete',
          'ProvisionedThroughputExceededException',
          'com.amazon.coral.availability#ThrottlingException',
        ],
      },
      ...throttled,
    },
    {
      when: { code: ['InsufficientInstanceCapacity', 'InsufficientHostCapacity', 'InsufficientCapacity'] },
      cause: 'overloaded',
      note: 'AWS has no machines of this type in this zone right now: another zone or type may have.',
      source: EC2,
    },
    {
      when: {
        code: [
          ...qualified(['ServiceQuotaExceededException']),
          'VcpuLimitExceeded',
          'InstanceLimitExceeded',
          'MaxSpotInstanceCountExceeded',
          'AddressLimitExceeded',
          'VpcLimitExceeded',
          'ResourceLimitExceeded',
          'TooManyBuckets',
          'LimitExceeded',
        ],
      },
      ...serviceQuota,
    },
    { when: { code: qualified(['LimitExceededException']) }, ...serviceQuota, alternatives: ['rate-limited'] },

    {
      when: { code: [...qualified(['ExpiredTokenException', 'ExpiredToken']), 'TokenRefreshRequired', 'RequestExpired'] },
      ...badCredentials,
      note: 'Temporary credentials have ended: sign in again, or refresh the role.',
    },
    {
      when: { code: ['RequestTimeTooSkewed'] },
      ...badCredentials,
      note: "The machine's clock is wrong by more than 15 minutes: the signature counts as expired.",
      source: S3,
    },
    {
      when: { message: 'signature expired:' },
      ...badCredentials,
      note: "The machine's clock is wrong, or the request was held up for more than five minutes.",
    },
    {
      when: {
        code: qualified(['SignatureDoesNotMatch', 'InvalidSignatureException', 'IncompleteSignature', 'IncompleteSignatureException']),
      },
      ...badCredentials,
      note: 'The secret key does not belong to the key id, or something changed the request after it was signed.',
    },
    {
      when: {
        code: [...qualified(['UnrecognizedClientException', 'InvalidClientTokenId']), 'InvalidAccessKeyId', 'InvalidToken', 'AuthFailure'],
      },
      ...badCredentials,
    },
    { when: { message: /\bsecurity\s+token\s+included\s+in\s+the\s+request\s+is\s+(?:invalid|expired)\b/i }, ...badCredentials },
    {
      when: { code: [...qualified(['MissingAuthenticationTokenException']), 'MissingAuthenticationToken', 'MissingSecurityHeader'] },
      cause: 'credentials-missing',
      source: COMMON,
    },
    {
      when: { code: ['AuthorizationHeaderMalformed', 'IllegalLocationConstraintException', 'CredentialScopeMismatch'] },
      cause: 'key-scope-mismatch',
      note: 'The request was signed for another region than that of the bucket.',
      source: S3,
    },
    {
      when: { message: 'explicit deny in a service control policy' },
      cause: 'permission-denied',
      note: 'A policy of the organisation denies it: no grant in this account helps.',
      source: 'https://github.com/aws-samples/sample-badgers/issues/33',
    },
    {
      when: {
        code: [
          ...qualified(['AccessDeniedException', 'NotAuthorizedException']),
          'AccessDenied',
          'UnauthorizedOperation',
          'NotAuthorized',
          'AuthorizationError',
        ],
      },
      cause: 'permission-denied',
      source: COMMON,
    },
    { when: { code: ['NoSuchBucket', 'NoSuchKey', 'NoSuchEntity'] }, cause: 'not-found', source: S3 },
  ],
};

export default provider;
