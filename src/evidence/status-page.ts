import type { StatusSummary } from '../model/evidence.ts';
import type { Probe, ProbeFacts } from '../model/probe.ts';
import type { StatusPage } from '../model/provider.ts';
import { jsonOf } from './world/json-answer.ts';
import { feeds } from './world/status-feeds.ts';

/** The page that is asked: the vendor's, else that of the gateway. */
const pageOf = ({ provider, gateway }: ProbeFacts): StatusPage | undefined =>
  (provider?.statusPage ? provider : (gateway ?? provider))?.statusPage;

export default {
  title: "The vendor's status page",
  explains:
    "Reads what the vendor's status page publishes for programs: its overall state, open incidents, and maintenance that is under way, in the " +
    'formats of Statuspage, incident.io, Instatus, Better Stack, Google Cloud and AWS. No credentials are sent. A status page lags behind: ' +
    'an incident confirms a fault, a calm page excludes none.',
  plan(facts) {
    const asked = facts.provider ?? facts.gateway;
    if (!asked) return { skip: 'it is not known whose API was called' };
    const url = pageOf(facts)?.api?.url;
    if (!url) return { skip: `${asked.title} has no status page that a program can read` };
    const proxy = facts.exchange.request?.send?.proxy;
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
  read(response, facts) {
    const { api, components = [] } = pageOf(facts) ?? {};
    if (!api) throw new Error('no status page was asked');
    const { at } = facts.exchange;
    return feeds[api.kind](jsonOf(response), { url: api.url, components, ...(at !== undefined && { at: Date.parse(at) }) });
  },
} satisfies Probe<StatusSummary>;
