import { callingClient, type CallingClient } from '../model/calling-client.ts';
import { causes } from '../model/cause.ts';
import type { Because, Check, Facts, Finding, PersonQuestion } from '../model/check.ts';
import { clientSteps, isExpired, loginLine, type ClientSetup } from '../model/client-setup.ts';
import { answerOf } from '../model/evidence.ts';
import { cut, utc } from '../model/format.ts';

export default {
  phase: '4.3',
  title: 'The client and its login',
  explains:
    'Where a desktop or command-line client made the call (Claude Desktop, Claude Code, Cursor, Copilot, Codex, Gemini CLI and their ' +
    'kin): whether a key in the environment comes before its login, the login has expired, a settings file is broken or sends the ' +
    'calls elsewhere. What is left is asked: does it work after a new sign-in, and in the web version? See diagnose client.',
  judge(facts) {
    const client = callingClient(facts.exchange);
    if (!client) return { outcome: 'skip', says: 'No desktop or command-line client made this call' };
    if (facts.reading.verdict.cause === 'success') return { outcome: 'skip', says: 'The call went through' };
    const setup = setupOf(facts);
    const found = setup && judged(setup, facts);
    if (found) return { ...found, because: [...(found.because ?? []), shown(client)] };
    if (!isAboutAccount(facts))
      return { outcome: 'skip', says: `Not a matter of how ${client.title} is signed in`, because: [shown(client)] };
    return {
      outcome: 'ask',
      says: `Does ${client.title} work after a new sign-in?`,
      because: [...(setup ? whatItUses(setup, facts.now) : []), shown(client)],
      steps: setup ? clientSteps(setup, facts.now) : unseen(client),
      ...(setup && { link: setup.page }),
    };
  },
  question(facts): PersonQuestion | undefined {
    const client = callingClient(facts.exchange);
    if (!client) return undefined;
    const setup = setupOf(facts);
    return {
      says: `Does ${client.title} work after signing in again, or does its web version${setup?.web ? ` (${setup.web.url})` : ''}?`,
      choices: [
        {
          value: 'signed-in',
          says: 'I signed in again, and now it works',
          outcome: 'pass',
          found: 'It works after signing in again: the login was stale',
          cause: 'credentials-invalid',
        },
        {
          value: 'web-works',
          says: 'The web version works, the client does not',
          outcome: 'fail',
          found: `The web version works: look at the setup of ${client.title}`,
          steps: setup ? clientSteps(setup, facts.now) : unseen(client),
        },
        {
          value: 'web-fails',
          says: 'The web version fails too',
          outcome: 'warn',
          found: 'The web version fails too: the account or the service',
          steps: ["It is not the client: look at the account's plan and usage, and at the status page."],
        },
      ],
    };
  },
} satisfies Check;

function setupOf({ evidence }: Facts): ClientSetup | undefined {
  const answer = answerOf<ClientSetup>(evidence, 'desktop-client');
  return answer?.outcome === 'answered' ? answer.data : undefined;
}

const shown = ({ where, value, title }: CallingClient): Because => ({ where, value: cut(value, 60), says: `the client is ${title}` });

const unseen = ({ id, title }: CallingClient): string[] => [
  `Sign out in ${title}, start it anew and sign in again; then try its web version.`,
  `On the machine that it runs on: diagnose client ${id}`,
];

/** A sign-in changes nothing about a request that is too long or not valid. */
const isAboutAccount = ({ reading }: Facts): boolean =>
  causes[reading.verdict.cause].family !== 'request' && reading.verdict.cause !== 'context-too-long';

/** What of the setup explains a failure by itself; what is surest first. */
function judged(setup: ClientSetup, facts: Facts): Finding | undefined {
  const { title, page: link } = setup;
  const broken = setup.settings.find(({ problem }) => problem !== undefined);
  const steps = clientSteps(setup, facts.now);
  if (broken) {
    const because = [{ where: 'evidence.desktop-client.settings', value: broken.file, says: broken.problem ?? '' }];
    return { outcome: 'warn', says: `A settings file of ${title} is broken`, because, steps, link };
  }
  return (isAboutAccount(facts) ? accountFault(setup, facts, steps) : undefined) ?? elsewhere(setup, facts, steps);
}

function accountFault(setup: ClientSetup, { now }: Facts, steps: string[]): Finding | undefined {
  const { title, login, page: link } = setup;
  const [shadow] = setup.shadows;
  if (shadow) {
    const because = [{ where: 'evidence.desktop-client.shadows', value: shadow.from, says: shadow.says }, ...whatItUses(setup, now)];
    return { outcome: 'warn', says: `${shadow.name} comes before the login of ${title}`, because, steps, link };
  }
  if (login && isExpired(login, now)) {
    const because = [{ where: 'evidence.desktop-client.login', value: login.where, says: loginLine(login, now) }];
    return { outcome: 'fail', says: `The login of ${title} expired ${utc(login.expiresAt ?? '')}`, because, steps, link };
  }
  if (setup.found.length > 0 && !setup.uses) {
    const because = [{ where: 'evidence.desktop-client.looked', value: setup.looked.join(', '), says: 'where it was looked for' }];
    return { outcome: 'warn', says: `No key and no login of ${title} on this machine`, because, steps, link };
  }
  return undefined;
}

/** A base URL of the settings, where the call went there or nobody knows where it went. */
function elsewhere({ title, baseUrls, page: link }: ClientSetup, { exchange, provider }: Facts, steps: string[]): Finding | undefined {
  const called = hostOf(exchange.request?.url ?? exchange.toldUrl);
  const other = baseUrls.find(({ url }) => {
    const host = hostOf(url);
    const isVendors = provider?.hosts.some((own) => own === host || (own.startsWith('.') && host?.endsWith(own)));
    return host !== undefined && !isVendors && (called === undefined || called === host);
  });
  if (!other) return undefined;
  return {
    outcome: 'warn',
    says: cut(`${title} is set up to call ${hostOf(other.url)}`, 60),
    because: [{ where: 'evidence.desktop-client.baseUrls', value: other.url, says: other.from }],
    steps,
    link,
  };
}

const hostOf = (url: string | undefined): string | undefined => (url !== undefined && URL.canParse(url) ? new URL(url).host : undefined);

function whatItUses({ uses, login }: ClientSetup, now: Date): Because[] {
  const account = uses ? [{ where: 'evidence.desktop-client.uses', value: uses.from, says: `the ${uses.what} that it uses` }] : [];
  const state = login ? [{ where: 'evidence.desktop-client.login', value: loginLine(login, now), says: login.account }] : [];
  return [...account, ...state];
}
