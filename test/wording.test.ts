/** What wording means whoever the vendor is: one sentence of our own for each reading, its vetoes, and pairs that compete. */
import { describe, expect, test } from 'vitest';
import type { CauseId } from '../src/model/cause.ts';
import { clausesOf, codeWords, readCode, readWording } from '../src/interpret/wording.ts';

const first = (text: string): CauseId | undefined => readWording(text)[0]?.cause;

describe('the same meaning in nine languages', () => {
  const meanings: [CauseId, string[]][] = [
    [
      'credits-exhausted',
      [
        'Your account has insufficient credits.',
        '账户余额不足',
        'クレジットが不足しています',
        '크레딧이 부족합니다',
        'Ihr Guthaben ist aufgebraucht',
        'Solde insuffisant',
        'Saldo insuficiente en la cuenta',
        'Saldo insuficiente na conta',
        'Недостаточно средств на балансе',
      ],
    ],
    [
      'rate-limited',
      [
        'Too many requests, slow down.',
        '请求过于频繁,请稍后再试',
        'リクエストが多すぎます',
        '요청이 너무 많습니다',
        'Zu viele Anfragen',
        'Trop de requêtes',
        'Demasiadas solicitudes',
        'Muitas requisições',
        'Слишком много запросов',
      ],
    ],
    [
      'quota-exhausted',
      [
        'Monthly quota exceeded',
        '本月配额已用完',
        '今月の利用上限に達しました',
        '월간 할당량을 초과했습니다',
        'Monatliches Kontingent überschritten',
        'Quota mensuel dépassé',
        'Cuota mensual excedida',
        'Cota mensal excedida',
        'Месячная квота исчерпана',
      ],
    ],
    [
      'credentials-invalid',
      [
        'The API key is invalid',
        '无效的令牌',
        'APIキーが無効です',
        'API 키가 유효하지 않습니다',
        'Ungültiger API-Schlüssel',
        'Clé API invalide',
        'Clave de API inválida',
        'Chave de API inválida',
        'Неверный API ключ',
      ],
    ],
    [
      'account-past-due',
      [
        'The account is past due',
        '账户已欠费',
        '料金が未払いです',
        '요금이 미납되었습니다',
        'Eine Rechnung ist überfällig',
        'Facture impayée',
        'Factura vencida',
        'Pagamento da conta em atraso: fatura vencida',
        'Счёт просрочен',
      ],
    ],
  ];
  test.each(meanings.flatMap(([cause, texts]) => texts.map((text) => [text, cause] as const)))('%s', (text, cause) =>
    expect(first(text)).toBe(cause),
  );
});

describe('how refusals are worded outside English', () => {
  test.each([
    [
      'quota-exhausted',
      [
        '今月の利用回数が上限に達しました',
        'Das Tageslimit ist erreicht',
        'La limite mensuelle est atteinte',
        'Alcanzaste el límite mensual',
      ],
    ],
    ['quota-exhausted', ['O limite semanal foi atingido', 'Месячный лимит исчерпан', '本周次数已用完', '이번 달 호출 횟수를 초과했습니다']],
    [
      'account-past-due',
      ['ご利用料金が未納です', 'Gesperrt wegen Zahlungsverzug', 'Bloqué pour retard de paiement', 'Suspendida por falta de pago'],
    ],
    [
      'subscription-inactive',
      ['Die Probephase ist vorbei', 'El período de prueba expiró', 'O período de avaliação terminou', '服务已到期'],
    ],
    [
      'plan-required',
      ["Cette option n'est pas comprise dans votre formule", 'El plan básico no incluye informes', 'O plano básico não inclui relatórios'],
    ],
    [
      'credentials-invalid',
      ['Die Sitzung ist abgelaufen', 'La sesión caducó', 'A sessão expirou', 'Сеанс истёк', 'セッションの有効期限が切れています'],
    ],
    [
      'payment-declined',
      ['Die Karte wurde abgelehnt', 'La carte a été refusée', 'La tarjeta fue rechazada', 'O cartão foi recusado', 'Карта отклонена'],
    ],
    ['access-blocked', ['In Ihrer Region nicht verfügbar', 'No disponible en su país', 'Недоступно в этом регионе']],
  ] as [CauseId, string[]][])('%s', (cause, sentences) => {
    for (const sentence of sentences) expect([sentence, first(sentence)]).toEqual([sentence, cause]);
  });
});

describe('vetoes: words that look like a cause and are none', () => {
  test.each([
    ['Too many tokens, please wait before trying again.', 'rate-limited'],
    ['Rate limit exceeded. See https://example.com/settings/billing to upgrade.', 'rate-limited'],
    ['max_tokens is not supported with this model', 'invalid-request'],
    ['Credits are fine. The requested model does not exist.', 'not-found'],
    ['You have not exceeded your quota. The API key is invalid.', 'credentials-invalid'],
    ['Add a credit card to continue.', 'payment-method-required'],
    ['Your card has insufficient funds.', 'payment-declined'],
    ['Update your payment method: your payment was declined.', 'payment-method-required'],
    ['Method Not Allowed', 'method-not-allowed'],
    ['The session has ended, please sign in again.', 'credentials-invalid'],
    ['You have exhausted your capacity on this model.', 'quota-exhausted'],
    ['This call requires the business_read permission.', 'permission-denied'],
  ] as [string, CauseId][])('%s', (text, cause) => expect(first(text)).toBe(cause));

  test.each([
    'https://example.com/insufficient-balance/out-of-credits',
    '    at rateLimitExceeded (/srv/quota/exceeded.js:12:3)',
    'Everything is fine.',
  ])('%s says nothing', (text) => expect(readWording(text)).toEqual([]));
});

