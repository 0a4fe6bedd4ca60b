/**
 * What the status codes of 4xx and 5xx mean, and what each has to do with 402: money hides under many of them. Standard ones
 * after RFC 9110 and the RFCs that add to it, vendors' own ones only where a public page documents them.
 */
import type { RetryAdvice } from './cause.ts';
import { statusNames } from './status-names.ts';

export type Status = {
  code: number;
  name: string;
  /** Where it is defined: the RFC and its section, or the vendor and the page. */
  section: string;
  /** What it means. */
  says: string;
  /** What it has to do with 402. */
  about402: string;
  /** What a client does that knows nothing but the status. */
  retry: RetryAdvice;
};

const CLOUDFLARE = 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/';
const SHOPIFY = 'https://shopify.dev/docs/api/usage/response-codes';
const TAVILY = 'https://help.tavily.com/articles/8645538886-understanding-http-errors';
const EDGE_ROUTINE = 'https://help.aliyun.com/en/edge-security-acceleration/dcdn/user-guide/http-status-codes';

const table: Omit<Status, 'name'>[] = [
  {
    code: 400,
    section: 'RFC 9110 §15.5.1',
    says: 'The server takes the request itself to be wrong: its syntax, its framing or its values.',
    about402:
      'Money that others answer with 402 hides here too: an empty balance at Anthropic ("Your credit balance is too low"), a hard limit at OpenAI (billing_hard_limit_reached), a spend limit at Groq (blocked_api_access), arrears at DashScope (Arrearage).',
    retry: 'never',
  },
  {
    code: 401,
    section: 'RFC 9110 §15.5.2',
    says: 'Valid credentials are missing. The server has to say in WWW-Authenticate how to authenticate, which many JSON APIs leave out.',
    about402:
      'A 401 is about who calls and a 402 about who pays, yet some send 401 for money: OpenCode Zen for an empty balance (CreditsError), ElevenLabs for a used-up quota (quota_exceeded), one-api for a key whose budget is spent.',
    retry: 'after-fix',
  },
  {
    code: 402,
    section: 'RFC 9110 §15.5.3',
    says: 'RFC 9110 defines nothing but the name and keeps the code for future use, so each vendor decides what a 402 means: only code, type and message in the body tell. It is not cacheable by default, and no header field has to come with it.',
    about402:
      'In practice a 402 is one of these: prepaid credits are used up or too low for this one request (OpenRouter, DeepSeek, Replicate); the allowance of the plan for this period is used up (Hugging Face, GitHub Copilot), and then waiting helps; a limit that somebody set is reached (Venice, Exa, an OpenRouter key); the plan does not include what was called (npm, Fireworks); there is no valid payment method (DeepInfra, Cohere); an invoice is open and the account frozen (Shopify); the call was a charge and the bank declined it (Stripe); or the server asks the client itself to pay (x402, L402, MPP, Pay Per Crawl). Two more pass by themselves: the usage window of a Claude plan, and too many calls in flight at OpenRouter, which then sends Retry-After.',
    retry: 'after-fix',
  },
  {
    code: 403,
    section: 'RFC 9110 §15.5.4',
    says: 'The server has understood the request and refuses it: whoever sent the credentials may not do this, or nobody may from there.',
    about402:
      'Often a 402 by another name: no credits or licence at xAI, a paid balance missing at SiliconFlow (30011), a key limit at OpenRouter ("Key limit exceeded"), an overdue account at Volcengine (AccountOverdueError), a spent quota at one-api and new-api.',
    retry: 'after-fix',
  },
  {
    code: 404,
    section: 'RFC 9110 §15.5.5',
    says: 'There is nothing at this address, or the server will not say that there is.',
    about402:
      'A plan can stand behind it where a 402 would be plainer: Nous Research hides models that the free tier lacks (model_not_supported_on_free_tier), ZenMux those outside the plan (model_not_available), Volcengine those that were never activated (ModelNotOpen).',
    retry: 'never',
  },
  {
    code: 405,
    section: 'RFC 9110 §15.5.6',
    says: 'The resource exists and does not take this method; Allow lists the ones that it takes.',
    about402: 'Nothing to do with 402: no vendor is known to send it for money. See whether a redirect turned a POST into a GET.',
    retry: 'never',
  },
  {
    code: 406,
    section: 'RFC 9110 §15.5.7',
    says: 'The server has nothing in a form that the Accept fields of the request allow.',
    about402: 'Nothing to do with 402: no vendor is known to send it for money.',
    retry: 'never',
  },
  {
    code: 407,
    section: 'RFC 9110 §15.5.8',
    says: 'A proxy on the way wants credentials of its own, and says in Proxy-Authenticate which.',
    about402: 'Not the API: it has not seen the request yet, and may still answer 402 once the proxy lets the call through.',
    retry: 'after-fix',
  },
  {
    code: 408,
    section: 'RFC 9110 §15.5.9',
    says: 'The server gave up waiting for the rest of the request; it may be sent again on a new connection. Some gateways also mean that their upstream took too long.',
    about402: 'Nothing to do with 402: no vendor is known to send it for money.',
    retry: 'now',
  },
  {
    code: 409,
    section: 'RFC 9110 §15.5.10',
    says: 'The request conflicts with the present state of the resource. Read the state, then send the change against it.',
    about402:
      'Rarely a 402 in disguise: Azure Resource Manager answers 409 for a disabled subscription (ReadOnlyDisabledSubscription), which an unpaid bill can be the reason for. With Stripe it is an idempotency key in use.',
    retry: 'now',
  },
  {
    code: 410,
    section: 'RFC 9110 §15.5.11',
    says: 'The resource was here and has been removed, as far as the server knows for good.',
    about402: 'Nothing to do with 402: what is gone cannot be had for money either. Retired models and API versions answer so.',
    retry: 'never',
  },
  {
    code: 411,
    section: 'RFC 9110 §15.5.12',
    says: 'The server wants a Content-Length with the body.',
    about402: 'Nothing to do with 402: it is about how the client sends the body.',
    retry: 'never',
  },
  {
    code: 412,
    section: 'RFC 9110 §15.5.13',
    says: 'A condition in the header fields of the request (If-Match and the like) does not hold.',
    about402:
      'Where no condition was sent, think of 402: Portkey answers 412 for a used-up budget, Fireworks for an account suspended over a spending limit or an unpaid invoice, and the x402 reference server for a wallet that has yet to approve the token.',
    retry: 'never',
  },
  {
    code: 413,
    section: 'RFC 9110 §15.5.14',
    says: 'The body is larger than the server will take. With Retry-After it is a passing limit.',
    about402:
      'Not 402, though a larger plan may allow more: Groq sends it for one request that exceeds the tokens per minute of the tier, and no waiting helps there.',
    retry: 'never',
  },
  {
    code: 414,
    section: 'RFC 9110 §15.5.15',
    says: 'The URL is longer than the server will take; long parameters belong into a body.',
    about402: 'Nothing to do with 402: it is about the form of the request.',
    retry: 'never',
  },
  {
    code: 415,
    section: 'RFC 9110 §15.5.16',
    says: 'The server does not take a body of this Content-Type or Content-Encoding.',
    about402: 'Nothing to do with 402: it is about the form of the request.',
    retry: 'never',
  },
  {
    code: 416,
    section: 'RFC 9110 §15.5.17',
    says: 'The range that was asked for lies outside the resource.',
    about402: 'Nothing to do with 402: it is about the Range field.',
    retry: 'never',
  },
  {
    code: 417,
    section: 'RFC 9110 §15.5.18',
    says: 'The server, or a proxy before it, cannot meet the Expect field, mostly 100-continue. Send the request without it.',
    about402: 'Nothing to do with 402: it is about the Expect field, which curl adds to large bodies.',
    retry: 'never',
  },
  {
    code: 418,
    section: 'RFC 9110 §15.5.19',
    says: 'Reserved and without a meaning, since a joke protocol (RFC 2324) took the number first.',
    about402: 'Nothing to do with 402: no vendor is known to send it for money.',
    retry: 'never',
  },
  {
    code: 421,
    section: 'RFC 9110 §15.5.20',
    says: 'The request came to a server that does not answer for this host, mostly over a shared connection. It may be sent again on a new one.',
    about402: 'Nothing to do with 402: the server that would know the account was never reached.',
    retry: 'now',
  },
  {
    code: 422,
    section: 'RFC 9110 §15.5.21',
    says: 'The body is well formed and its content still makes no sense to the server: a missing member, a value out of range.',
    about402: 'Nothing to do with 402 as documented by any vendor known here: the message names the member to change.',
    retry: 'never',
  },
  {
    code: 423,
    section: 'RFC 4918 §11.3',
    says: 'The resource is locked. It comes from WebDAV, and other APIs use it for what somebody is working on or has been locked out of.',
    about402:
      'Shopify tells the two apart: 402 is a shop frozen for an open balance, 423 a shop locked for breaking limits again and again or for a risk of fraud.',
    retry: 'after-fix',
  },
  {
    code: 424,
    section: 'RFC 4918 §11.4',
    says: 'The action depended on another one, and that one failed.',
    about402: 'A 402 may be what the other action met: look at the error of the dependency that the body names.',
    retry: 'after-fix',
  },
  {
    code: 425,
    section: 'RFC 8470 §5.2',
    says: 'The request came in the early data of TLS and might be a replay. Send it again after the handshake.',
    about402: 'Nothing to do with 402: it guards against replays, those of a payment among them.',
    retry: 'now',
  },
  {
    code: 426,
    section: 'RFC 9110 §15.5.22',
    says: 'The server wants another protocol, named in Upgrade: a newer HTTP or TLS, a WebSocket.',
    about402: 'Nothing to do with 402: the upgrade meant is that of a protocol, not of a plan.',
    retry: 'never',
  },
  {
    code: 428,
    section: 'RFC 6585 §3',
    says: 'The server wants a condition in the request (If-Match), so that no change gets lost.',
    about402: 'Nothing to do with 402: it is about conditional requests.',
    retry: 'never',
  },
  {
    code: 429,
    section: 'RFC 6585 §4',
    says: 'Too many requests in a given time. Retry-After may say when to come back; no cache may store it.',
    about402:
      'The status under which most money hides: OpenAI (insufficient_quota, credit_balance_exhausted), Moonshot (exceeded_current_quota_error), Z.ai (1113) and Gemini answer 429 where others answer 402, and waiting does not help. At DashScope the same word insufficient_quota is a plain throttle, and waiting does.',
    retry: 'after-delay',
  },
  {
    code: 430,
    section: `Shopify: ${SHOPIFY}`,
    says: 'Not a standard code. Shopify sends it for a request that looks malicious.',
    about402: 'Nothing to do with 402: Shopify uses that one for a shop with an open balance.',
    retry: 'after-fix',
  },
  {
    code: 431,
    section: 'RFC 6585 §5',
    says: 'The header fields, or one of them, are too large: mostly cookies or a token.',
    about402: 'Nothing to do with 402: it is about the form of the request. A very long payment field can be the reason.',
    retry: 'never',
  },
  {
    code: 432,
    section: `Tavily: ${TAVILY}`,
    says: 'Not a standard code. Tavily sends it when the usage that the plan or the key allows is spent.',
    about402: "Tavily's 402: the plan or the wait for the next period resolves it.",
    retry: 'after-fix',
  },
  {
    code: 433,
    section: `Tavily: ${TAVILY}`,
    says: 'Not a standard code. Tavily sends it when the pay-as-you-go limit of the account is reached. At SHOPLINE it is a blocked request.',
    about402: "Tavily's 402 for a limit that the account has set itself: raise it in the dashboard.",
    retry: 'after-fix',
  },
  {
    code: 451,
    section: 'RFC 7725 §3',
    says: 'A law or an order forbids the access; a Link field with rel="blocked-by" may name who blocks.',
    about402: 'Nothing to do with 402: paying does not lift a legal block.',
    retry: 'never',
  },
  {
    code: 498,
    section: 'Groq: https://console.groq.com/docs/errors',
    says: 'Not a standard code. Groq sends it when the flex tier has no capacity left for the request.',
    about402: 'Not 402: no account is short of money, and the on-demand tier may have room.',
    retry: 'after-delay',
  },
  {
    code: 499,
    section:
      'nginx, as told by https://learn.microsoft.com/en-us/dotnet/api/microsoft.aspnetcore.http.statuscodes.status499clientclosedrequest',
    says: 'Not a standard code. The client hung up before the answer was there; nginx writes it into its log, and some APIs call a cancelled request so.',
    about402: 'Nothing to do with 402: nobody answered anything. Look at the timeout of the client first.',
    retry: 'now',
  },
  {
    code: 500,
    section: 'RFC 9110 §15.6.1',
    says: 'The server met something that it was not ready for.',
    about402: "Seldom money, but a gateway can wrap its upstream's 402 in a 500: read the body before retrying.",
    retry: 'after-delay',
  },
  {
    code: 501,
    section: 'RFC 9110 §15.6.2',
    says: 'The server cannot do what the method asks for, for any resource.',
    about402: 'Nothing to do with 402: it is not there at any price.',
    retry: 'never',
  },
  {
    code: 502,
    section: 'RFC 9110 §15.6.3',
    says: 'A gateway or proxy got no valid response from the server behind it.',
    about402: 'Seldom a 402 underneath; where a gateway passes on the words of its upstream, they tell whose account is meant.',
    retry: 'after-delay',
  },
  {
    code: 503,
    section: 'RFC 9110 §15.6.4',
    says: 'The server cannot take the request for now: overload or maintenance. Retry-After may say for how long.',
    about402:
      'Mostly not 402. In one-api and new-api a 503 without an available channel is the configuration of the gateway; Vercel sends DEPLOYMENT_PAUSED for a project that its owner, or a spend limit, has paused.',
    retry: 'after-delay',
  },
  {
    code: 504,
    section: 'RFC 9110 §15.6.5',
    says: 'A gateway or proxy got no timely response from the server behind it.',
    about402: 'Nothing to do with 402, but the call may have been done and charged all the same: look before sending it again.',
    retry: 'after-delay',
  },
  {
    code: 505,
    section: 'RFC 9110 §15.6.6',
    says: 'The server does not speak this major version of HTTP.',
    about402: 'Nothing to do with 402: it is about the protocol.',
    retry: 'never',
  },
  {
    code: 506,
    section: 'RFC 2295 §8.1',
    says: 'The server is configured wrongly: the variant that content negotiation chose negotiates itself.',
    about402: 'Nothing to do with 402: the operator of the server has to mend it.',
    retry: 'after-fix',
  },
  {
    code: 507,
    section: 'RFC 4918 §11.5',
    says: 'The server cannot store what the request needs stored.',
    about402: 'No vendor is known to send it for money, yet room that is used up may be a matter of the plan, as with some 402s.',
    retry: 'after-fix',
  },
  {
    code: 508,
    section: 'RFC 5842 §7.2',
    says: 'The server found an endless loop while it handled the request.',
    about402: 'Nothing to do with 402: the operator of the server has to mend it.',
    retry: 'after-fix',
  },
  {
    code: 510,
    section: 'RFC 2774 §7',
    says: 'The request lacks an extension that the server wants. Historic.',
    about402: 'Nothing to do with 402: it is about the protocol.',
    retry: 'never',
  },
  {
    code: 511,
    section: 'RFC 6585 §6',
    says: 'The network itself wants a login first: a captive portal stands in between, and the API has not been reached.',
    about402: 'Not the API. A paid network may want money too, but a 402 of the API could only come after it.',
    retry: 'after-fix',
  },
  {
    code: 520,
    section: `Cloudflare: ${CLOUDFLARE}error-520/`,
    says: 'Not a standard code. Cloudflare got an empty, oversized or unreadable response from the server behind it.',
    about402: 'Nothing to do with 402: Cloudflare speaks, and the API has not answered.',
    retry: 'after-delay',
  },
  {
    code: 521,
    section: `Cloudflare: ${CLOUDFLARE}error-521/`,
    says: 'Not a standard code. The server behind Cloudflare refuses the connection.',
    about402: 'Nothing to do with 402: Cloudflare speaks, and the API has not answered.',
    retry: 'after-delay',
  },
  {
    code: 522,
    section: `Cloudflare: ${CLOUDFLARE}error-522/`,
    says: 'Not a standard code. Cloudflare could not open a connection to the server behind it in time.',
    about402: 'Nothing to do with 402: Cloudflare speaks, and the API has not answered.',
    retry: 'after-delay',
  },
  {
    code: 523,
    section: `Cloudflare: ${CLOUDFLARE}error-523/`,
    says: 'Not a standard code. Cloudflare finds no way to the server behind it.',
    about402: 'Nothing to do with 402: Cloudflare speaks, and the API has not answered.',
    retry: 'after-delay',
  },
  {
    code: 524,
    section: `Cloudflare: ${CLOUDFLARE}error-524/`,
    says: 'Not a standard code. The server behind Cloudflare took the connection and did not answer in time. Long model answers run into it: stream them.',
    about402: 'Nothing to do with 402, but the call may have been done and charged all the same: look before sending it again.',
    retry: 'after-delay',
  },
  {
    code: 525,
    section: `Cloudflare: ${CLOUDFLARE}error-525/`,
    says: 'Not a standard code. The TLS handshake between Cloudflare and the server behind it failed.',
    about402: 'Nothing to do with 402: Cloudflare speaks, and the API has not answered.',
    retry: 'after-delay',
  },
  {
    code: 526,
    section: `Cloudflare: ${CLOUDFLARE}error-526/`,
    says: 'Not a standard code. Cloudflare does not trust the certificate of the server behind it.',
    about402: 'Nothing to do with 402: the operator of the API has to mend its certificate.',
    retry: 'after-fix',
  },
  {
    code: 529,
    section: 'Anthropic: https://docs.claude.com/en/api/errors',
    says: 'Not a standard code. Anthropic sends it, with type overloaded_error, when its API has too much traffic from everybody.',
    about402: 'Not 402: it is not about this account at all. Anthropic answers an empty balance with 400 or 402.',
    retry: 'after-delay',
  },
  {
    code: 530,
    section: `Cloudflare: ${CLOUDFLARE}error-530/`,
    says: 'Not a standard code. Cloudflare cannot resolve the name of the server behind it; a code of four digits (1xxx) in the body says more.',
    about402: 'Nothing to do with 402: Cloudflare speaks, and the API has not answered.',
    retry: 'after-delay',
  },
  {
    code: 598,
    section: `Alibaba Cloud EdgeRoutine: ${EDGE_ROUTINE}`,
    says: 'Not a standard code. An edge function was not run: too many calls at once, or it has failed too often.',
    about402: 'Nothing to do with 402 as documented: it is about the load on the edge.',
    retry: 'after-delay',
  },
  {
    code: 599,
    section: `Tornado: https://www.tornadoweb.org/en/stable/httpclient.html; Alibaba Cloud EdgeRoutine: ${EDGE_ROUTINE}`,
    says: "Not a standard code. Tornado's client reports it where there was no response at all, such as a timeout; an edge function of Alibaba Cloud sends it for an exception that was not caught.",
    about402: 'Nothing to do with 402: no answer of the API stands behind it.',
    retry: 'after-delay',
  },
];

export const statuses: readonly Status[] = table.map((status) => ({ ...status, name: statusNames[status.code] ?? 'Unknown' }));

/** What is known of a status code; undefined for one that neither an RFC nor a vendor's page names. */
export function statusOf(code: number): Status | undefined {
  return statuses.find((status) => status.code === code);
}
