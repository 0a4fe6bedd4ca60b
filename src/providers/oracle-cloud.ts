import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://docs.oracle.com/en-us/iaas/Content/API/References/apierrors.htm';
const LIMITS = 'https://docs.oracle.com/en-us/iaas/Content/General/Concepts/servicelimits.htm';

export default {
  title: 'Oracle Cloud',
  kind: 'vendor',
  hosts: ['.oraclecloud.com', '.oci.customer-oci.com'],
  keys: [],
  keyEnvironment: ['OCI_CLI_KEY_FILE', 'OCI_CONFIG_FILE'],
  keyHeader: 'authorization',
  requestIdHeaders: ['opc-request-id'],
  ownHeaders: ['opc-*'],
  ownWords: [
    'oraclecloud.com',
    'docs.oracle.com/en-us/iaas',
    'oci.exceptions',
    'com.oracle.bmc',
    'opc-request-id',
    'notauthorizedornotfound',
    'out of host capacity',
    'service error:limitexceeded',
    'opc request id',
  ],
  names: ['oracle cloud', 'oci sdk', 'oracle-cloud'],
  links: {
    billing: 'https://cloud.oracle.com/account-management',
    limits: LIMITS,
    errors: ERRORS,
    support: 'https://cloud.oracle.com/support',
  },
  supportAsks: ['the tenancy and the region', 'the opc-request-id'],
  statusPage: { page: 'https://ocistatus.oraclecloud.com' },
  rules: [
    {
      when: { code: 'SignUpRequired' },
      cause: 'plan-required',
      note: 'The tenancy has to opt in to this service first.',
      source: ERRORS,
      alternatives: ['permission-denied'],
    },
    {
      when: { message: 'out of host capacity' },
      cause: 'overloaded',
      note: 'Oracle has no machines of this shape in this availability domain; the free shapes run out often.',
      source: ERRORS,
    },
    {
      when: { code: 'LimitExceeded' },
      cause: 'quota-exhausted',
      note: "Oracle's own limit for this tenancy and kind of resource: free something, or ask for more.",
      source: ERRORS,
      waiting: 'futile',
    },
    {
      when: { code: 'QuotaExceeded' },
      cause: 'quota-exhausted',
      note: "A quota that the tenancy's administrator set for this compartment.",
      source: ERRORS,
      waiting: 'futile',
    },
    { when: { code: 'TooManyRequests' }, cause: 'rate-limited', source: ERRORS },
    {
      when: { code: 'NotAuthenticated' },
      cause: 'credentials-invalid',
      note: 'No signature, a wrong one, or a clock that is off: the key, its fingerprint and the user must belong together.',
      source: ERRORS,
      alternatives: ['credentials-missing'],
    },
    {
      when: { code: ['NotAuthorizedOrNotFound', 'RelatedResourceNotAuthorizedOrNotFound'] },
      cause: 'permission-denied',
      note: 'Oracle does not tell which: the resource is not there, or the policy does not allow it, or the region is another one.',
      source: ERRORS,
      alternatives: ['not-found', 'key-scope-mismatch'],
    },
    { when: { code: 'NotAuthorized' }, cause: 'permission-denied', source: ERRORS },
    {
      when: { code: 'NotAllowed' },
      cause: 'key-scope-mismatch',
      note: 'This call is for the home region of the tenancy only.',
      source: ERRORS,
      alternatives: ['permission-denied'],
    },
  ],
} satisfies Provider;
