import type { Provider } from '../model/provider.ts';

const COMMON = 'https://docs.slack.dev/reference/methods/auth.test';
const LIMITS = 'https://docs.slack.dev/apis/web-api/rate-limits';

export default {
  title: 'Slack',
  kind: 'vendor',
  hosts: ['slack.com', '.slack.com'],
  keys: [
    {
      pattern: 'xox[abp]-[0-9]{8,14}-[A-Za-z0-9-]{18,80}',
      means: 'Slack bot or user token',
      sample: `xoxb-000000000000-0000000000000-${'Example0'.repeat(3)}`,
    },
    {
      pattern: 'xapp-[0-9]-[A-Z0-9]{8,14}-[0-9]{8,14}-[a-f0-9]{32,80}',
      means: 'Slack app-level token',
      sample: 'xapp-1-A00000000-0000000000000-0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a',
      notFor: 'An app-level token opens sockets and reads authorisations; most methods want a bot or user token.',
    },
  ],
  keyEnvironment: ['SLACK_BOT_TOKEN', 'SLACK_TOKEN', 'SLACK_API_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_USER_TOKEN'],
  keyHeader: 'authorization',
  requestIdHeaders: ['x-slack-req-id'],
  ownHeaders: ['x-slack-*'],
  ownWords: [
    'slacker.error',
    '"missing_scope","needed"',
    '"missing_scope", "needed"',
    'api.slack.com',
    'docs.slack.dev',
    'hooks.slack.com',
    'slack.com/api',
    'slack_sdk.errors',
    'slackapierror',
    'slack_webapi_',
    'slack.webapi',
    'not_allowed_token_type',
    'paid_teams_only',
  ],
  names: ['slack api'],
  links: {
    keys: 'https://api.slack.com/apps',
    limits: 'https://docs.slack.dev/apis/web-api/rate-limits',
    errors: 'https://docs.slack.dev/apis/web-api/',
    support: 'https://slack.com/help/requests/new',
  },
  statusPage: { page: 'https://slack-status.com' },
  knownGood: {
    method: 'POST',
    url: 'https://slack.com/api/auth.test',
    says: 'The token is valid, and the answer says of which workspace and user.',
    source: 'https://docs.slack.dev/reference/methods/auth.test',
  },
  rules: [
    {
      when: { message: /\b(?:paid_teams_only|paid_only|plan_upgrade_required|free_team_not_allowed)\b/i },
      cause: 'plan-required',
      note: 'The workspace is on the free plan, and this needs a paid one.',
      source: 'https://docs.slack.dev/reference/methods/usergroups.create',
    },
    {
      when: { message: /\bfeature_not_enabled\b/i },
      cause: 'plan-required',
      note: 'The method is for organisations on the Enterprise plan.',
      source: 'https://docs.slack.dev/reference/methods/admin.users.session.reset',
      alternatives: ['permission-denied'],
    },
    {
      when: { message: /\bstorage_limit_reached\b/i },
      cause: 'quota-exhausted',
      note: "The workspace's storage is full: remove files, or move to a larger plan.",
      source: 'https://docs.slack.dev/reference/methods/files.upload',
      waiting: 'futile',
    },
    {
      when: { message: /\brate_?limited\b/i },
      cause: 'rate-limited',
      note: 'The limit is per method, workspace and app; Retry-After says how many seconds.',
      source: LIMITS,
    },
    {
      when: { message: /\bmessage_limit_exceeded\b/i },
      cause: 'rate-limited',
      note: 'The members of this workspace send too many messages.',
      source: 'https://docs.slack.dev/reference/methods/chat.postMessage',
      alternatives: ['quota-exhausted'],
    },
    { when: { message: /\bnot_authed\b/i }, cause: 'credentials-missing', source: COMMON },
    {
      when: { message: /\bnot_allowed_token_type\b/i },
      cause: 'key-scope-mismatch',
      note: 'This method does not take this kind of token: bot (xoxb-), user (xoxp-) and app-level (xapp-) tokens are for different methods.',
      source: COMMON,
    },
    {
      when: { message: /\bteam_access_not_granted\b/i },
      cause: 'permission-denied',
      note: 'The app of an organisation is not added to this workspace.',
      source: COMMON,
    },
    {
      when: { message: /\b(?:missing_scope|no_permission)\b/i },
      cause: 'permission-denied',
      note: '`needed` names the scope and `provided` those of the token: add it to the app, then install the app again.',
      source: COMMON,
    },
    { when: { message: /\b(?:token_revoked|token_expired)\b/i }, cause: 'credentials-invalid', source: COMMON },
    {
      when: { message: /\bteam_disabled\b/i },
      cause: 'account-disabled',
      note: 'The workspace is turned off or deleted.',
      source: 'https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks',
    },
    {
      when: { message: /\baccount_inactive\b/i },
      cause: 'account-disabled',
      note: 'The token is of a user, an app or a workspace that was deactivated or removed: install the app again.',
      source: COMMON,
      alternatives: ['credentials-invalid'],
    },
    {
      when: { message: /\binvalid_auth\b/i },
      cause: 'credentials-invalid',
      note: 'The token is wrong, or the call comes from an address that the workspace does not allow.',
      source: COMMON,
      alternatives: ['access-blocked'],
    },
    { when: { message: /\baccesslimited\b/i }, cause: 'access-blocked', source: COMMON },
    {
      when: {
        message:
          /\b(?:ekm_access_denied|enterprise_is_restricted|restricted_action|not_in_channel|action_prohibited|posting_to_general_channel_denied|access_denied)\b/i,
      },
      cause: 'permission-denied',
      source: 'https://docs.slack.dev/reference/methods/chat.postMessage',
    },
    {
      when: {
        message:
          /\b(?:channel_not_found|user_not_found|users_not_found|message_not_found|file_not_found|unknown_method|no_service|no_team)\b/i,
      },
      cause: 'not-found',
      note: 'A bot does not see a private channel that it was not invited to.',
      source: 'https://docs.slack.dev/reference/methods/chat.postMessage',
    },
    {
      when: { message: /\b(?:org_login_required|team_added_to_org|service_unavailable)\b/i },
      cause: 'service-unavailable',
      source: COMMON,
    },
    { when: { message: /\b(?:internal_error|fatal_error)\b/i }, cause: 'upstream-failure', source: COMMON },
    { when: { message: /\b(?:method_deprecated|deprecated_endpoint)\b/i }, cause: 'gone', source: COMMON },
    {
      when: {
        message:
          /\b(?:invalid_arguments|invalid_arg_name|invalid_array_arg|invalid_charset|invalid_form_data|invalid_post_type|missing_post_type|invalid_payload|invalid_blocks|msg_too_long|no_text)\b/i,
      },
      cause: 'invalid-request',
      source: COMMON,
    },
  ],
} satisfies Provider;
