import type { Incident, StatusSummary } from '../model/evidence.ts';
import type { Probe } from '../model/probe.ts';
import { jsonOf, member } from './world/json-answer.ts';

/** What a report can use of a long page. */
const MOST_INCIDENTS = 20;
const MOST_COMPONENTS = 20;
const LONGEST_TEXT = 300;

const textOf = (value: unknown, name: string): string | undefined => {
  const text = member(value, name);
  return typeof text === 'string' && text !== '' ? text.slice(0, LONGEST_TEXT) : undefined;
};

const listOf = (value: unknown, name: string): unknown[] => {
  const list = member(value, name);
  return Array.isArray(list) ? list : [];
};

function incidentOf(given: unknown): Incident {
  const since = textOf(given, 'started_at') ?? textOf(given, 'created_at');
  const url = textOf(given, 'shortlink');
  return {
    name: textOf(given, 'name') ?? 'Unnamed incident',
    impact: textOf(given, 'impact') ?? 'none',
    status: textOf(given, 'status') ?? 'unknown',
    ...(since !== undefined && { since }),
    ...(url !== undefined && { url }),
    components: listOf(given, 'components')
      .flatMap((component) => textOf(component, 'name') ?? [])
      .slice(0, MOST_COMPONENTS),
  };
}

const isUnderWay = (maintenance: unknown): boolean => ['in_progress', 'verifying'].includes(textOf(maintenance, 'status') ?? '');

export default {
  title: "The vendor's status page",
  explains:
    "Reads the summary of the vendor's status page (Statuspage's /api/v2/summary.json): its overall state, open incidents, and maintenance " +
    'that is under way. No credentials are sent. A status page lags behind: an incident confirms a fault, a calm page excludes none.',
  plan({ exchange, provider, gateway }) {
    const asked = provider ?? gateway;
    if (!asked) return { skip: 'it is not known whose API was called' };
    const url = asked.statusPage?.api?.url;
    if (!url) return { skip: `${asked.title} has no status page that a program can read` };
    const proxy = exchange.request?.send?.proxy;
    return {
      request: {
        method: 'GET',
        url,
        headers: [{ name: 'accept', value: 'application/json' }],
        send: { followRedirects: true, ...(proxy !== undefined && { proxy }) },
      },
      credentialHosts: [],
    };
  },
  read(response) {
    const data = jsonOf(response);
    const status = member(data, 'status');
    const indicator = textOf(status, 'indicator');
    if (indicator === undefined) throw new Error('the answer is not a Statuspage summary');
    const open = [...listOf(data, 'incidents'), ...listOf(data, 'scheduled_maintenances').filter(isUnderWay)];
    return { indicator, description: textOf(status, 'description') ?? indicator, incidents: open.slice(0, MOST_INCIDENTS).map(incidentOf) };
  },
} satisfies Probe<StatusSummary>;
