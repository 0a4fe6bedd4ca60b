import type { Check, Facts, Finding, PersonQuestion } from '../model/check.ts';
import { answerOf, type Incident, type StatusSummary } from '../model/evidence.ts';
import { cut, duration } from '../model/format.ts';
import { urlOf } from '../interpret/sent-credentials.ts';
import type { Profile } from '../model/provider.ts';

/** Verdicts that an incident at the vendor explains. */
const OUTAGES = new Set(['upstream-failure', 'overloaded', 'service-unavailable']);
/** Whether an incident would be news: an outage, or a failure that nothing explains. */
const mayBeOutage = ({ reading }: Facts): boolean => OUTAGES.has(reading.verdict.cause) || reading.verdict.cause === 'unknown';

/** Incidents that are over, and maintenance that has not begun. */
const NOT_NOW = /^(?:resolved|postmortem|completed|scheduled)$/i;
/** Pages lag: the start that they give may be so much later than the first failing call. */
const LAG_MS = 3_600_000;
/** Parts of a vendor that no API call goes through. */
const ELSEWHERE =
  /\b(?:web ?site|docs|documentation|dashboard|console|playground|community|forum|chat|support|login|mobile|ios|android)\b/i;

/** Whose page is looked at: the vendor's, else the gateway's. */
const askedOf = ({ provider, gateway }: Facts): Profile | undefined => (provider?.statusPage ? provider : (gateway ?? provider));

export default {
  phase: '3.1',
  title: "The vendor's status page",
  explains:
    "Whether the vendor's status page names an incident that touches what was called, at the time of the call. It explains an outage or an " +
    'overload, and is a warning beside any other cause. Status pages lag behind: a green page does not prove that all is well.',
  judge(facts) {
    const { evidence } = facts;
    const asked = askedOf(facts);
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
  question(facts): PersonQuestion | undefined {
    const asked = askedOf(facts);
    if (!asked?.statusPage) return undefined;
    const { cause } = facts.reading.verdict;
    return {
      says: `what does the status page of ${asked.title} show for the time of the call?`,
      choices: [
        { value: 'up', says: 'No incident', outcome: 'pass', found: 'No incident on the page, but such pages lag' },
        {
          value: 'incident',
          says: 'An incident of what was called',
          outcome: 'fail',
          found: 'An incident of what was called is on the page',
          steps: [`Wait for ${asked.title}, and follow the incident on its page.`],
          cause: OUTAGES.has(cause) ? cause : 'upstream-failure',
        },
        { value: 'elsewhere', says: 'An incident of other parts or regions', outcome: 'pass', found: 'An incident, but of other parts' },
      ],
    };
  },
} satisfies Check;

function judged(summary: StatusSummary, read: string, facts: Facts, provider: Profile): Finding {
  const call = Date.parse(facts.exchange.at ?? read);
  const current = summary.incidents.filter((incident) => wasOpen(incident, call));
  const ofPart = current.filter((incident) => touches(incident, facts, provider));
  const region = regionOf(facts);
  const here = ofPart.filter((incident) => isIn(incident, region));
  if (here.length > 0) return troubled(here, facts, provider);
  const somewhere = region === undefined ? ofPart[0] : undefined;
  if (somewhere && mayBeOutage(facts)) {
    return { outcome: 'warn', says: `In ${cut((somewhere.regions ?? []).join(', '), 20)}, perhaps not here: ${cut(somewhere.name, 30)}` };
  }
  if (current.length > 0) return { outcome: 'pass', says: `Incidents, but of other parts: ${cut(current[0]!.name, 35)}` };
  const later = callEarlier(facts.exchange.at, read);
  const description = cut(summary.description, 30);
  if (summary.incidents.length === 0 && !/^none$/i.test(summary.indicator))
    return { outcome: 'warn', says: `The page says: ${description}${later}` };
  if (summary.incidents.some(({ status }) => !NOT_NOW.test(status)))
    return { outcome: 'pass', says: `No incident at the time of the call` };
  return { outcome: 'pass', says: later ? `${description} now${later}` : `${description}, but such pages lag` };
}

/** Whether an incident was open at that time, in milliseconds; one that gives no times is as its status says. */
function wasOpen({ since, until, status, impact }: Incident, call: number): boolean {
  const begun = since === undefined ? Number.NaN : Date.parse(since);
  if (begun > call + (impact === 'maintenance' ? 0 : LAG_MS)) return false;
  const over = until === undefined ? Number.NaN : Date.parse(until);
  return Number.isNaN(over) ? !NOT_NOW.test(status) : over >= call;
}

/** Said where the page was read so long after the call that it tells of another time. */
function callEarlier(call: string | undefined, read: string): string {
  const seconds = call === undefined ? 0 : (Date.parse(read) - Date.parse(call)) / 1000;
  return seconds > 3600 ? `; the call was ${duration(seconds)} before` : '';
}

/**
 * Whether an incident is of a part that the call goes through: one of those that the profile names, else any that API calls go
 * through. One that names no parts, or the called host, always is.
 */
function touches({ components, name }: Incident, { exchange }: Facts, { statusPage }: Profile): boolean {
  const host = urlOf(exchange.request)?.hostname;
  if (components.length === 0 || components.some((part) => host !== undefined && part.includes(host))) return true;
  const wanted = statusPage?.components;
  if (wanted) return [name, ...components].some((text) => wanted.some((part) => text.toLowerCase().includes(part.toLowerCase())));
  return components.some((part) => /\bapis?\b/i.test(part) || !ELSEWHERE.test(part));
}

/** The region that the called host or path names: "bedrock-runtime.us-east-1.…", "us-central1-aiplatform.…", "/locations/us-central1/". */
function regionOf({ exchange }: Facts): string | undefined {
  const url = urlOf(exchange.request);
  const labels = url?.hostname.split('.') ?? [];
  return (
    labels.find((label) => /^[a-z]{2}(?:-[a-z]{1,12}){1,3}-\d$/.test(label)) ??
    /^([a-z]{2,20}-[a-z]{4,12}\d{1,2})-/.exec(labels[0] ?? '')?.[1] ??
    /\/locations\/([a-z]{2,20}-[a-z]{4,12}\d{1,2})\//.exec(url?.pathname ?? '')?.[1]
  );
}

/** Whether an incident counts in a region: where it names none, that one, one of its zones, or all. */
function isIn({ regions = [] }: Incident, region: string | undefined): boolean {
  if (regions.length === 0 || regions.includes('global')) return true;
  return region !== undefined && regions.some((one) => one === region || one.startsWith(`${region}-`));
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
