import type { Provider } from '../model/provider.ts';

const BLAZE = 'https://github.com/firebase/functions-samples/issues/764';
const STORAGE = 'https://firebase.google.com/docs/storage/web/handle-errors';
const PRICING = 'https://firebase.google.com/pricing';
const ADMIN = 'https://firebase.google.com/docs/auth/admin/errors';

export default {
  title: 'Firebase',
  kind: 'vendor',
  hosts: [
    'firestore.googleapis.com',
    'firebasestorage.googleapis.com',
    'identitytoolkit.googleapis.com',
    'securetoken.googleapis.com',
    'fcm.googleapis.com',
    'firebase.googleapis.com',
    'firebasehosting.googleapis.com',
    'firebaseremoteconfig.googleapis.com',
    '.firebaseio.com',
    '.firebasedatabase.app',
  ],
  keys: [],
  keyEnvironment: ['FIREBASE_TOKEN', 'FIREBASE_API_KEY', 'GOOGLE_APPLICATION_CREDENTIALS'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: [
    'firebase storage:',
    'firebase deploy',
    'firebase: error (',
    'firebase cli',
    'console.firebase.google.com',
    'firebase.google.com',
    'firebaseerror',
    'firebase-tools',
    'blaze (pay-as-you-go) plan',
    'requires the pay-as-you-go (blaze)',
    'storage/quota-exceeded',
    'auth/quota-exceeded',
    'auth/billing-not-enabled',
  ],
  names: ['firestore'],
  links: {
    billing: 'https://console.firebase.google.com/project/_/usage/details',
    usage: 'https://console.firebase.google.com/project/_/usage',
    errors: ADMIN,
    limits: PRICING,
    support: 'https://firebase.google.com/support',
  },
  statusPage: { page: 'https://status.firebase.google.com' },
  prevention: [
    {
      says: 'Set a budget alert for the Cloud Billing account of the project.',
      url: 'https://firebase.google.com/docs/projects/billing/avoid-surprise-bills',
      source: 'https://firebase.google.com/docs/projects/billing/avoid-surprise-bills',
    },
  ],
  rules: [
    {
      when: {
        message:
          /\bmust be on the blaze\b|\bpay-as-you-go \(blaze\)|\bblaze \(pay-as-you-go\)|\brequires? the blaze\b|\bupgrade to (?:the )?blaze\b/i,
      },
      cause: 'plan-required',
      note: 'The free Spark plan does not include this; the Blaze plan needs a Cloud Billing account, and is free up to the same allowances.',
      source: BLAZE,
    },
    {
      when: { message: /\bbilling account not configured\b|\bbilling[-_]not[-_]enabled\b/i },
      cause: 'payment-method-required',
      alternatives: ['plan-required'],
      note: 'The project has no Cloud Billing account.',
      source: 'https://github.com/firebase/firebase-functions/issues/106',
    },
    {
      when: { code: ['auth/billing-not-enabled', 'BILLING_NOT_ENABLED'] },
      cause: 'payment-method-required',
      alternatives: ['plan-required'],
      note: 'The project has no Cloud Billing account.',
      source: ADMIN,
    },
    {
      when: { code: 'storage/quota-exceeded' },
      cause: 'quota-exhausted',
      note: 'The free allowance of the bucket is used up, or the plan does not include a bucket any more: the Blaze plan opens it.',
      source: STORAGE,
    },
    {
      when: { message: 'storage/quota-exceeded' },
      cause: 'quota-exhausted',
      note: 'The free allowance of the bucket is used up, or the plan does not include a bucket any more: the Blaze plan opens it.',
      source: STORAGE,
    },
    {
      when: { status: 402 },
      cause: 'quota-exhausted',
      alternatives: ['plan-required', 'payment-method-required'],
      note: 'Cloud Storage for Firebase answers so on the free plan, once its allowance is used up or ended.',
      source: STORAGE,
    },
    {
      when: { message: /\btoo_many_attempts_try_later\b|\bauth\/too-many-requests\b/i },
      cause: 'rate-limited',
      note: 'Failed attempts from this device or for this account.',
      source: ADMIN,
    },
    {
      when: { message: /\binvalid_login_credentials\b|\binvalid_password\b|\bemail_not_found\b/i },
      cause: 'credentials-invalid',
      note: "The user's e-mail address or password, not the project's key.",
      source: 'https://firebase.google.com/docs/reference/rest/auth',
    },
    {
      when: { message: /\bpermission denied\b/i, status: 401 },
      cause: 'permission-denied',
      note: 'The security rules of the Realtime Database refuse it, which it says with 401.',
      source: 'https://firebase.google.com/docs/reference/rest/database#section-error-conditions',
    },
  ],
} satisfies Provider;
