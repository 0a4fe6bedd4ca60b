import type { Check, Facts, Finding } from '../model/check.ts';
import { answerOf, type Incident, type StatusSummary } from '../model/evidence.ts';
import { cut, duration } from '../model/format.ts';
import { urlOf } from '../interpret/sent-credentials.ts';
import type { Profile } from '../model/provider.ts';

/** Verdicts that an incident at the vendor explains. */
const OUTAGES = new Set(['upstream-failure', 'overloaded', 'service-unavailable']);
/** Whether an incident would be news: an outage, or a failure that nothing explains. */
const mayBeOutage = ({ reading }: Facts): boolean => OUTAGES.has(reading.verdict.cause) || reading.verdict.cause === 'unknown';

/** Incidents that are over, and maintenance that has not begun (Statuspage's words). */
const NOT_NOW = /^(?:resolved|postmortem|completed|scheduled)$/i;
/** Parts of a vendor that no API call goes through. */
const ELSEWHERE =
  /\b(?:web ?site|docs|documentation|dashboard|console|playground|community|forum|chat|support|login|mobile|ios|android)\b/i;

export default {
  phase: '3.1',
  title: "The vendor's status page",
  explains:
    "Whether the vendor's status page names an incident that touches API calls. It explains an outage or an overload, and is a " +
    'warning beside any other cause. Status pages lag behind: a green page does not prove that all is well.',
  judge(facts) {
    const { provider, gateway, evidence } = facts;
    const asked = provider?.statusPage ? provider : (gateway ?? provider);
    const page = asked?.statusPage?.page;
    const link = page === undefined ? undefined : { title: `${asked!.title} status`, url: page };
    const common = link ? { link } : {};
    if (!asked) return { outcome: 'skip', says: 'No vendor is known, so no status page' };
    const answer = answerOf<StatusSummary>(evidence, 'status-page');
    if (answer?.outcome === 'answered') return { ...common, ...judged(answer.data, answer.at, facts, asked) };
    if (!link) return { outcome: 'skip', says: `No status page of ${asked.title} is known` };
    if (answer?.outcome === 'failed')
      return { outcome: 'skip', says: `Could not be asked: ${cut(answer.why, 45)}`, link, steps: [`Look at ${page}`] };
    if (!asked.statusPage?.api && mayBeOutage(facts)) return { outcome: 'ask', says: 'A person can see it; no program can', link };
    return { outcome: 'skip', says: `Not asked (${cut(answer?.why ?? 'offline', 45)})`, link };
  },
} satisfies Check;

function judged(summary: StatusSummary, at: string, facts: Facts, provider: Profile): Finding {
  const current = summary.incidents.filter(({ status }) => !NOT_NOW.test(status));
  const touching = current.filter((incident) => touches(incident, facts));
  if (touching.length > 0) return troubled(touching, facts, provider);
  const later = callEarlier(facts.exchange.at, at);
  const description = cut(summary.description, 30);
  if (current.length > 0) return { outcome: 'pass', says: `Incidents, but of other parts: ${cut(current[0]!.name, 35)}` };
  if (!/^none$/i.test(summary.indicator)) return { outcome: 'warn', says: `The page says: ${description}${later}` };
  return { outcome: 'pass', says: later ? `${description} now${later}` : `${description}, but such pages lag` };
}

/** Said where the page was read so long after the call that it tells of another time. */
function callEarlier(call: string | undefined, read: string): string {
  const seconds = call === undefined ? 0 : (Date.parse(read) - Date.parse(call)) / 1000;
  return seconds > 3600 ? `; the call was ${duration(seconds)} before` : '';
}

/** An incident of parts that no API call goes through is left out; one that names no parts, or the called host, never is. */
function touches({ components }: Incident, { exchange }: Facts): boolean {
  const host = urlOf(exchange.request)?.hostname;
  if (components.length === 0) return true;
  return components.some((part) => /\bapis?\b/i.test(part) || (host !== undefined && part.includes(host)) || !ELSEWHERE.test(part));
}

function troubled(incidents: Incident[], { reading }: Facts, provider: Profile): Finding {
  const first = incidents[0]!;
  const explains = OUTAGES.has(reading.verdict.cause);
  const count = incidents.length > 1 ? `${incidents.length} incidents: ` : 'Incident: ';
  return {
    outcome: explains ? 'fail' : 'warn',
    says: `${count}${cut(first.name, 48)}`,
    because: incidents.slice(0, 5).map(({ name, impact, status, since, components }) => ({
      where: 'evidence.status-page',
      value: cut(name, 120),
      says: cut([status, impact && `impact ${impact}`, since && `since ${since}`, components.join(', ')].filter(Boolean).join(', '), 160),
    })),
    ...(explains && { steps: [`Wait for ${provider.title}, and follow the incident on its page.`] }),
    ...(first.url !== undefined && { link: { title: `${provider.title} incident`, url: first.url } }),
  };
}
