import type { ErrorRule, Provider } from '../model/provider.ts';

const CODES = 'https://ngrok.com/docs/ai-gateway/reference/error-codes';
const CREDITS = 'https://ngrok.com/docs/ai-gateway/concepts/credits';

/** One meaning of ngrok's numbered codes, which stand in a JSON member or in the text of an error page. */
function numbered(numbers: number[], meaning: Omit<ErrorRule, 'when' | 'source'> & { source?: string }): ErrorRule[] {
  const source = meaning.source ?? `https://ngrok.com/docs/errors/err_ngrok_${numbers[0]}`;
  return [
    { ...meaning, source, when: { code: numbers.map((number) => `ERR_NGROK_${number}`) } },
    { ...meaning, source, when: { message: new RegExp(`\\bERR_NGROK_(?:${numbers.join('|')})\\b`, 'i') } },
  ];
}

/**
 * ngrok's prepaid AI Gateway credits pay a fee for each call and, for its own inference, the model as well; with a stored key of
 * a vendor that vendor bills the model. The limits on an account's tunnels are another allowance.
 */
export default {
  title: 'ngrok',
  kind: 'gateway',
  hosts: ['gateway.ngrok.ai', 'api.ngrok.ai', 'api.ngrok.com'],
  keys: [],
  keyEnvironment: ['NGROK_API_KEY', 'NGROK_AUTHTOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: ['ngrok-trace-id'],
  ownHeaders: ['ngrok-error-code', 'ngrok-trace-id'],
  ownWords: ['err_ngrok_', 'ngrok.com/docs/', 'dashboard.ngrok.com', 'app.ngrok.ai', 'gateway.ngrok.ai', 'ngrok gateway error'],
  names: ['ngrok'],
  links: {
    billing: 'https://app.ngrok.ai',
    errors: CODES,
    limits: 'https://ngrok.com/docs/errors/',
    support: 'https://ngrok.com/support',
  },
  supportAsks: ['the ERR_NGROK code'],
  statusPage: { page: 'https://status.ngrok.com' },
  balance: {
    url: 'https://api.ngrok.ai/credits/balance',
    read: { remaining: 'balanceCents' },
    unit: 'USD',
    factor: 0.01,
    source: 'https://ngrok.com/docs/ai-gateway/api-reference/credits/balance',
  },
  rules: [
    ...numbered([4026], {
      cause: 'credits-exhausted',
      note: "ngrok's own prepaid credits are used up; it comes as a 403.",
      source: CREDITS,
    }),
    ...numbered([6033], { cause: 'credits-exhausted', note: 'Credits that were just bought take some minutes to count.' }),
    ...numbered([727], {
      cause: 'quota-exhausted',
      note: "The month's HTTP requests of the ngrok account that runs the tunnel are used up.",
    }),
    ...numbered([4027], { cause: 'quota-exhausted', note: "The account's included bandwidth is used up; credits can buy more." }),
    ...numbered([734, 718, 720, 1214], {
      cause: 'rate-limited',
      note: 'A pace that the ngrok plan of the tunnel sets; it is over within a minute or so.',
    }),
    ...numbered([108], {
      cause: 'plan-required',
      alternatives: ['conflict'],
      note: 'More agents run at once than the plan allows: stop one, or upgrade.',
    }),
    ...numbered([27008], { cause: 'key-scope-mismatch' }),
    ...numbered([3802], {
      cause: 'credentials-missing',
      alternatives: ['key-scope-mismatch'],
      note: 'No access key came with the request, or the gateway holds no key for the vendor of this model.',
      source: CODES,
    }),
    ...numbered([3801], { cause: 'invalid-request', source: CODES }),
    ...numbered([3804], {
      cause: 'not-found',
      note: 'No model of this name is in the catalogue and allowed by the configuration of the key.',
      alternatives: ['permission-denied'],
      source: CODES,
    }),
    ...numbered([3820], { cause: 'gone', note: 'The old way in is retired: calls go to gateway.ngrok.ai now.' }),
    ...numbered([27217], { cause: 'rate-limited', note: 'The vendor behind the gateway limits, not ngrok.' }),
    ...numbered([3812, 3800], {
      cause: 'upstream-failure',
      note: 'The vendors behind the gateway failed; the message lists what each of them said.',
      source: CODES,
    }),
    ...numbered([3004, 3005, 3008, 3010], {
      cause: 'upstream-failure',
      note: 'The program behind the tunnel gave no valid answer in time.',
    }),
  ],
} satisfies Provider;
