import type { Capture } from '../model/capture.ts';
import { jsonLines, jsonSample, membersOf, textOf, type JsonLine, type Members } from '../parse/json-lines.ts';
import { severityOf } from '../parse/log-call.ts';
import { gathered, type Told } from '../parse/log-lines.ts';
import { objectCall, textCall } from '../parse/log-message.ts';
import { logTime } from '../parse/log-time.ts';

const shape = 'gcp-log-entry';

/** https://cloud.google.com/logging/docs/reference/v2/rest/v2/LogEntry. */
const isEntry = (entry: Members): boolean =>
  ('logName' in entry || 'insertId' in entry) && ('resource' in entry || 'severity' in entry || 'httpRequest' in entry);

function statusDetails(entry: Members): string {
  const payload = membersOf(entry['jsonPayload']);
  return textOf(payload['statusDetails']) ?? '';
}

/** The request that the entry itself describes (a load balancer, Cloud Run); what the program wrote stands beside it. */
function told({ line, entry }: { line: number; entry: Members | undefined }): Told {
  if (!entry) return 'unknown';
  if (!isEntry(entry)) return 'quiet';
  const at = logTime(entry['timestamp']) ?? logTime(entry['receiveTimestamp']);
  const severity = severityOf(entry['severity']);
  const about = { shape, line, at, severity };
  const text = textOf(entry['textPayload']);
  const call =
    text === undefined
      ? objectCall(membersOf(entry['jsonPayload'] ?? membersOf(entry['protoPayload'])['status']), about)
      : textCall(text, about);
  const http = membersOf(entry['httpRequest']);
  const status = Number(http['status']);
  if (!Number.isInteger(status) || status < 100) return call;
  const method = textOf(http['requestMethod']);
  const url = textOf(http['requestUrl']);
  const program = call === 'quiet' || call === 'unknown' ? undefined : call;
  const words = [text ?? program?.text ?? '', statusDetails(entry)].filter((part) => part !== '').join('\n');
  return {
    source: { shape, line },
    ...(method === undefined
      ? url !== undefined && { toldUrl: url }
      : { request: { method, ...(url !== undefined && { url }), headers: [] } }),
    ...(program?.response?.status === status ? { response: program.response } : { toldStatus: status }),
    ...(status >= 400 && words !== '' && { text: words }),
    ...(at !== undefined && { at }),
  };
}

function* entriesIn(text: string): Generator<{ line: number; entry: Members | undefined }> {
  for (const { line, value } of jsonLines(text) as Iterable<JsonLine>) {
    const list = value?.['entries'];
    if (Array.isArray(list)) for (const one of list) yield { line, entry: membersOf(one) };
    else yield { line, entry: value };
  }
}

/** An exported list may be longer than a look at its start. */
const startsAsOne = (text: string): boolean => {
  const start = text.slice(0, 65_536);
  return /^\s*[[{]/.test(start) && /"(?:insertId|logName)"\s*:/.test(start) && /"(?:severity|httpRequest|resource)"\s*:/.test(start);
};

export default {
  title: 'Entries of Google Cloud Logging',
  madeBy: 'gcloud logging read --format=json, the Logs Explorer',
  recognise: (text) => (startsAsOne(text) || jsonSample(text).some(isEntry) ? 0.88 : 0),
  read: (text) => gathered(entriesIn(text), told),
} satisfies Capture;
