import type { Capture } from '../model/capture.ts';
import type { RawExchange } from '../model/exchange.ts';
import { dumped, jsonLines, jsonSample, membersOf, textOf, type JsonLine, type Members } from '../parse/json-lines.ts';
import { loggedCall, severityOf } from '../parse/log-call.ts';
import { gathered, type Told } from '../parse/log-lines.ts';
import { logTime } from '../parse/log-time.ts';
import { objectsIn } from '../parse/loose-json.ts';

const shape = 'litellm-json-log';

/** https://docs.litellm.ai/docs/proxy/logging_spec: what callbacks get of every call. */
const payloadOf = (entry: Members): Members =>
  'standard_logging_object' in entry
    ? membersOf(entry['standard_logging_object'])
    : 'call_type' in entry || 'error_information' in entry
      ? entry
      : {};

const isPayload = (entry: Members): boolean => {
  const payload = payloadOf(entry);
  return 'error_information' in payload || ('response_cost' in payload && 'call_type' in payload);
};

/** With JSON_LOGS=True the proxy writes level, message, timestamp and, with an exception, stacktrace. */
const isLine = (entry: Members): boolean =>
  /^[A-Z]+$/.test(textOf(entry['level'])?.slice(0, 10) ?? '') &&
  'timestamp' in entry &&
  /litellm/i.test(`${textOf(entry['message']) ?? ''}${textOf(entry['stacktrace']) ?? ''}`.slice(0, 20_000));

/** The last line of a Python traceback is the exception. */
const exceptionIn = (trace: string | undefined): string | undefined => {
  const last = trace
    ?.trimEnd()
    .slice(-20_000)
    .split('\n')
    .filter((line) => /^\S/.test(line))
    .at(-1);
  return last === 'NoneType: None' ? undefined : last;
};

function failedCall(line: number, payload: Members): Told {
  const error = membersOf(payload['error_information']);
  const message = textOf(error['error_message']) ?? textOf(payload['error_str']);
  if (payload['status'] !== 'failure' && message === undefined) return 'quiet';
  const code = Number(error['error_code']);
  const status = Number.isInteger(code) && code >= 100 && code <= 599 ? code : undefined;
  const found = message === undefined ? undefined : objectsIn(message.slice(0, 65_536)).find(({ truncated }) => !truncated);
  const body = found && dumped(found.value);
  const url = textOf(payload['api_base']);
  const at = logTime(payload['startTime']);
  const words = [
    [textOf(error['error_class']), message].filter((part) => part !== undefined).join(': '),
    textOf(error['llm_provider']) === undefined ? '' : `llm_provider: ${textOf(error['llm_provider'])}`,
    textOf(payload['id']) === undefined ? '' : `litellm_call_id: ${textOf(payload['id'])}`,
  ];
  return {
    source: { shape, line },
    ...(url !== undefined && { toldUrl: url }),
    ...(status !== undefined && (body === undefined ? { toldStatus: status } : { response: { status, headers: [], body } })),
    text: words.filter((part) => part !== '').join('\n'),
    ...(at !== undefined && { at }),
  } satisfies RawExchange;
}

function told({ line, value: entry }: JsonLine): Told {
  if (!entry) return 'unknown';
  if (isPayload(entry)) return failedCall(line, payloadOf(entry));
  return loggedCall({
    shape,
    line,
    at: logTime(entry['timestamp']),
    severity: severityOf(entry['level']),
    message: textOf(entry['message']),
    errors: [exceptionIn(textOf(entry['stacktrace'])), entry['exception']],
    fields: entry,
  });
}

export default {
  title: "LiteLLM's JSON log",
  madeBy: 'the LiteLLM proxy with json_logs: true, or its callbacks (standard_logging_object)',
  recognise: (text) => (jsonSample(text).some((entry) => isPayload(entry) || isLine(entry)) ? 0.89 : 0),
  read: (text) => gathered(jsonLines(text), told),
} satisfies Capture;
