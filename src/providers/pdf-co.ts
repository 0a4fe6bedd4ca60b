import type { Provider } from '../model/provider.ts';

const ACCOUNT = 'https://developer.pdf.co/api/account-info/index.html';

/** The body repeats the status, and an answer with status 200 may hold another one in `status`. */
export default {
  title: 'PDF.co',
  kind: 'vendor',
  hosts: ['api.pdf.co'],
  keys: [],
  keyEnvironment: ['PDFCO_API_KEY'],
  keyHeader: 'x-api-key',
  requestIdHeaders: [],
  basePaths: ['/v1'],
  ownHeaders: [],
  ownWords: ['api.pdf.co', 'app.pdf.co', 'developer.pdf.co', 'docs.pdf.co'],
  names: ['pdf.co', 'pdfco'],
  links: {
    billing: 'https://app.pdf.co',
    usage: 'https://app.pdf.co',
    keys: 'https://app.pdf.co',
    errors: ACCOUNT,
  },
  balance: {
    url: 'https://api.pdf.co/v1/account/credit/balance',
    keyHeader: 'x-api-key',
    read: { remaining: 'remainingCredits' },
    unit: 'credits',
    source: ACCOUNT,
  },
  knownGood: {
    method: 'GET',
    url: 'https://api.pdf.co/v1/account/credit/balance',
    says: 'Tells the credits that are left.',
    source: ACCOUNT,
  },
  rules: [
    { when: { message: 'not enough credits' }, cause: 'credits-exhausted', source: ACCOUNT },
    { when: { status: 402 }, cause: 'credits-exhausted', source: ACCOUNT },
    {
      when: { status: 445 },
      cause: 'payload-too-large',
      note: 'The document took too long: send async=true and ask /job/check, or fewer pages.',
      source: ACCOUNT,
      alternatives: ['request-timeout'],
    },
  ],
} satisfies Provider;
