import type { ErrorRule, Provider } from '../model/provider.ts';

const STATUSES = 'https://f8cxtsvnr8.apifox.cn/apidoc/project-3794483/doc-3441122';

const emptyBalance: Omit<ErrorRule, 'when'> = {
  cause: 'credits-exhausted',
  note: 'Baichuan sends 429 for an empty balance as well: only the message tells it from a throttle.',
  source: STATUSES,
};

const provider: Provider = {
  title: 'Baichuan',
  kind: 'vendor',
  hosts: ['api.baichuan-ai.com'],
  keys: [],
  keyEnvironment: ['BAICHUAN_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-bc-request-id'],
  basePaths: ['/v1'],
  ownHeaders: ['x-bc-request-id'],
  ownWords: ['baichuan-ai.com', '百川智能'],
  names: ['baichuan', '百川', '百川智能'],
  links: { billing: 'https://platform.baichuan-ai.com', errors: STATUSES },
  supportAsks: ['the header field X-BC-Request-Id'],
  rules: [
    { when: { message: 'insufficient account balance' }, ...emptyBalance },
    { when: { message: '账户余额不足' }, ...emptyBalance },
    { when: { message: 'rate limit reached for requests' }, cause: 'rate-limited', source: STATUSES },
    { when: { message: 'incorrect api key provided' }, cause: 'credentials-invalid', source: STATUSES },
  ],
};

export default provider;
