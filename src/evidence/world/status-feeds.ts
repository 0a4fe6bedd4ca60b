/** The formats in which status pages publish what is open, each made into one summary. Where a format differs from its documents, what pages really send goes first. */
import type { Incident, StatusSummary } from '../../model/evidence.ts';
import type { StatusFeed } from '../../model/provider.ts';
import { timeAt } from './answer-paths.ts';
import { member } from './json-answer.ts';

/** What a report can use of a long page. */
const MOST_INCIDENTS = 20;
const MOST_COMPONENTS = 20;
/** Regions are short, and an incident without its region counts everywhere. */
const MOST_REGIONS = 100;
const LONGEST_TEXT = 300;

/** What a feed is read for: `at` is when the call was made, in milliseconds, where that is known; `components` those that it depends on. */
export type FeedReading = { url: string; at?: number; components: readonly string[] };

type Found = Pick<Incident, 'name'> & { [Name in Exclude<keyof Incident, 'name'>]?: Incident[Name] | undefined };

const textOf = (value: unknown, name: string): string | undefined => {
  const text = member(value, name);
  return typeof text === 'string' && text.trim() !== '' ? text.trim().slice(0, LONGEST_TEXT) : undefined;
};

const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const listOf = (value: unknown, name: string): unknown[] => listIn(member(value, name));
const namesOf = (list: unknown[], name: string): string[] => list.flatMap((item) => textOf(item, name) ?? []);

const UNNAMED = 'Unnamed incident';

/** What the call depends on stands first, so that a list of hundreds does not lose it. */
function incident({ name, impact, status, components, regions, ...rest }: Found, { components: wanted }: FeedReading): Incident {
  const isWanted = (component: string): boolean => wanted.some((part) => component.toLowerCase().includes(part.toLowerCase()));
  const unique = [...new Set(components)];
  const ordered = [...unique.filter(isWanted), ...unique.filter((component) => !isWanted(component))];
  const given = { ...rest, regions: regions && regions.length > 0 ? [...new Set(regions)].slice(0, MOST_REGIONS) : undefined };
  return {
    name,
    impact: impact ?? 'none',
    status: status ?? 'unknown',
    components: ordered.slice(0, MOST_COMPONENTS),
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  };
}

function summary(indicator: string, description: string, found: Found[], reading: FeedReading): StatusSummary {
  return { indicator, description, incidents: found.slice(0, MOST_INCIDENTS).map((one) => incident(one, reading)) };
}

/** The summary where a format says no more than what is open. */
function ofOpen(found: Found[], reading: FeedReading, indicator = 'major'): StatusSummary {
  const open = found.filter(({ until }) => until === undefined);
  if (open.length === 0) return summary('none', 'No open incidents', found, reading);
  return summary(indicator, open.length === 1 ? 'An open incident' : `${open.length} open incidents`, found, reading);
}

const underWay = new Set(['in_progress', 'verifying']);

/** Statuspage's /api/v2/summary.json (https://metastatuspage.com/api). Lists may be null, and an incident may lack components, where another product imitates it. */
function statuspage(data: unknown, reading: FeedReading): StatusSummary {
  const status = member(data, 'status');
  const indicator = textOf(status, 'indicator');
  if (indicator === undefined) throw new Error('the answer is not a Statuspage summary');
  const maintenances = listOf(data, 'scheduled_maintenances').filter((one) => underWay.has(textOf(one, 'status') ?? ''));
  const found = [...listOf(data, 'incidents'), ...maintenances].map((one) => ({
    name: textOf(one, 'name') ?? UNNAMED,
    impact: textOf(one, 'impact'),
    status: textOf(one, 'status'),
    since: textOf(one, 'started_at') ?? textOf(one, 'created_at'),
    url: textOf(one, 'shortlink'),
    components: namesOf(listOf(one, 'components'), 'name'),
  }));
  return summary(indicator, textOf(status, 'description') ?? indicator, found, reading);
}

/** incident.io: the widget's /api/v1/summary (https://docs.incident.io/status-pages/api), or the summary in Statuspage's form that its pages serve as well. */
function incidentIo(data: unknown, reading: FeedReading): StatusSummary {
  if (member(data, 'status') !== undefined) return statuspage(data, reading);
  if (textOf(data, 'page_title') === undefined && !Array.isArray(member(data, 'ongoing_incidents'))) {
    throw new Error("the answer is not an incident.io page's summary");
  }
  const of = (list: string) =>
    listOf(data, list).map((one) => ({
      name: textOf(one, 'name') ?? UNNAMED,
      impact: textOf(one, 'current_worst_impact') ?? (list === 'ongoing_incidents' ? undefined : 'maintenance'),
      status: textOf(one, 'status'),
      since: textOf(one, 'started_at'),
      url: textOf(one, 'url'),
      components: namesOf(listOf(one, 'affected_components'), 'name'),
    }));
  return ofOpen([...of('ongoing_incidents'), ...of('in_progress_maintenances')], reading);
}

/** Instatus's /summary.json (https://instatus.com/help/api): the lists are left out where they are empty, and no incident names its components. */
function instatus(data: unknown, reading: FeedReading): StatusSummary {
  const status = textOf(member(data, 'page'), 'status');
  if (status === undefined) throw new Error("the answer is not an Instatus page's summary");
  const incidents = listOf(data, 'activeIncidents').map((one) => ({
    name: textOf(one, 'name') ?? UNNAMED,
    impact: textOf(one, 'impact')?.toLowerCase(),
    status: textOf(one, 'status')?.toLowerCase(),
    since: textOf(one, 'started'),
    url: textOf(one, 'url'),
  }));
  const maintenances = listOf(data, 'activeMaintenances')
    .filter((one) => textOf(one, 'status') === 'INPROGRESS')
    .map((one) => ({
      name: textOf(one, 'name') ?? 'Maintenance',
      impact: 'maintenance',
      status: 'in_progress',
      since: textOf(one, 'start'),
      url: textOf(one, 'url'),
    }));
  const [indicator, description] = { UP: ['none', 'All up'], UNDERMAINTENANCE: ['maintenance', 'Under maintenance'] }[status] ?? [
    'major',
    'Has issues',
  ];
  return summary(indicator!, description!, [...incidents, ...maintenances], reading);
}

