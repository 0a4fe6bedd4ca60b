/**
 * What wording means, whoever the vendor is. The order of the list IS the precedence: where several entries hold in one
 * message, the earlier one wins (test/wording.test.ts goes through the pairs). The idea of the order: what names its own
 * reason exactly (a budget, an invoice, a card) stands before what may be a consequence of it (a quota, a suspension, a
 * permission), and a pace (wait) before an allowance (pay), because "upgrade your plan" is added to nearly everything.
 */
import type { CauseId } from '../model/cause.ts';
import type { Concept } from './lexicon.ts';

/**
 * `strong`: the words leave one reading. `fair`: mostly right. `weak`: broad words, for want of anything better; the status
 * code outweighs them where it disagrees.
 */
export type Strength = 'strong' | 'fair' | 'weak';

export type Wording = {
  cause: CauseId;
  strength: Strength;
  /** Concepts that must all stand in one clause. */
  all?: Concept[];
  /** Words of which one must stand in the clause; the lines are read as one expression, without regard to case. */
  says?: RegExp[];
  /** Vetoes: concepts or words in the same clause that turn the meaning. */
  not?: (Concept | RegExp)[];
};

const NEGATED = /\b(?:not|never|without|hasn't|isn't|doesn't) (?:been )?(?:exceed|reach|hit|exhaust|run out|deplet)/i;
const FREE_ALLOWANCE =
  /\bfree\b|\bincluded\b|\bmonthly included\b|\btrial credits?\b|免费|無料|무료|kostenlos|gratis|gratuit|gratuito|бесплатн/i;
const WAIT = /\b(?:please )?(?:wait|slow down|try again (?:in|later|after)|retry (?:in|after|later))\b|稍后|请等待|しばらく/i;
/** What fills up again by itself is an allowance. */
const RENEWS = /\b(?:credits?|quota|allowance|usage)\b.{0,12}\b(?:renews?|refills?|replenish(?:es)?|refresh(?:es)?)\b/iu;
const CARD = /\b(?:card|issuer|bank|cardholder|instrument|funding source)\b/i;
/** Who is to log in once more was logged in: the login ended. */
const AGAIN =
  /\b(?:log|sign)(?:ged)?[ -]?in (?:back )?again\b|\bre-?(?:log|auth)\w*|再度ログイン|重新登[录錄入]|다시 로그인|erneut an|de nuevo|novamente|снова|заново/iu;
const A_NUMBER_OF_TOKENS = /tokens?|characters?|chars|字符|токен|トークン|토큰/i;

export const wordings: Wording[] = [
  // A machine is asked to pay.
  {
    cause: 'payment-challenge',
    strength: 'strong',
    says: [
      /\bx402\b|\bx402Version\b|\bpay the (?:lightning )?invoice\b|\b(?:lightning|bolt-?11) invoice\b/iu,
      /\bmacaroon\b|\b(?:X-PAYMENT|PAYMENT-SIGNATURE|PAYMENT-REQUIRED) header\b|\bl402\b|\bcrawler-price\b/iu,
      /\bpaymentauth\b/iu,
      /\b(?:payment|pay) (?:is )?required to (?:crawl|access this (?:resource|endpoint|content))/iu,
    ],
  },

  // The call is itself a charge.
  {
    cause: 'payment-declined',
    strength: 'strong',
    says: [
      /\b(?:card|payment|instrument|transaction|charge|purchase)\b.{0,60}\b(?:was|been|is|got|were|either)? ?(?:declined|refused by|rejected by (?:the |your )?(?:bank|issuer|processor|card))/iu,
    ],
    not: [/\b(?:subscription|update your|your (?:last|recent) payment|billing (?:page|settings)|plan|renew)\b/i],
  },
  {
    cause: 'payment-declined',
    strength: 'strong',
    says: [
      /カード(?:が|は).{0,12}(?:無効|拒否|承認され|使用でき|利用でき)|卡.{0,8}(?:被拒|拒绝|拒絕)|(?:支付|付款|交易)被(?:拒|拒绝)|카드.{0,10}(?:거절|거부)|결제.{0,8}거절/iu,
      /(?:karte|zahlung).{0,40}abgelehnt|(?:carte|paiement).{0,30}(?:refusé|rejeté|déclin)|(?:tarjeta|pago).{0,30}(?:rechazad|declinad)|(?:cartão|pagamento).{0,30}(?:recusad|rejeitad)|(?:карт|плат[её]ж)\p{L}*.{0,24}отклон/iu,
      /\b(?:do not honou?r|insufficient funds on (?:the|your) card|card (?:has|have) insufficient funds|card(?:'s)? (?:has )?expired|(?:card|instrument|generic)[_ ]declined?|incorrect cvc|security code is incorrect|transaction not permitted to cardholder|your card was (?:declined|not accepted)|card does not support|pick ?up card|lost card|stolen card|authentication required for this (?:card|payment)|bank declined)\b/iu,
    ],
    not: [/\b(?:subscription|update your|billing (?:page|settings)|plan)\b/i],
  },
  {
    cause: 'payment-method-required',
    strength: 'strong',
    says: [/\byour (?:\w+ ){0,3}(?:payment|card)\b.{0,40}\b(?:declined|failed|could not be (?:charged|processed))/iu],
  },

  // One request is too long.
  {
    cause: 'context-too-long',
    strength: 'strong',
    says: [
      /\b(?:maximum|max\.?|model(?:'s)?|allowed|supported|the) (?:\w+ )?context (?:length|window|size|limit)/iu,
      /\bcontext[ _-]?(?:length|window|size|limit|overflow)\b.{0,80}\b(?:exceed|too|limit|overflow|larger|longer|greater|of|is|full|reached|\d)/iu,
      /exceed\w*.{0,50}\bcontext\b|\bcontext (?:is )?too (?:long|large)|\bcontext overflow/iu,
    ],
    not: [/\bbeta\b|\bnot (?:yet )?available\b|\bsubscription\b/i],
  },
  {
    cause: 'context-too-long',
    strength: 'strong',
    says: [
      /\b(?:prompt|input|inputs|request|messages?|conversation|chat|thread|text|content|query|payload|transcript)s?\b.{0,40}\b(?:is|are|was|were)? ?too (?:long|many tokens)\b/iu,
      /\btoo many (?:input |prompt |total )?tokens\b/iu,
      /\binput (?:length|tokens?|is)\b.{0,60}\b(?:exceed|too long|larger|longer|greater|must be|should be|over)/iu,
      /\b(?:range of input length|please reduce (?:the|your) (?:length|prompt|input|message))/iu,
      /\breduce the length of the\b/iu,
      /\b(?:prompt|input|request|message|conversation)s?\b.{0,24}\b\d[\d,]* tokens\b.{0,60}\b(?:limit|maximum|max)\b/iu,
    ],
    not: ['rate', 'shortWindow', WAIT, /\burl\b|\buri\b|\bper (?:minute|day)/i],
  },
  {
    cause: 'context-too-long',
    strength: 'strong',
    says: [
      /\b(?:requested|prompt|input|total|message|request|estimated)?\s?tokens?\b.{0,60}\b(?:exceed(?:s|ed|ing)?|greater than|more than|larger than|is over|over the|above)\b.{0,60}/iu,
      /\bexceed(?:s|ed|ing)?\b.{0,50}\b(?:token limit|maximum (?:number of )?(?:\w+ )?tokens|max(?:imum)?[ _](?:sequence|input|model|prompt)[ _]?(?:length|len|tokens)?)/iu,
      /\b(?:token|prompt) (?:count|length)\b.{0,60}\b(?:exceeds?|limit|over)\b/iu,
      /\b(?:conversation|chat|thread|prompt|message)\b.{0,30}\b(?:maximum|max|its) length\b/iu,
      /\bmax(?:imum)? (?:allowed )?(?:sequence|prompt|input) length/iu,
    ],
    not: ['rate', 'shortWindow', 'longWindow', WAIT, 'balance', 'quota', /\b(?:credit|afford|higher|monthly|key)\b/i],
  },
  {
    cause: 'context-too-long',
    strength: 'strong',
    says: [
      /\brequest too large\b.{0,160}\b(?:tokens per|tpm|token)|上下文(?:长度|窗口)/iu,
      /(?:输入|提示词|内容|文本|token).{0,12}(?:过长|太长|超长|超出(?:最大|模型)|超过(?:最大|模型))|超过.{0,12}(?:最大长度|上下文|token ?数)/iu,
      /コンテキスト.{0,12}(?:超|長)|入力.{0,8}長すぎ|컨텍스트.{0,12}초과|입력.{0,10}(?:너무 )?(?:길|초과)|kontextlänge/iu,
      /longueur (?:maximale )?du contexte|longitud (?:máxima )?del contexto|comprimento (?:máximo )?do contexto/iu,
      /длин\p{L}* контекста|контекст\p{L}* .{0,20}превыш/iu,
    ],
  },
  {
    cause: 'context-too-long',
    strength: 'strong',
    says: [
      /\bmax_?(?:completion_|output_|new_)?tokens\b.{0,80}\b(?:too (?:large|high|big)|exceed|must be (?:less|at most|<=)|maximum value|greater than|larger than|supports? at most)/iu,
      /\b(?:at most|maximum of) \d[\d,]* (?:completion |output |input )?tokens\b/iu,
    ],
    not: [/\bnot supported\b|\bunsupported\b/i],
  },

  // Content.
  {
    cause: 'content-refused',
    strength: 'strong',
    says: [
      /\bcontent[ _-]?(?:policy|filter(?:ed|ing|s)?|management|moderation|safety|exists? risk|blocked|violation|not allowed)/iu,
      /\b(?:safety|moderation)[ _](?:system|filters?|settings?|reasons?|policy|policies|check|ratings?)/iu,
      /\bfor safety\b|\bflagged\b/iu,
      /\b(?:inappropriate|harmful|sensitive|unsafe|disallowed|prohibited|nsfw|explicit)[ _](?:content|words?|information|input|text|material|prompt)/iu,
      /\b(?:blocked|rejected|refused) (?:by|due to|for|because of) (?:\w+ ){0,3}(?:safety|moderation|content|policy|guardrail)/iu,
      /\bdata[ _]?inspection|\bprohibited[ _]content\b/iu,
      /\b(?:violat\w+|against) (?:\w+ ){0,4}(?:usage|content|use|community) (?:polic(?:y|ies)|guidelines)/iu,
      /\bfinish[_ ]?reason\W{1,4}(?:safety|content_filter|prohibited_content|blocklist|recitation|spii)\b/iu,
      /\bmoderation\b|敏感(?:内容|信息|词)?|违规内容|内容.{0,6}(?:违规|不合规|安全)|不安全|审核(?:未通过|不通过)|コンテンツポリシー|不適切な|콘텐츠 정책|부적절한/iu,
      /inhaltsrichtlinie|richtlinien für inhalte|politique de contenu|política de contenido/iu,
      /política de conteúdo|политик\p{L}* содержимого|недопустим\p{L}* (?:содержани|контент)/iu,
    ],
    not: [/\b(?:account|organi[sz]ation|user|key|workspace)\b.{0,40}\b(?:suspended|disabled|banned|terminated|deactivated|locked)\b/i],
  },

  // Money, the exact reasons first.
  {
    cause: 'plan-required',
    strength: 'strong',
    says: [
      /\bextra usage is required\b|\bnot subscribed (?:in|to|under|for) (?:the|your|this) (?:current )?(?:plan|api|product|option)/iu,
      /\bnot in (?:the |your |this )?(?:current )?(?:plan|subscription|tier)\b/iu,
      /\b(?:disabled|unavailable|restricted|blocked|locked|off) (?:for|on|in|with|under|by) (?:your|the|this) (?:current )?(?:plan|subscription|tier|package)\b/iu,
      /\b(?:model|feature|endpoint|api|access|chain|region|resource)\b.{0,80}\bupgrade (?:your|to)/iu,
      /\b(?:premium|pro|paid|enterprise|business|plus|ultra|team)[ _](?:plan |account |subscription |user |members?(?:hip)? |tier )?(?:is )?(?:required|only)/iu,
      /\brequires? (?:a |an |the )?(?:\p{L}+ ){0,2}(?:premium|pro|paid|enterprise|business|plus|higher|subscription|membership|upgraded?)\b/iu,
      /\b(?:premium|enterprise|pro|paid|business|plus)[- ](?:only )?(?:features?|functionality|endpoints?|models?|capabilit(?:y|ies))\b/iu,
      /\b(?:plan|subscription|licen[sc]e|add-?on)s? (?:is|are) missing\b|\b(?:missing|lacks?|lacking) (?:an? |the )?(?:\p{L}+ ){0,3}(?:plan|subscription|licen[sc]e)\b(?! key)/iu,
      /\bnot entitled to (?:use |access )?(?:this|the) (?:feature|api|service|model|product)/iu,
      /\brequires? (?:\p{L}+ ){0,3}(?:tier|plan|subscription) ?\d?\b|\b(?:plan|tier|subscription)\b.{0,20}\b(?:has no|without) access\b/iu,
      /\b(?:only|exclusively) (?:be )?(?:available|accessible|supported|for|open) (?:\p{L}+ ){0,4}(?:paid|premium|pro|enterprise|plus|business|subscribers?|plans?|members|customers)\b/iu,
      /\bnot (?:yet |currently )?(?:available|included|supported|enabled|part|allowed|accessible|covered) (?:\p{L}+ ){0,4}(?:plan|tier|subscription|free users?|package|edition|trial)\b/iu,
      /\byour (?:\p{L}+ ){0,3}(?:plan|tier|subscription|package|account type|edition)\b.{0,40}\b(?:does not|doesn't|do not|don't|cannot|can't|not) (?:\p{L}+ )?(?:include|support|have|allow|cover|permit|access|provide|entitle)/iu,
      /\b(?:trial|free|demo|public api|basic|starter|hobby|community) (?:accounts?|tier|plan|users?|version|keys?)\b.{0,60}\b(?:cannot|can't|can not|may not|not (?:have|able|allowed|permitted|supported|available|include)|do(?:es)? not|don't|doesn't|restricted|limited to|unable)\b/iu,
    ],
    not: ['rate'],
  },
  {
    cause: 'spend-limit-reached',
    strength: 'strong',
    all: ['spendCap', 'exceeded'],
    not: [NEGATED, /\bfree\b|\brate limit/i, 'shortWindow', RENEWS],
  },
  {
    cause: 'spend-limit-reached',
    strength: 'strong',
    says: [
      /\bover (?:the |your |its )?budget\b|\bbudget\b.{0,20}\bexceed|\bexceeded ?budget\b/iu,
      /\bkey (?:total |monthly |daily |weekly )?limit (?:was |has been )?exceeded\b|\bkey with a higher\b/iu,
      /\bhard limit\b.{0,40}\b(?:reached|exceeded)/iu,
      /\b(?:raise|increase) (?:your |the )?(?:spend|spending|budget|billing|monthly) (?:limit|cap)|^(?!.*\bupgrade\b).*\b(?:raise|increase) (?:your |the )?usage (?:limit|cap)/iu,
      /令牌(?:总)?(?:额度|配额)|token quota is not enough|set inference limit|\bspend(?:ing)? (?:limit|cap)\b/iu,
    ],
  },
  {
    cause: 'payment-unspecified',
    strength: 'strong',
    says: [/\bbilling[- ]related (?:error|issue|problem|failure)|\bbilling status\b/iu],
  },
  {
    cause: 'account-past-due',
    strength: 'strong',
    says: [
      /\bpast[- _]?due\b|\bover ?due\b|\barrear(?:s|age)\b|\bunpaid\b|\bnon-?payment\b|\bdelinquent\b/iu,
      /\binvoices?\b.{0,30}\b(?:not (?:yet |been )*paid|still open|unpaid)\b/iu,
      /\bin (?:a )?good standing\b|\boutstanding (?:balance|invoices?|payments?|bills?)\b/iu,
      /\b(?:pay|settle) (?:your|the|all|any) (?:outstanding |open |unpaid |overdue |pending )?(?:invoices?|bills?)\b/iu,
      /\b(?:billing|payment) (?:issues?|problems?|failures?)\b|\bfailed payments?\b|欠费|欠費|欠款|逾期|未払い|滞納|延滞|미납|연체/iu,
      /überfällig|unbezahlt|offene rechnung|impayée?|ausstehende\p{L}* (?:zahlung|rechnung|betr)|zahlungs(?:verzug|rückstand)|nichtzahlung/iu,
      /(?:défaut|retard|absence) de paiement|falta de pag(?:o|amento)|inadimpl|欠繳|欠缴|未繳|未缴|未払|未納|支払い?が(?:確認でき|遅れ|滞)|체납/iu,
      /(?<!\p{L})(?:factura|fatura)s? (?:vencid|pendient|em atraso)|pago pendiente|pagos? pendientes?|просроч|задолженност|не ?оплач|неуплат|неоплат/iu,
    ],
    not: [/余额不足/],
  },
  {
    cause: 'account-past-due',
    strength: 'strong',
    all: ['account', 'suspended', 'billingWord'],
    not: ['balance', /\bpayment method\b|\bbilling account\b|\bplan\b/i],
  },
  {
    cause: 'payment-method-required',
    strength: 'strong',
    all: ['paymentMethod', 'absent'],
    not: [
      'rate',
      /\b(?:i|we) (?:do |already |also |have )?(?:have|had|added|updated) (?:\p{L}+ )?(?:valid|payment|credit|billing|card)/iu,
      /\bcheck your plan and billing|\bincorrect\b|\bbilling (?:cycle|period|page|hard limit|quota)\b|\bquota\b|\bexceeded\b/i,
    ],
  },
  {
    cause: 'quota-exhausted',
    strength: 'strong',
    all: ['quota', 'exceeded'],
    says: [FREE_ALLOWANCE],
    not: [NEGATED, 'shortWindow', /\bpurchased\b/i],
  },
  {
    cause: 'quota-exhausted',
    strength: 'strong',
    says: [
      /\b(?:free|daily|weekly|monthly|included) (?:\p{L}+ ){0,3}(?:usage|quota|credits?|allowance|allocation|requests?|limit)\b.{0,40}\b(?:exceeded|reached|exhausted|used up|depleted|hit)/iu,
      /\b(?:used|exceeded|reached|hit|depleted|consumed|exhausted)\b.{0,24}\b(?:monthly|daily|weekly|included|free) (?:\p{L}+ ){0,3}(?:usage|quota|credits?|allowance|allocation|limit|requests?)/iu,
      /\blimit\b.{0,30}\bfor (?:your|this|the) (?:current )?(?:plan|subscription|tier)\b.{0,30}\b(?:reached|exceeded|hit)\b/iu,
      /\b(?:reached|exceeded|hit|used|exhausted)\b.{0,30}\b(?:maximum (?:number|amount) of|your capacity)\b(?! (?:\p{L}+ )?(?:tokens|retries|redirects|characters|attempts|connections))/iu,
      /\busage limits?\b.{0,40}\b(?:reached|exceeded|hit)|\b(?:reached|hit|exceeded)\b.{0,40}\busage limits?/iu,
      /\b\d+[- ]hour limit (?:reached|exceeded|hit)\b/iu,
      /\b(?:reached|hit|exceeded|used)\b.{0,80}\buntil (?:your |the )?(?:\p{L}+ )?(?:credits?|quota|allowance|usage) (?:renews?|refills?|resets?|refresh(?:es)?|replenish(?:es)?)\b/iu,
      /\bout of (?:extra |free |your )?(?:usage|messages|requests|searches|generations)\b|\blimit will reset\b|\bno quota\b/iu,
      /(?:今日|本日|当日|當日|每日|本月|每月|本周|本週|当月|當月|今天|这个月).{0,8}(?:额度|額度|用量|次数|次數|配额|配額).{0,8}(?:用|耗|超|达|達|不足)/iu,
      /\b(?:hit|reached) your (?:\p{L}+ )?limit\b(?! of)|\blimits?\b.{0,40}\bresets? (?:at |on |in |after )?\d/iu,
    ],
    not: ['shortWindow', NEGATED, /\bpull rate|\brate limit/i],
  },
  {
    cause: 'credits-exhausted',
    strength: 'strong',
    all: ['balance', 'empty'],
    not: [NEGATED, CARD, FREE_ALLOWANCE, /\bcredit cards?\b|\btokens?\b.{0,40}\bcontext/i],
  },
  { cause: 'credits-exhausted', strength: 'strong', all: ['topUp'], not: [CARD] },
  { cause: 'credits-exhausted', strength: 'strong', says: [/(?:预扣费|扣费|扣款|扣除额度).{0,6}失败/iu] },
  {
    cause: 'subscription-inactive',
    strength: 'strong',
    all: ['subscription', 'ended'],
    not: ['quota', 'rate', /\btoken\b|\bkey\b|\bcertificate\b|\bpayment method\b|\bupgrade\b|\bdoes not\b/i, 'balance'],
  },
  {
    cause: 'subscription-inactive',
    strength: 'strong',
    says: [
      /\b(?:trial|subscription|membership|plan|licen[sc]e)\b.{0,30}\b(?:has|have|is|was)? ?(?:expired|ended|lapsed|cancell?ed|over|inactive|not active)\b/iu,
      /\b(?:don't|do not|doesn't|does not|without) (?:\p{L}+ )?(?:have )?(?:an? )?(?:active|valid|current) (?:\p{L}+ ){0,2}(?:subscription|membership|plan|licen[sc]e)\b/iu,
      /\bnot (?:currently )?subscribed\b(?! to (?:the|this))|\b(?:package|contract|service plan) (?:has |is |was )?(?:expired|ended)\b|(?:服务|服務|套餐|会员|會員|订阅|訂閱|授权|试用|資源包|资源包).{0,6}(?:过期|過期|到期)/iu,
    ],
    not: ['quota'],
  },

  // Pace before allowance: both speak of limits, and only the window tells them apart.
  {
    cause: 'rate-limited',
    strength: 'strong',
    says: [
      /每(?:分钟|分鐘|秒钟?|秒鐘|小时|小時).{0,6}(?:最多|至多|只能|仅能|僅能|不能超过|不得超过|上限)|(?:1|一)?(?:分間?|秒間?|時間)(?:あたり|に)(?:最大|最高)|(?:분당|초당|시간당) ?최대/iu,
      /\b(?:at most|no more than|a maximum of|only|up to) (?:\d[\d,]*|one|two) (?:\p{L}+ ){0,2}(?:times|calls|requests|queries) (?:per|a|every|each) (?:second|minute|hour)\b/iu,
    ],
  },
  {
    cause: 'quota-exhausted',
    strength: 'strong',
    says: [
      /每(?:天|日|周|週|月|年).{0,4}(?:最多|至多|只能|仅能|僅能|不能超过|不得超过).{0,12}(?:次|条|條|个|個)|(?:1|一)(?:日|か月|ヶ月|週間)(?:あたり|に)(?:最大|最高)|(?:하루|일일|월) ?최대/iu,
    ],
  },
  { cause: 'rate-limited', strength: 'strong', all: ['rate', 'shortWindow'], not: [/\binvalid\b/i] },
  {
    cause: 'rate-limited',
    strength: 'strong',
    says: [/\b(?:requests?|tokens?|calls|queries) (?:per \p{L}+ ){0,4}per (?:second|minute)\b/iu],
    not: ['longWindow'],
  },
  { cause: 'quota-exhausted', strength: 'strong', all: ['quota', 'exceeded', 'longWindow'], not: [NEGATED] },
  {
    cause: 'quota-exhausted',
    strength: 'fair',
    says: [
      /\b(?:max(?:imum)? )?(?:daily|monthly|weekly) (?:\p{L}+ ){0,3}limit|\brequests? per day\b/iu,
      /\blimit.{0,30}\bper (?:day|month|week)\b/iu,
      /\bresets? (?:in|at|on) (?:\d+ ?(?:d|days?|h|hours?)|midnight|[A-Z])/iu,
    ],
  },
  {
    cause: 'quota-exhausted',
    strength: 'fair',
    says: [
      /\b(?:reached|hit|exceeded) (?:the|your) (?:\p{L}+ ){0,2}limit\b|\blimits? (?:was |has been |is )?(?:reached|exceeded)\b|\bpassed (?:their|its|your|the) limit\b/iu,
    ],
    not: [
      NEGATED,
      'rate',
      'shortWindow',
      A_NUMBER_OF_TOKENS,
      /\b(?:context|size|length|bytes?|files?|depth|recursion|time|timeout|memory|retry|retries|redirects?|connections?|heap|stack|complexity|cpu|body|payload|header|request limit)\b/i,
    ],
  },
  { cause: 'rate-limited', strength: 'strong', all: ['rate'], not: [/\bcontext\b|\bnot a rate limit/i] },
  { cause: 'rate-limited', strength: 'strong', says: [/\berror (?:code:? )?1015\b/iu] },
  { cause: 'rate-limited', strength: 'strong', all: ['quota', 'exceeded', 'shortWindow'] },
  {
    cause: 'quota-exhausted',
    strength: 'strong',
    all: ['quota', 'exceeded'],
    not: [NEGATED, /\bstorage\b.{0,20}\bfile|\b(?:file|body|payload|request) size\b/i],
  },
  {
    cause: 'quota-exhausted',
    strength: 'strong',
    says: [
      /\b(?:insufficient|not enough|out of|no more) (?:\p{L}+ ){0,2}(?:storage|space)\b|\bstorage (?:is )?full\b/iu,
      /(?:存储|儲存)?空间不足|(?:ストレージ|保存)容量.{0,4}(?:不足|足り)|저장 ?(?:공간|용량).{0,6}부족|speicherplatz.{0,20}(?:nicht|voll)|espace (?:de stockage )?insuffisant|espacio (?:de almacenamiento )?insuficiente|espaço (?:de armazenamento )?insuficiente|недостаточно места/iu,
    ],
    not: [/\bon device\b|\bheap\b|\bdisk\b|\bmemory\b/i],
  },

  // What a plan holds.
  {
    cause: 'plan-required',
    strength: 'strong',
    all: ['plan', 'needed'],
    not: [
      'rate',
      'overload',
      /\b(?:permissions?|scopes?|roles?)\b(?!.*\b(?:plan|tier|upgrade|subscription)\b)/i,
      /\bpayment (?:plan|method)\b|\btier (?:is )?not allowed for this project\b|\bupgrade (?:required|header|the|your (?:client|version|app|browser|node|python))\b/i,
    ],
  },

  // The server has its own trouble.
  { cause: 'overloaded', strength: 'strong', all: ['overload'], not: [/\bmodel .{0,60}not found\b/i, /\byour capacity\b/i] },

  // Somebody behind the one who answers failed, whatever status it was turned into.
  {
    cause: 'upstream-failure',
    strength: 'strong',
    says: [
      /\b(?:requested url|upstream|origin|remote|backend|provider|target)(?: server| api| service)? (?:has )?(?:returned|responded|answered)\b.{0,40}\b5\d\d\b/iu,
    ],
  },

  // Who is calling.
  {
    cause: 'key-scope-mismatch',
    strength: 'strong',
    says: [
      /\bmismatch(?:ed)?[ _-](?:organi[sz]ation|project|region|environment|account)/iu,
      /\b(?:key|token|credentials?|header|account|organi[sz]ation|project)\b.{0,60}\b(?:belongs? to (?:a(?:nother)?|different|the wrong)|(?:for|from|of) (?:a(?:nother)?|different) (?:different |other )?(?:project|organi[sz]ation|account|region|environment|workspace|team|product|resource)|should match|does not belong|not (?:valid|intended|authori[sz]ed|allowed) for this (?:endpoint|project|region|environment|product|route|resource|operation))/iu,
      /\b(?:test|live|sandbox|production)[ -]mode (?:key|api key|secret)/iu,
      /\b(?:test|live|sandbox|production) (?:api )?(?:key|token|secret)\b.{0,40}\b(?:live|test|production|sandbox)\b/iu,
      /\b(?:organi[sz]ation|project|workspace|region|tenant)\b.{0,40}\b(?:does not|doesn't|do not|don't) match\b/iu,
      /\bsimilar object exists in (?:test|live) mode\b/iu,
      /\b(?:must|should) use (?:a |an |the )?(?:\p{L}+ ){0,3}(?:key|keys|token|tokens)\b.{0,60}\b(?:from|of|attached|associated|for)\b/iu,
      /\b(?:key|token)\b.{0,30}\b(?:restricted|limited|bound|tied) to (?:a |an )?(?:different|another|other)\b/iu,
      /\bwrong (?:region|project|organi[sz]ation|environment|endpoint for)|\bno such (?:organi[sz]ation|project|workspace|tenant)\b/iu,
      /\bcredentials? (?:is |are )?(?:scoped|issued) (?:to|for) (?:a )?(?:different|another)/iu,
    ],
  },
  {
    cause: 'account-disabled',
    strength: 'strong',
    says: [
      /\b(?:account|organi[sz]ation|user|workspace|project|consumer|team|app|api[- ]?key|key|tenant)\b[^.]{0,80}\b(?:has been |have been |is |was |are |been )(?:currently |temporarily |permanently )?(?:suspended|disabled|deactivated|banned|terminated|restricted|locked|blocked|flagged for abuse)\b/iu,
      /\b(?:account|user|app|api[- ]?key|organi[sz]ation|workspace|team) (?:is |was )?(?:inactive|deactivated|disabled|suspended|banned|locked|frozen|closed)\b/iu,
      /\brepositor(?:y|ies)\b[^.]{0,80}\b(?:is|are|has been|have been) (?:disabled|suspended|locked)\b/iu,
      /\bhas (?:disabled|suspended|deactivated|banned|terminated) (?:your|the|this) (?:\p{L}+ ){0,6}(?:account|project|key|organi[sz]ation|workspace)\b/iu,
      /\b(?:suspended|disabled|deactivated|banned|terminated|paused) (?:for (?:the |your |this )?(?:\p{L}+ )?)?(?:account|organi[sz]ation|user|workspace|key)/iu,
      /\b(?:violat\w+|abuse of) (?:\w+ ){0,4}(?:terms|acceptable use)|\bterms of service violation/iu,
      /\byour access (?:was|has been|is) (?:terminated|suspended|banned|disabled)\b|\b(?:banned|suspended|disabled|terminated|deactivated) (?:your|the|this) (?:\p{L}+ )?(?:account|organi[sz]ation|workspace)\b/iu,
      /\babus(?:e|ive) (?:detected|detection|activity)|(?:账号|账户|帐号|用户|组织|密钥).{0,10}(?:停用|冻结|封禁|禁用|封号)/iu,
      /アカウント.{0,12}(?:停止|凍結|無効)|계정.{0,12}(?:정지|차단|비활성)|konto.{0,80}(?:gesperrt|deaktiviert)/iu,
      /compte.{0,40}(?:suspendu|désactivé|bloqué)/iu,
      /(?:cuenta|conta).{0,40}(?:suspendid|suspens|bloquead|desactivad|desativad)/iu,
      /(?:аккаунт|учетн\p{L}+ запис\p{L}+).{0,40}(?:заблокирован|отключ[её]н|приостановлен)/iu,
    ],
    not: [
      'billingWord',
      /\b(?:quota|egress|bandwidth|usage|storage|transfer|limit|allowance)s?\b.{0,20}\bexceed|\bexceed\w* .{0,30}\b(?:quota|egress|bandwidth|usage|limit|allowance)/i,
      /\bscope|\bapi (?:has|is) (?:not )?(?:been )?(?:used|enabled)|\bby (?:waf|cloudflare|firewall)|\bip\b/i,
    ],
  },
  {
    cause: 'access-blocked',
    strength: 'strong',
    says: [
      /\b(?:country|countries|region|territory|location|geograph\w+|jurisdiction)\b.{0,50}\b(?:not (?:currently )?(?:supported|available|allowed|permitted)|unsupported|blocked|restricted|unavailable|prohibited)/iu,
      /\bblock(?:s|ed|ing)? access from (?:your |this )?(?:country|region|location|network)\b/iu,
      /\brequest blocked\b|\bip restriction|\bgenerated by cloudfront\b/iu,
      /\b(?:not (?:supported|available|allowed)|unsupported|blocked|restricted|unavailable|disallowed|forbidden|prohibited) (?:\p{L}+ ){0,3}(?:your |this )?(?:country|region|territory|location)/iu,
      /\b(?:your )?(?:ip|ip[- ]address(?:es)?|client ip|source ip|origin)\b.{0,50}\b(?:not (?:\p{L}+ )?(?:allowed|authori[sz]ed|permitted|whitelisted|allow-?listed)|blocked|banned|denied|restricted|blacklisted|not in)/iu,
      /\bip\b.{0,40}(?:n't|not) (?:white|allow)-?listed\b|\byou have been blocked\b|\benable js and disable any ad ?blocker|\bverify (?:that )?you(?: are|'re) (?:a )?human\b/iu,
      /(?:n't|not) (?:currently |yet )?(?:available|supported|offered)\b.{0,24}\bin (?:your|this) (?:region|country|area|territory)\b/iu,
      /\bjust a moment\b|\battention required\b|\bcf-(?:challenge|mitigated)|\bcloudflare ray id\b/iu,
      /\bchecking (?:your browser|if the site)|\bcaptcha\b/iu,
      /\b(?:blocked|denied) by (?:\p{L}+ ){0,3}(?:security|firewall|waf|cloudflare|akamai|bot|edge|network policy)/iu,
      /\bbot (?:protection|detection|traffic)|\bunusual (?:traffic|activity)/iu,
      /\bautomated (?:queries|requests|access)|\bvpn\b|\bgeo-?block/iu,
      /\berror (?:code:? )?10(?:06|07|08|09|10|12|20)\b|\bhost not allowed\b|\bdomain not allowed\b/iu,
      /\brefer(?:r)?er\b.{0,30}\b(?:blocked|not allowed|restrict)|(?:国家|地区|区域|地域).{0,10}(?:不支持|不可用|限制)/iu,
      /ip.{0,10}(?:不在|白名单|被封|受限)|ip.{0,6}未.{0,8}(?:授权|允许|許可)|国.{0,14}(?:ご?利用(?:できません|いただけません)|サポートされていません|提供していません|対応していません)|(?:지역|국가).{0,12}(?:지원|사용|이용|제공)/iu,
      /nicht in (?:ihrem|deinem) land|in (?:ihre|deine)[mr] (?:land|region|gebiet) .{0,12}nicht|(?:votre )?(?:pays|région) .{0,20}(?:non|pas)|(?:non|pas) (?:disponible|accessible|pris en charge).{0,12} (?:pays|région)|(?:en|no) (?:su|tu|seu) país|(?:en su|en tu|na sua) regi(?:ón|ão)/iu,
      /(?:регион|стран)\p{L}* .{0,20}(?:недоступ|не поддерж|не работа|заблокирован)|(?:недоступ|не поддерж|не работа)\p{L}*.{0,24}(?:регион|стран)|ваш\p{L}* стран\p{L}*/iu,
    ],
    not: [/\brate limit\b|\bcheck your (?:internet|network)/i],
  },
  {
    cause: 'proxy-auth-required',
    strength: 'strong',
    says: [
      /\bproxy authentication (?:is )?required\b|\bproxy.{0,20}\b407\b|\btunnel connection failed: 407|\btunnell?ing socket\b.{0,60}\b407\b/iu,
    ],
  },
  {
    cause: 'proxy-interference',
    strength: 'strong',
    says: [
      /\bcaptive portal\b|\bweb ?(?:filter|gateway)\b|\bzscaler\b|\bfortiguard\b|\bsquid\b/iu,
      /\bblocked by (?:your |the )?(?:organi[sz]ation|company|administrator|network)/iu,
      /\bfrom proxy after connect\b|\bproxy connect aborted\b|\btunnel connection failed: (?!407)|\btunnell?ing socket could not be established\b(?!.{0,60}407)/iu,
      /\bnetwork authentication required\b|\bnetskope\b|\bblue ?coat\b/iu,
    ],
  },
  {
    cause: 'network-failure',
    strength: 'strong',
    says: [
      /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE|ECONNABORTED|CERT_HAS_EXPIRED|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_(?:VERIFY_LEAF_SIGNATURE|GET_ISSUER_CERT\w*)|ERR_TLS_CERT_ALTNAME_INVALID|UND_ERR_\w+|WinError 100\d\d|NameResolutionError|SSLError|ConnectTimeout(?:Error)?|ReadTimeout(?:Error)?|ConnectError|ConnectionRefusedError|ConnectionResetError|SSLCertVerificationError|certificate_verify_failed|SSLHandshakeException|UnknownHostException|SocketTimeoutException)\b/iu,
      /\bHTTP[/ ](?:status |code )?000\b|\bhttp_code[:= ]{1,3}000\b/iu,
      /\bgetaddrinfo\b|\bcould(?: not|n't) resolve (?:host|proxy)|\bno such host\b/iu,
      /\bname or service not known\b|\btemporary failure in name resolution|\bname resolution\b/iu,
      /\bconnection (?:was )?(?:refused|reset|aborted|timed out|closed (?:by|before)|error)/iu,
      /\bactively refused\b|\bsocket hang up\b|\bserver disconnected\b|\bremote end closed\b/iu,
      /\bcertificate (?:verify failed|has expired|signed by unknown)|\bunable to get local issuer\b/iu,
      /\bself[- ]signed certificate\b|\btls handshake\b|\bssl(?:\/tls)? (?:handshake|error|routines|connect)/iu,
      /\bx509:|\bfailed to connect\b|\bnetwork (?:is )?(?:unreachable|error)\b|\bno route to host\b/iu,
      /\beof occurred in violation of protocol\b|\baborted due to (?:a )?timeout\b|\bTimeoutError\b/iu,
      /\bunexpected eof\b|\bmax retries exceeded with url\b|\bfetch failed\b|\bi\/o timeout\b/iu,
      /\bcontext deadline exceeded\b|\bconnect(?:ion)? (?:attempt )?timed? ?out\b|\btimeout of \d+ ?ms exceeded\b/iu,
      /\b(?:check|verify) your (?:internet|network)(?: connection)?\b|检查(?:您的|你的)?网络|檢查(?:您的|你的)?網路|(?:ネットワーク|インターネット)(?:の)?接続を(?:ご)?確認|(?:인터넷|네트워크) ?연결.{0,6}확인/iu,
      /(?:internet|netzwerk)verbindung.{0,20}(?:prüfen|überprüfen)|(?:prüfen|überprüfen) sie (?:ihre|die) (?:internet|netzwerk)|vérifiez votre connexion|(?:verifi(?:que|ca)|comprueb[ae]|revis[ae]) (?:su|tu|sua) (?:conexión|conexão)|проверьте (?:подключение|соединение|интернет)/iu,
      /\berr_(?:connection|name|internet|ssl|cert|network|timed)_\w+|连接(?:超时|失败|被拒|尝试失败|重置)|网络(?:错误|异常|连接)|无法连接/iu,
      /接続(?:できません|に失敗|が拒否)|연결(?:할 수 없|이 거부| 실패| 시간)|verbindung.{0,20}(?:fehlgeschlagen|verweigert|abgelehnt)/iu,
      /connexion (?:refusée|impossible|échouée)|conexión (?:rechazada|fallida)|conexão (?:recusada|falhou)/iu,
      /соединени\p{L}* .{0,20}(?:отклонен|сброшен|не удалось)/iu,
    ],
    not: [/\bupstream\b|\bround-?trip\b|\b50[0234]\b|\b52\d\b/i],
  },

  {
    cause: 'credentials-missing',
    strength: 'strong',
    says: [
      /\b(?:no|missing|without|empty|absent) (?:valid )?(?:an? |the )?(?:\p{L}+ )?(?:api[- _]?keys?|authentication|authorization|credentials?|auth|access token|bearer token|token|login|signature|session)\b(?! found in db)/iu,
      /\b(?:api[- _]?key|authentication|authorization(?: header)?|credentials?|access token|bearer token|auth(?:entication)? token|login|token)\b.{0,30}\b(?:not (?:provided|supplied|set|present|specified|found|included|configured|sent)|missing|(?:is|are) required|required|was not|must be (?:provided|set|supplied|specified))/iu,
      /\b(?:did not|didn't|do not|don't|have not|haven't) (?:provide|supply|include|send|specif\w+|set) (?:\p{L}+ ){0,3}(?:api[- _]?key|credentials?|authentication|token|auth)/iu,
      /\brequires (?:authentication|authorization|login|a valid api)/iu,
      /\b(?:unable to|could not|couldn't|cannot|can't) (?:locate|find|load) (?:\p{L}+ ){0,2}(?:credentials|api key|token)\b|\bcredentials (?:were|was) not found\b/iu,
      /\b(?:you (?:are|must be|need to be)|user (?:is )?|please) ?(?:not )?(?:logged in|log in|login|sign in|signed in|authenticated?)\b/iu,
      /\bunauthenticated\b|\banonymous (?:access|caller|user|requests?)\b|\bauth(?:entication)? required\b/iu,
      /\bmissing (?:or invalid )?auth|未提供.{0,10}(?:令牌|密钥|key|认证|凭证|token)|缺少.{0,10}(?:令牌|密钥|key|认证|凭证|token)/iu,
      /未登录|请(?:先)?登录|認証が必要|ログインしてください|로그인이 필요|인증이 필요|nicht (?:angemeldet|authentifiziert)|non authentifié/iu,
      /authentification requise|no autenticado|não autenticado|требуется (?:аутентификац|авторизац)/iu,
    ],
    not: [AGAIN, /\binvalid\b.{0,30}\bexpired\b|\bincorrect\b|\bexpired\b|\brevoked\b|\bpassword is incorrect/i],
  },
  {
    cause: 'credentials-invalid',
    strength: 'strong',
    says: [
      /\b(?:invalid|incorrect|wrong|bad|malformed|expired|revoked|unknown|unrecogni[sz]ed|inactive|deleted|leaked) (?:\p{L}+[ -]){0,3}(?:api[- _]?keys?|keys?|tokens?|credentials?|authentication|authorization|signature|password|secret|login|jwt|session|x-api-key|username|bearer|client|grant|access[- ]?key|user(?:name)? or password)\b/iu,
      /\b(?:api[- _]?keys?|tokens?|credentials?|authentication|authorization|signature|password|secret|jwt|key|session|x-api-key|login|username)\b.{0,60}\b(?:(?:is|are|was|has|have|been|were) ?(?:an? )?(?:invalid|incorrect|wrong|not valid|malformed|expired|revoked|not recogni[sz]ed|unrecogni[sz]ed|inactive|deleted|leaked|rejected|compromised|not (?:be )?(?:found|verified|validated))|expired\b|invalid\b|does(?: not|n't) (?:match|exist)|not found in db|fail(?:ed|s|ure)?\b|could not be (?:verified|validated|found)|incorrect\b)/iu,
      /\b(?:could not|unable to|failed to|cannot|can't) (?:be )?(?:authenticated?|verify (?:your )?(?:credentials|token|identity)|validate (?:credentials|token|api key)|decode (?:jwt|token)|log ?in)\b/iu,
      /\binvalid[_ ](?:api[_ ]?key|token|client|grant|credentials|auth\w*|signature|jwt)\b|\bbad credentials\b/iu,
      /\bauthentication (?:fails|failed|error|failure)\b|\bno such user\b|\binvalid ?client ?token ?id\b/iu,
      /\bunrecognized ?client\b|\bsignature ?does ?not ?match\b|\b(?:jwt|token) expired\b/iu,
      /\b(?:username|password|credentials?)\b.{0,24}\bnot accepted\b|\b(?:session|login)\b.{0,20}\b(?:has |have )?(?:ended|timed out|expired)\b|\b(?:log|sign) in again\b/iu,
      /sitzung.{0,20}(?:abgelaufen|ungültig)|session (?:a )?(?:expiré|invalide)|sesión.{0,16}(?:caduc|expir|inválid)|sessão.{0,16}(?:expir|inválid)|(?:сесси|сеанс)\p{L}*.{0,16}(?:ист[её]к|недейств|завершен)/iu,
      /(?:セッション|ログイン).{0,10}(?:有効期限|期限切れ|切れ)|세션.{0,10}(?:만료|유효하지)|(?:会话|會話|登录|登入).{0,6}(?:过期|過期|失效)/iu,
      /无效.{0,6}(?:令牌|密钥|key|token|凭证|api)|(?:令牌|密钥|凭证|token|key|密码).{0,10}(?:无效|错误|过期|失效|不正确|不存在)/iu,
      /(?:认证|鉴权|身份验证|登录)失败|(?:APIキー|トークン|パスワード|認証).{0,12}(?:無効|正しくありません|不正|失敗|期限切れ)/iu,
      /(?:키|토큰|비밀번호|인증).{0,12}(?:유효하지|잘못|실패|만료|올바르지)|ungültig\p{L}* (?:api-)?(?:schlüssel|token|anmelde)/iu,
      /(?:schlüssel|anmeldung|authentifizierung|passwort).{0,20}(?:ungültig|falsch|fehlgeschlagen|abgelaufen)/iu,
      /(?:clé|jeton|identifiants|authentification).{0,20}(?:invalide|incorrect|expiré|échou)/iu,
      /(?:clave|token|credenciales|autenticación|contraseña).{0,24}(?:inválid|incorrect|fallid|expirad|caducad)/iu,
      /(?:chave|token|credenciais|autenticação|senha).{0,24}(?:inválid|incorret|falhou|expirad)/iu,
      /(?:неверн|недействительн)\p{L}* (?:api[- ]?)?(?:ключ|токен|парол)/iu,
      /(?:ключ|токен|парол)\p{L}*.{0,24}(?:неверн|недействит|истек)/iu,
    ],
    not: [
      /\bunexpected token\b|\bvalid json\b|\bsession (?:limit|window)|\btoken (?:count|limit)|\btokens? per\b|\binsufficient (?:permissions?|scopes?|privileges?)\b/i,
    ],
  },

  {
    cause: 'payload-too-large',
    strength: 'strong',
    says: [
      /\b(?:request )?(?:entity|payload|body|content|file|upload|image|attachment|request|message|document|audio|video)s?\b.{0,30}\btoo (?:large|big)\b/iu,
      /\b(?:exceed\w*|larger than|over|above|maximum|max)\b.{0,50}\b\d[\d.,]* ?(?:bytes|[kmg]i?b)\b/iu,
      /\b(?:body|payload|content|file|upload)\b.{0,20}\blarger than\b|\bmax(?:Body|Content)Length\b/iu,
      /\btoo large (?:body|payload|file|entity)\b|\brequest_too_large\b|\bmax(?:imum)?[ _](?:file|upload|body|request|payload)[ _]size\b/iu,
      /\b(?:file|body|payload|request|upload) size\b.{0,40}\b(?:exceed|limit|too|larger)|文件(?:过大|太大)/iu,
      /请求体(?:过大|太大)|ファイルサイズ|본문이 너무|파일 크기/iu,
    ],
    not: [A_NUMBER_OF_TOKENS],
  },

  {
    cause: 'conflict',
    strength: 'strong',
    says: [
      /\balready (?:exists?|been|in use|taken|registered|published|processed|running)\b|\bconflict(?:s|ing)?\b/iu,
      /\bduplicate(?:d|s)?\b|\bcannot (?:modify|publish over)|\bpreviously published\b|\bedit conflict\b/iu,
      /\bversion mismatch\b|\bidempotency\b|\bidempotent requests? can only\b|已存在|重复|すでに存在|이미 존재|existiert bereits|existe déjà|ya existe/iu,
      /já existe|уже существует/iu,
    ],
  },
  {
    cause: 'permission-denied',
    strength: 'strong',
    says: [
      /\b(?:api|service)\b.{0,60}\b(?:has not been used|is disabled|not (?:been )?enabled)/iu,
      /\baccess ?not ?configured\b|\borgani[sz]ation must be verified\b|\bnot (?:a )?member of\b/iu,
      /\bnot allowed to (?:access|use|perform|call|create|sample|invoke)/iu,
      /\b(?:does|do) not have (?:\p{L}+ ){0,3}(?:access|permissions?|rights?|privileges?|scopes?)\b/iu,
      /\b(?:doesn't|don't) have (?:\p{L}+ ){0,3}(?:access|permissions?|rights?|privileges?|scopes?)\b/iu,
      /\b(?:insufficient|missing|required|lacks?|without|no)(?: the)?(?: required| necessary)? (?:\p{L}+ )?(?:permissions?|scopes?|privileges?|role|rights?|access rights|entitlements?|authentication scopes)\b/iu,
      /\bmust have (?:\p{L}+ ){0,2}(?:rights?|permissions?|role|privileges?)\b/iu,
      /\bis not authori[sz]ed to\b|\bnot authori[sz]ed (?:to|for)\b|\bpermissions? denied\b/iu,
      /分组.{0,20}(?:禁用|弃用)|\boperation (?:is )?not allowed\b/iu,
      /\b(?:gated|private) (?:repo|model|dataset)|\bmay not perform\b|\bcannot (?:be )?access(?:ed)?\b/iu,
      /\b(?:organi[sz]ation|admin(?:istrator)?|owner|workspace|company) has (?:disabled|restricted|blocked|turned off) (?!your|this|the)/iu,
      /\b(?:cannot|can't) (?:currently|yet) (?:make|use|send|create|accept|perform)\b|\b(?:pending|awaiting) (?:approval|review|activation|verification)\b/iu,
      /\bno permissions?\b|\bdata policy\b|\bguardrail restrictions?\b/iu,
      /\bsso\b.{0,40}\b(?:enforce|authori[sz]|required)|(?:没有|无|無).{0,6}(?:权限|權限|访问)|无权|未授权|権限が(?:ありません|不足)/iu,
      /アクセス権|권한이 없|접근 권한|keine berechtigung|pas (?:la|les|l') ?(?:permission|autorisation|droits)/iu,
      /no tiene(?:s)? (?:permiso|acceso)|não tem (?:permissão|acesso)|нет (?:прав|доступа|разрешени)/iu,
    ],
    not: ['rate', /\bdoes not exist\b/i],
  },
  {
    cause: 'not-found',
    strength: 'strong',
    all: ['thing', 'gone'],
    not: [
      'credential',
      /\bor (?:\w+ ){1,2}may not exist\b|\bpermission\b.{0,80}\bdenied on\b|\bdns\b|\bhost not found|\bparameter\b|\bfield\b|\bmissing required\b|\bproperty\b|\bargument\b/i,
    ],
  },
  { cause: 'not-found', strength: 'strong', says: [/^\W*cannot (?:get|post|put|patch|delete|head|options) \//iu] },
  { cause: 'not-found', strength: 'strong', all: ['thing', 'retired'], not: [/\bwill be\b/i] },
  {
    cause: 'unsupported-media-type',
    strength: 'strong',
    says: [
      /\bunsupported (?:media|content)[ -]?type\b/iu,
      /\bcontent[- ]type\b.{0,40}\b(?:not supported|unsupported|not acceptable|must be|not allowed|expected)/iu,
    ],
  },
  {
    cause: 'method-not-allowed',
    strength: 'strong',
    says: [/\bmethod (?:'?\w+'? )?(?:is )?not (?:allowed|supported)\b|\brequest method\b.{0,20}\bnot\b/iu],
    not: [/\bpayment method\b/i],
  },
  {
    cause: 'service-unavailable',
    strength: 'fair',
    says: [
      /\bservice (?:is )?(?:temporarily |currently )?unavailable\b|\bmaintenance\b/iu,
      /\b(?:deployment|site|service|app|application|project|instance|database) (?:is |has been |was )?(?:currently |temporarily )?(?:paused|hibernat\w+|suspended by (?:its|the) owner)\b/iu,
      /\btemporarily (?:unavailable|down|offline)\b|\bscheduled downtime\b|\bdown for\b|服务(?:暂时)?不可用|维护/iu,
      /サービス(?:が|は)?(?:一時的に)?(?:利用できません|停止)|メンテナンス|서비스.{0,8}(?:사용할 수 없|중단)|점검|wartung|nicht verfügbar/iu,
      /indisponible|no disponible temporalmente|indisponível|недоступ\p{L}* сервис|сервис.{0,12}недоступ/iu,
    ],
  },
  {
    cause: 'upstream-failure',
    strength: 'fair',
    says: [
      /\binternal (?:server )?error\b|\bbad gateway\b|\bgateway time-?out\b/iu,
      /\b(?:model |inference |upstream )?(?:provider|backend) (?:has )?(?:returned|responded with|sent) (?:an? |no )?(?:\p{L}+ ){0,2}(?:errors?|response|answer|content)\b/iu,
      /\bupstream\b.{0,40}\b(?:error|fail|connect|timeout|reset|unavailable|request|response)/iu,
      /\b(?:server|backend|origin)(?: side)? (?:error|failure|had an error)\b|\bsomething went wrong\b/iu,
      /\bserver (?:has )?encountered an? (?:\p{L}+ ){0,2}(?:error|problem|exception)\b/iu,
      /\bunexpected (?:server )?(?:error|exception|condition)\b|\bno healthy upstream\b/iu,
      /\bround-?trip http request to upstream\b|\bweb server is down\b/iu,
      /\ban error occurred (?:while|during|in) (?:processing|the)|\bsystem error\b|服务器(?:内部)?错误|内部错误/iu,
      /系统(?:错误|异常|繁忙)|上游|サーバー(?:内部)?エラー|内部エラー|서버 (?:내부 )?오류|내부 오류|interner serverfehler|erreur interne/iu,
      /error interno|erro interno|внутренн\p{L}* ошибк\p{L}*/iu,
    ],
  },
  { cause: 'request-timeout', strength: 'fair', says: [/\brequest time-?out\b|\btimed? ?out waiting for (?:the )?(?:client|request)\b/iu] },
  {
    cause: 'payment-unspecified',
    strength: 'fair',
    says: [
      /\bpayment (?:is )?required\b|\bbilling (?:error|issue)\b|\bbilling[ _]error\b|请付款|需要付费|支払いが必要|결제가 필요/iu,
      /zahlung erforderlich|paiement requis|pago requerido|pagamento (?:necessário|obrigatório)/iu,
      /требуется оплата|необходима оплата/iu,
    ],
  },

  // Broad words, for want of anything better.
  { cause: 'permission-denied', strength: 'weak', all: ['permission'], not: ['rate'] },
  { cause: 'permission-denied', strength: 'weak', says: [/\bnot authori[sz]ed\b/iu] },
  { cause: 'credentials-missing', strength: 'weak', all: ['credential', 'notSent'] },
  { cause: 'credentials-invalid', strength: 'weak', all: ['credential', 'wrong'], not: [/\bunexpected token\b|\bvalid json\b/i] },
  { cause: 'credentials-invalid', strength: 'weak', says: [/\bunauthori[sz]ed\b|认证|鉴权|認証エラー/iu] },
  {
    cause: 'invalid-request',
    strength: 'weak',
    says: [
      /\b(?:invalid|malformed|unsupported|unrecogni[sz]ed|unknown|unexpected|illegal|bad)\b.{0,40}\b(?:request|parameters?|params?|argument|field|value|body|json|property|format|input|type|schema|option|url|name|image|response_format|role|tool\w*|message)/iu,
      /\b(?:is|are|not) (?:required|supported|valid|allowed|permitted|a valid)\b|\bnot (?:yet )?supported\b/iu,
      /\bdoes not support\b|\bmust (?:be|have|contain|not)\b/iu,
      /\bmissing (?:required )?(?:parameter|field|property|argument)|\bfield required\b/iu,
      /\bvalidation (?:error|failed)\b|\bbad request\b|\bcould not parse\b|\bunmarshal\b|\bfailed to parse\b|\bparse error\b/iu,
      /\bextra inputs? (?:is|are) not permitted\b|\bexpected\b.{0,40}\b(?:but|got|received|to be)\b/iu,
      /\bhttps required\b|\bdoes not match\b|参数(?:错误|无效|不合法|异常)|请求(?:格式|参数)|不合法|パラメータ|リクエストが(?:不正|無効)/iu,
      /잘못된 (?:요청|매개변수)|ungültige (?:anfrage|parameter)|requête invalide|paramètre/iu,
      /solicitud (?:inválida|no válida)|parámetro|requisição inválida|parâmetro/iu,
      /неверн\p{L}* (?:запрос|параметр)|некорректн\p{L}* запрос/iu,
    ],
  },
];
