/** The vocabulary of a verdict: one cause per verdict, what a support engineer would act on. */

export type Family = 'payment' | 'access' | 'limits' | 'request' | 'infrastructure' | 'none';

/** Who has to act. */
export type Actor = 'account-owner' | 'payer' | 'client' | 'caller' | 'provider' | 'network-admin' | 'nobody';

/**
 * What a client should do: `after-fix`: retrying is futile until someone acts; `after-delay`: waiting alone resolves it;
 * `now`; `never`: the request itself must change.
 */
export type RetryAdvice = 'now' | 'after-delay' | 'after-fix' | 'never';

export type Cause = {
  family: Family;
  actor: Actor;
  retry: RetryAdvice;
  /** The headline: a few words. */
  title: string;
  /** One sentence that says what happened, true whatever the vendor. */
  summary: string;
  /** What resolves it, in the order to try. */
  steps: string[];
  /** What would have warned of it or avoided it. */
  prevention: string[];
};

const table = {
  'credits-exhausted': {
    family: 'payment',
    actor: 'account-owner',
    retry: 'after-fix',
    title: 'Out of credits',
    summary: "The account's prepaid balance or credits are used up, or too low for this request.",
    steps: ['Add credits to the account that owns this key.', 'Or ask for less: a smaller max_tokens, a cheaper model.'],
    prevention: ['Turn on automatic top-up, or an alert on a low balance.', 'Check the balance before a long job.'],
  },
  'quota-exhausted': {
    family: 'payment',
    actor: 'account-owner',
    retry: 'after-delay',
    title: 'Plan quota used up',
    summary: 'The allowance that the plan or free tier includes for this period is used up.',
    steps: ['Wait until the quota resets.', 'Or move to a plan with a larger allowance.'],
    prevention: ['Watch usage against the allowance, and alert at 80 %.', 'Spread the work over the period, or cache answers.'],
  },
  'spend-limit-reached': {
    family: 'payment',
    actor: 'account-owner',
    retry: 'after-fix',
    title: 'Spend limit reached',
    summary: 'A spend limit that somebody set for this account, project, team or key is reached.',
    steps: ['Raise the limit, or ask the person who set it.', 'Or use a key that has budget left.'],
    prevention: ['Set an alert below the limit.', 'Give each application its own key and its own limit.'],
  },
  'plan-required': {
    family: 'payment',
    actor: 'account-owner',
    retry: 'after-fix',
    title: 'Not in the current plan',
    summary: 'The feature, model or resource that was called is not part of the current plan.',
    steps: ['Move to a plan that includes it.', 'Or call something that the current plan includes.'],
    prevention: ["Check a feature against the plan's list before building on it."],
  },
  'subscription-inactive': {
    family: 'payment',
    actor: 'account-owner',
    retry: 'after-fix',
    title: 'Subscription not active',
    summary: 'The subscription or trial has ended: it lapsed, expired or was cancelled.',
    steps: ['Renew or reactivate the subscription.'],
    prevention: ['Turn on automatic renewal, and put the end of a trial in a calendar.'],
  },
  'payment-method-required': {
    family: 'payment',
    actor: 'account-owner',
    retry: 'after-fix',
    title: 'No valid payment method',
    summary: 'Billing is not set up: there is no payment method on file, or the one on file has expired or fails.',
    steps: ['Add or replace the payment method.', 'Then wait a few minutes before the next call: vendors take a while to see it.'],
    prevention: ['Replace a card before it expires, and keep a second method on file.'],
  },
  'account-past-due': {
    family: 'payment',
    actor: 'account-owner',
    retry: 'after-fix',
    title: 'Account past due',
    summary: 'An invoice is unpaid, and the account is suspended or blocked until it is paid.',
    steps: ['Pay the open invoice.', 'If it is paid, send the receipt and the request id to support.'],
    prevention: ['Send invoices to an address that somebody reads, and turn on automatic payment.'],
  },
  'payment-declined': {
    family: 'payment',
    actor: 'payer',
    retry: 'after-fix',
    title: 'The payment was declined',
    summary: "The call was itself a charge, and the payer's bank or the processor declined it. Nothing is wrong with the caller's account.",
    steps: [
      'Ask the payer for another payment method, or to call their bank.',
      'Do not retry the same card again and again: issuers block that.',
    ],
    prevention: ['Tell the payer at once that it was declined, and offer a second method.'],
  },
  'payment-challenge': {
    family: 'payment',
    actor: 'client',
    // Whoever follows `now` by sending the same request again is refused again: it has to be paid first.
    retry: 'after-fix',
    title: 'The server asks to be paid for this call',
    summary: 'The server asks the client itself to pay for this request, by a machine-payment protocol.',
    steps: ['Use a client that can pay by this protocol, or a key of an account that pays by invoice, if the server offers one.'],
    prevention: ['Give the paying client a spending cap, and read the price before paying.'],
  },
  'payment-unspecified': {
    family: 'payment',
    actor: 'account-owner',
    retry: 'after-fix',
    title: 'Payment required',
    summary: 'The server wants payment and does not say what for.',
    steps: ["Look at the account's billing page: balance, plan, payment method, open invoices.", 'Then ask support, with the request id.'],
    prevention: ["Alert on the account's balance and on failed payments."],
  },
  'credentials-missing': {
    family: 'access',
    actor: 'caller',
    retry: 'never',
    title: 'No credentials were sent',
    summary: 'The request carried no credentials, or none where the server looks for them.',
    steps: [
      'Send the key in the header field that this API expects.',
      'Check that the variable that holds the key is set where the program runs.',
    ],
    prevention: ['Fail at start-up when the key is not set.'],
  },
  'credentials-invalid': {
    family: 'access',
    actor: 'caller',
    retry: 'after-fix',
    title: 'The credentials were refused',
    summary: 'The key or token is malformed, wrong, revoked or expired.',
    steps: [
      'Compare the key that was sent with the one in the dashboard: its last four characters are enough.',
      'Make a new key if the old one is gone.',
    ],
    prevention: ['Rotate keys on a schedule, with both valid for a while.'],
  },
  'key-scope-mismatch': {
    family: 'access',
    actor: 'caller',
    retry: 'after-fix',
    title: 'A key for something else',
    summary: 'The key is valid, but belongs to another project, organisation, environment, region or product than this call needs.',
    steps: [
      'Use a key of the project, region and product that is called.',
      'Or change the organisation or project header, or the base URL, to match the key.',
    ],
    prevention: ['Name keys after project and environment, and keep key and base URL in one configuration.'],
  },
  'permission-denied': {
    family: 'access',
    actor: 'account-owner',
    retry: 'after-fix',
    title: 'Not allowed',
    summary: 'The server knows who is calling, and that identity may not do this: a role, a scope, an API or a model is not granted.',
    steps: ['Ask the owner of the account to grant the role, scope or model, or to enable the API.'],
    prevention: ['Check the grants of a new key with one call before it goes into production.'],
  },
  'access-blocked': {
    family: 'access',
    actor: 'caller',
    retry: 'after-fix',
    title: 'Blocked on the way in',
    summary: 'An IP address, country, firewall, bot protection or allow-list rule refused the call.',
    steps: ['Call from an address and a country that the service admits.', 'If the block is your own allow-list, add the address.'],
    prevention: ['Call from a fixed address, and keep it on the allow-list.'],
  },
  'account-disabled': {
    family: 'access',
    actor: 'account-owner',
    retry: 'after-fix',
    title: 'The account or key is disabled',
    summary: 'The account or the key was disabled, for policy or abuse and not for money.',
    steps: ["Read the vendor's mail about it, and appeal with the support link."],
    prevention: ['Keep keys out of public code: vendors disable leaked ones.'],
  },
  'rate-limited': {
    family: 'limits',
    actor: 'caller',
    retry: 'after-delay',
    title: 'Rate limited',
    summary: 'Too many requests or tokens in a time window.',
    steps: ['Wait as long as the server says, then try again with backoff and jitter.', 'Send fewer requests side by side.'],
    prevention: ['Pace calls by the rate-limit header fields instead of by errors.', 'Ask for a higher limit before growing.'],
  },
  overloaded: {
    family: 'limits',
    actor: 'provider',
    retry: 'after-delay',
    title: 'The provider is overloaded',
    summary: 'The provider lacks capacity right now. It is not about this account.',
    steps: ['Try again with growing pauses.', 'Or use another model or region meanwhile.'],
    prevention: ['Have a second model or vendor to fall back on.'],
  },
  'context-too-long': {
    family: 'limits',
    actor: 'caller',
    retry: 'never',
    title: 'The request is too long for the model',
    summary: "Input and maximum output together are longer than the model's or the plan's context window, or than one request may be.",
    steps: ['Shorten the input, or lower max_tokens.', 'Or use a model with a longer context window.'],
    prevention: ['Count tokens before sending, and trim the oldest turns.'],
  },
  'payload-too-large': {
    family: 'limits',
    actor: 'caller',
    retry: 'never',
    title: 'The body is too large',
    summary: 'The request body exceeds a limit in bytes.',
    steps: ['Send less: smaller images, fewer items at once, or an upload by reference.'],
    prevention: ['Check the size of uploads before sending them.'],
  },
  'invalid-request': {
    family: 'request',
    actor: 'caller',
    retry: 'never',
    title: 'The request is not valid',
    summary: 'A parameter or the body is malformed or not supported.',
    steps: ['Change the parameter that the message names.', "Compare the request with the vendor's reference."],
    prevention: ["Validate requests against the vendor's schema in tests."],
  },
  'not-found': {
    family: 'request',
    actor: 'caller',
    retry: 'never',
    title: 'No such endpoint, resource or model',
    summary: 'The endpoint, resource or model that was called does not exist here, or not any more.',
    steps: ['Check the path, the base URL and the name of the model.', 'List what exists: most vendors have a models endpoint.'],
    prevention: ["Watch the vendor's list of retired models."],
  },
  'method-not-allowed': {
    family: 'request',
    actor: 'caller',
    retry: 'never',
    title: 'The wrong HTTP method',
    summary: 'The endpoint exists and does not take this method.',
    steps: ['Use the method that the Allow header field names.', 'See whether a redirect turned a POST into a GET.'],
    prevention: ['Call the final URL, without redirects.'],
  },
  'not-acceptable': {
    family: 'request',
    actor: 'caller',
    retry: 'never',
    title: 'No representation that the client accepts',
    summary: 'The server has nothing of the media type, language or encoding that the Accept fields ask for.',
    steps: ['Change the Accept header field.'],
    prevention: ['Send the Accept field that the reference shows.'],
  },
  'unsupported-media-type': {
    family: 'request',
    actor: 'caller',
    retry: 'never',
    title: 'The wrong content type',
    summary: 'The server does not take a body of this Content-Type.',
    steps: ['Send the Content-Type that the body really has, mostly application/json.'],
    prevention: ['Let the client library set Content-Type.'],
  },
  conflict: {
    family: 'request',
    actor: 'caller',
    retry: 'now',
    title: 'Conflict with the present state',
    summary: 'The request conflicts with the present state of the resource.',
    steps: ['Read the resource again, and send the change against what it is now.'],
    prevention: ['Use idempotency keys and conditional requests.'],
  },
  gone: {
    family: 'request',
    actor: 'caller',
    retry: 'never',
    title: 'Gone for good',
    summary: 'The resource was here and has been removed for good.',
    steps: ["Look up its successor in the vendor's changelog."],
    prevention: ["Watch the vendor's deprecation notices."],
  },
  'request-timeout': {
    family: 'request',
    actor: 'caller',
    retry: 'now',
    title: 'The request took too long to arrive',
    summary: 'The server gave up waiting for the request.',
    steps: ['Send it again.', 'Look at the upload speed, and at an idle connection that was used again.'],
    prevention: ['Set timeouts on the client below those of the server.'],
  },
  'content-refused': {
    family: 'request',
    actor: 'caller',
    retry: 'never',
    title: 'Refused for its content',
    summary: 'Moderation or a safety policy refused the input or the output.',
    steps: ['Change the content that is named.', "If the refusal is wrong, use the vendor's way to report it."],
    prevention: ["Run the vendor's moderation call before the expensive one."],
  },
  'proxy-auth-required': {
    family: 'infrastructure',
    actor: 'network-admin',
    retry: 'after-fix',
    title: 'A proxy wants credentials',
    summary: 'A proxy between the client and the API wants credentials of its own.',
    steps: ['Give the client the credentials of the proxy.', 'Or let this host bypass the proxy.'],
    prevention: ['Put the proxy into the configuration of every client that runs behind it.'],
  },
  'proxy-interference': {
    family: 'infrastructure',
    actor: 'network-admin',
    retry: 'after-fix',
    title: 'Something in between answered',
    summary: 'A captive portal, a corporate proxy or TLS interception answered instead of the API.',
    steps: ['Try from another network.', "Ask the network's administrator to let this host through."],
    prevention: ['Check in tests that an answer comes from the API, and not only its status.'],
  },
  'upstream-failure': {
    family: 'infrastructure',
    actor: 'provider',
    retry: 'after-delay',
    title: 'The server failed',
    summary: 'The provider, or the server behind a gateway, failed while it handled the request.',
    steps: ['Try again in a while.', 'Look at the status page, and report it with the request id if it lasts.'],
    prevention: ['Retry with backoff, and have a fallback.'],
  },
  'service-unavailable': {
    family: 'infrastructure',
    actor: 'provider',
    retry: 'after-delay',
    title: 'The service is down',
    summary: 'The service is unavailable for now: maintenance or an outage.',
    steps: ['Wait, and look at the status page.'],
    prevention: ["Subscribe to the vendor's status page."],
  },
  'stale-response': {
    family: 'infrastructure',
    actor: 'caller',
    retry: 'now',
    title: 'An old answer from a cache',
    summary: 'A cache in between served an old error; the API itself may answer differently by now.',
    steps: ['Ask again past the cache: Cache-Control: no-cache, or a query that is new.', 'Let errors carry Cache-Control: no-store.'],
    prevention: ['Do not let a cache store errors.'],
  },
  'network-failure': {
    family: 'infrastructure',
    actor: 'caller',
    retry: 'now',
    title: 'No answer from the network',
    summary: 'There was no HTTP response: the name, the connection or TLS failed before the API was reached.',
    steps: ['Check the host name, the network and the proxy settings.', 'Try the same call with curl -v.'],
    prevention: ['Set a timeout, and retry connection errors.'],
  },
  success: {
    family: 'none',
    actor: 'nobody',
    retry: 'now',
    title: 'The call is fine',
    summary: 'A successful response, with no error inside.',
    steps: [],
    prevention: [],
  },
  unknown: {
    family: 'none',
    actor: 'nobody',
    retry: 'after-fix',
    title: 'No cause could be established',
    summary: 'What is known of the call does not allow a cause.',
    steps: [
      'Bring the whole response: status, header fields and body (`curl -i`).',
      "Look at the vendor's status page and at your own logs around that time.",
    ],
    prevention: [],
  },
} satisfies Record<string, Cause>;

export type CauseId = keyof typeof table;

export const causes: Readonly<Record<CauseId, Cause>> = table;

export const causeIds = Object.keys(table) as CauseId[];
