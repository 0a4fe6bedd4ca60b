import type { Provider } from '../model/provider.ts';

const ERRORS = 'https://www.xfyun.cn/doc/spark/Web.html';

const provider: Provider = {
  title: 'iFlytek Spark',
  kind: 'vendor',
  hosts: ['spark-api-open.xf-yun.com', 'spark-api.xf-yun.com', '.xf-yun.com'],
  keys: [],
  keyEnvironment: ['SPARK_API_PASSWORD', 'SPARK_API_KEY', 'SPARKAI_API_KEY', 'IFLYTEK_API_KEY'],
  keyHeader: 'authorization',
  requestIdHeaders: [],
  ownHeaders: [],
  ownWords: ['xfyun.cn', 'xf-yun.com', 'appidnoautherror', 'appidqpsoverflowerror', '讯飞星火'],
  names: ['iflytek', 'xfyun', 'xunfei', 'sparkdesk', 'spark desk', '讯飞', '讯飞星火', '科大讯飞', '星火大模型'],
  links: { billing: 'https://console.xfyun.cn', errors: ERRORS },
  supportAsks: ['the sid of the answer'],
  rules: [
    {
      when: { code: '11200' },
      cause: 'permission-denied',
      note: 'The app is not granted this version of the model, or its tokens are used up or out of date: look at both in the console.',
      source: ERRORS,
      alternatives: ['quota-exhausted', 'plan-required'],
    },
    {
      when: { message: 'AppIdNoAuthError' },
      cause: 'permission-denied',
      note: 'The app is not granted this version of the model, or its tokens are used up or out of date: look at both in the console.',
      source: ERRORS,
      alternatives: ['quota-exhausted', 'plan-required'],
    },
    {
      when: { code: '11201' },
      cause: 'quota-exhausted',
      note: "The app's calls of the day are used up.",
      source: ERRORS,
      waiting: 'helps',
    },
    { when: { code: ['11202', '11203', '10006', '10007'] }, cause: 'rate-limited', source: ERRORS },
    { when: { message: 'QpsOverFlow' }, cause: 'rate-limited', source: ERRORS },
    {
      when: { code: '10016' },
      cause: 'permission-denied',
      source: ERRORS,
      alternatives: ['quota-exhausted', 'rate-limited'],
    },
    { when: { code: ['10008', '10110'] }, cause: 'overloaded', source: ERRORS },
    { when: { code: ['10009', '10010', '10012', '10222', '10223'] }, cause: 'upstream-failure', source: ERRORS },
    { when: { code: ['10013', '10014', '10019'] }, cause: 'content-refused', source: ERRORS },
    { when: { code: '10907' }, cause: 'context-too-long', source: ERRORS },
    { when: { code: '10015' }, cause: 'account-disabled', note: 'The app is on the block list.', source: ERRORS },
    { when: { code: ['10003', '10004', '10005', '10163'] }, cause: 'invalid-request', source: ERRORS },
  ],
};

export default provider;