describe('pairs: both hold in one message, and the exact reason wins', () => {
  const pairs: [string, CauseId, CauseId][] = [
    ['Rate limit exceeded: your monthly budget of 50 USD is exceeded.', 'spend-limit-reached', 'rate-limited'],
    [
      'Your account is suspended because an invoice is unpaid. Credits: none left, balance is zero.',
      'account-past-due',
      'credits-exhausted',
    ],
    ['Your account was suspended: insufficient balance.', 'credits-exhausted', 'account-disabled'],
    ['You exceeded the free monthly quota. Add credits to continue.', 'quota-exhausted', 'credits-exhausted'],
    ['You have reached your usage limit. Upgrade to the Pro plan for more.', 'quota-exhausted', 'plan-required'],
    ['Too many requests per minute. Upgrade your plan for a higher quota.', 'rate-limited', 'plan-required'],
    ['Insufficient credits. Permission denied.', 'credits-exhausted', 'permission-denied'],
    ['This model requires a paid plan. Access denied.', 'plan-required', 'permission-denied'],
    ["The prompt is too long: it exceeds the model's context window. Invalid request.", 'context-too-long', 'invalid-request'],
    ['The key belongs to another project. The token is invalid.', 'key-scope-mismatch', 'credentials-invalid'],
    ['This country is not supported. Access forbidden.', 'access-blocked', 'permission-denied'],
    ['The server is overloaded. Internal server error.', 'overloaded', 'upstream-failure'],
    ['Your trial has expired. The API key was not accepted, authentication failed.', 'subscription-inactive', 'credentials-invalid'],
    ['The input was flagged by moderation. Request not allowed.', 'content-refused', 'permission-denied'],
  ];
  test.each(pairs)('%s', (text, winner, loser) => {
    const causes = readWording(text).map(({ cause }) => cause);
    expect(causes[0]).toBe(winner);
    expect(causes).toContain(loser);
  });
});

test('advice after the reason counts less than the reason', () => {
  const [best, ...rest] = readWording('The daily limit of requests is reached.\nPlease check your plan and add a payment method.');
  expect(best).toMatchObject({ cause: 'quota-exhausted' });
  expect(rest.find(({ cause }) => cause === 'payment-method-required')?.strength).not.toBe('strong');
});

describe('machine-readable words', () => {
  test.each([
    ['INSUFFICIENT_BALANCE', 'credits-exhausted'],
    ['insufficientBalance', 'credits-exhausted'],
    ['context_length_exceeded', 'context-too-long'],
    ['invalid_api_key', 'credentials-invalid'],
    ['PREMIUM_REQUIRED', 'plan-required'],
    ['quotaExceeded', 'quota-exhausted'],
    ['subscription_expired', 'subscription-inactive'],
    ['ThrottlingException', 'rate-limited'],
    ['model_not_found', 'not-found'],
    ['insufficient_quota', 'credits-exhausted'],
  ] as [string, CauseId][])('%s', (code, cause) => expect(readCode(code)[0]?.cause).toBe(cause));

  test.each(['invalid_request_error', 'api_error', '402', '1113', 'requests'])('%s alone says nothing', (code) =>
    expect(readCode(code)).toEqual([]),
  );

  test('one word in any casing', () =>
    expect(['RateLimitExceededError', 'rate_limit_exceeded', 'rate-limit.exceeded'].map(codeWords)).toEqual(
      Array(3).fill('rate limit exceeded'),
    ));
});

test('clauses: wrapped lines go on, stack frames and links are left out', () => {
  expect(clausesOf('No credits\n  left on this account. See https://example.com/x for more\n    at run (/srv/a.js:1:2)')).toEqual([
    'No credits left on this account',
    'See for more',
  ]);
});

test('a megabyte of one word is read in bounded work', () => {
  expect(readWording('a'.repeat(1_000_000))).toEqual([]);
  expect(first(`${'x '.repeat(9000)} insufficient balance`)).toBeUndefined();
});

describe('how often a thing may be asked for', () => {
  test.each<[string, CauseId]>([
    ['这个接口每分钟最多访问3次', 'rate-limited'],
    ['这个接口每天最多访问3次', 'quota-exhausted'],
    ['You may make at most 3 calls per minute here', 'rate-limited'],
    ['Basket quota exceeded: calls per basket per minute', 'rate-limited'],
    ['购物车分组已被禁用', 'permission-denied'],
    ['Our provider returned an error', 'upstream-failure'],
    ['You have reached your credit limit until your credits renew', 'quota-exhausted'],
    ['The team is restricted: bandwidth exceeded', 'quota-exhausted'],
  ])('%s', (text, cause) => expect(first(text)).toBe(cause));
});