/** Better Stack's /index.json (https://betterstack.com/docs/uptime/status-pages/subscribing-to-status-updates/subscribing-to-api), in the form of JSON:API. */
function betterStack(data: unknown, reading: FeedReading): StatusSummary {
  const page = member(data, 'data');
  const state = textOf(member(page, 'attributes'), 'aggregate_state');
  if (state === undefined) throw new Error("the answer is not a Better Stack page's index");
  const included = listOf(data, 'included');
  const ofType = (type: string): unknown[] => included.filter((one) => member(one, 'type') === type);
  const names = new Map(
    ofType('status_page_resource').map((one) => [String(member(one, 'id')), textOf(member(one, 'attributes'), 'public_name')]),
  );
  const reports = ofType('status_report')
    .map((one) => member(one, 'attributes'))
    // A report that is over keeps an empty `ends_at`: its state tells.
    .filter((one) => textOf(one, 'aggregate_state') !== 'resolved');
  const found = reports.map((one) => ({
    name: textOf(one, 'title') ?? UNNAMED,
    impact: textOf(one, 'report_type') === 'maintenance' ? 'maintenance' : textOf(one, 'aggregate_state'),
    status: 'open',
    since: textOf(one, 'starts_at'),
    until: textOf(one, 'ends_at'),
    components: listOf(one, 'affected_resources').flatMap(
      (affected) => names.get(String(member(affected, 'status_page_resource_id'))) ?? [],
    ),
  }));
  const words: Record<string, string> = { operational: 'none', degraded: 'minor', downtime: 'major' };
  return summary(words[state] ?? state, state === 'operational' ? 'All operational' : `State: ${state}`, found, reading);
}

/** An incident of Google's is Markdown with headings, which a line of a report does not need. */
const plain = (text: string): string =>
  text
    .replace(/[*_#`]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^Title: ?/i, '');

/** Google Cloud's incidents.json (https://status.cloud.google.com/incidents.schema.json): a history, in which what is open has no end. */
function google(data: unknown, reading: FeedReading): StatusSummary {
  if (!Array.isArray(data)) throw new Error('the answer is no list of incidents');
  const { at, url } = reading;
  const found = data.flatMap((one): Found[] => {
    const until = timeAt(one, 'end');
    if (until !== undefined && (at === undefined || Date.parse(until) < at)) return [];
    const uri = textOf(one, 'uri');
    const locations = [...listOf(one, 'currently_affected_locations'), ...(until ? listOf(one, 'previously_affected_locations') : [])];
    return [
      {
        name: plain(textOf(one, 'external_desc') ?? textOf(one, 'service_name') ?? UNNAMED),
        impact: textOf(one, 'status_impact')
          ?.replace(/^SERVICE_/, '')
          .toLowerCase(),
        status: until === undefined ? 'open' : 'resolved',
        since: timeAt(one, 'begin'),
        until,
        url: uri !== undefined && URL.canParse(uri, url) ? new URL(uri, url).href : undefined,
        components: namesOf(listOf(one, 'affected_products'), 'title'),
        regions: namesOf(locations, 'id'),
      },
    ];
  });
  return ofOpen(found, reading);
}

const AWS_IMPACTS: Record<string, string> = { '1': 'information', '2': 'degradation', '3': 'disruption' };

/** AWS's currentevents (the public Health Dashboard): a list of what is open; the region stands in the ARN, or ends the service's id. */
function aws(data: unknown, reading: FeedReading): StatusSummary {
  if (!Array.isArray(data)) throw new Error('the answer is no list of events');
  const found = data.flatMap((one): Found[] => {
    const status = String(member(one, 'status'));
    if (status === '0') return [];
    const service = textOf(one, 'service_name');
    const impacted = member(one, 'impacted_services');
    const services = typeof impacted === 'object' && impacted !== null ? namesOf(Object.values(impacted), 'service_name') : [];
    const region =
      /^arn:aws[\w-]{0,10}:health:([a-z\d-]{1,30}):/.exec(textOf(one, 'arn') ?? '')?.[1] ??
      /-([a-z]{2}(?:-[a-z]{1,12}){1,3}-\d)$/.exec(textOf(one, 'service') ?? '')?.[1];
    return [
      {
        name: [textOf(one, 'summary') ?? UNNAMED, service && `(${service})`].filter(Boolean).join(' '),
        impact: AWS_IMPACTS[status],
        status: 'open',
        since: timeAt(one, 'date'),
        components: service === undefined || /^multiple services$/i.test(service) ? services : [service, ...services],
        regions: region === undefined ? [] : [region],
      },
    ];
  });
  return ofOpen(found, reading);
}

/** The readers, by the product that runs the page. Each throws an Error, in one clause, where the answer is not of its form. */
export const feeds: Readonly<Record<StatusFeed, (data: unknown, reading: FeedReading) => StatusSummary>> = {
  statuspage,
  'incident-io': incidentIo,
  instatus,
  'better-stack': betterStack,
  google,
  aws,
};
