import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://platform.stepfun.com/docs/zh/api-reference/error-codes';
const HANDLING = 'https://platform.stepfun.com/docs/zh/guide/exception';

const provider: Provider = {
  title: 'StepFun',
  kind: 'vendor',
  hosts: ['api.stepfun.com', 'api.stepfun.ai'],
  keys: [],
  keyEnvironment: ['STEPFUN_API_KEY', 'STEP_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  basePaths: ['/v1', '/step_plan/v1', '/step_plan'],
  ownHeaders: [],
  ownWords: ['stepfun.com', 'stepfun.ai', '阶跃星辰'],
  names: ['stepfun', 'step-fun', '阶跃星辰', '阶跃'],
  links: { billing: 'https://platform.stepfun.com', errors: ERRORS },
  rules: [
    { when: { status: 402 }, cause: 'credits-exhausted', source: HANDLING },
    { when: { code: 'invalid_api_key' }, cause: 'credentials-invalid', source: ERRORS },
    {
      when: { status: 451 },
      cause: 'content-refused',
      note: 'StepFun sends 451 where its content check refuses the input or the answer.',
      source: HANDLING,
    },
  ],
};

export default provider;
