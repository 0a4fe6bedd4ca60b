/** Events of PagerDuty's Events API v2 (https://developer.pagerduty.com/docs/events-api-v2/trigger-events/). Pure. */
import { basename } from 'node:path';
import type { NotifySpec } from '../schema.ts';
import { lineOfChange, type Change, type Notice } from './changes.ts';

export const ENQUEUE = { us: 'https://events.pagerduty.com/v2/enqueue', eu: 'https://events.eu.pagerduty.com/v2/enqueue' } as const;

/** The API's own limits, in characters. */
const SUMMARY = 1_024;
const KEY = 255;

/** The same in every run, so that the recovery closes what the failure opened. */
const dedupKey = ({ file }: Notice, { name }: Change): string => `diagnose check: ${basename(file).slice(-30)}: ${name}`.slice(0, KEY);

/** One event for one check. What could not be looked at is a warning, whatever the severity of a failure. */
export function pagerdutyEvent(
  notice: Notice,
  change: Change,
  severity: NonNullable<NotifySpec['severity']>,
): { event_action: 'trigger' | 'resolve'; dedup_key: string } {
  const dedup_key = dedupKey(notice, change);
  const { kind, name, outcome, says, step, link, verdict, line, since } = change;
  if (kind === 'recovered') return { event_action: 'resolve', dedup_key };
  const event = {
    event_action: 'trigger' as const,
    dedup_key,
    client: 'diagnose check',
    payload: {
      summary: lineOfChange(change).slice(0, SUMMARY),
      source: `${notice.file}:${line}`,
      severity: outcome === 'error' && severity !== 'info' ? 'warning' : severity,
      timestamp: notice.at,
      component: name,
      ...(verdict && { class: verdict.cause, group: verdict.family }),
      custom_details: { says, since, ...(step !== undefined && { step }), ...(verdict && { verdict }) },
    },
    ...(link && { links: [{ href: link.url, text: link.title }] }),
  };
  return event;
}
