/** The library: what a program may import. The command line is built from the same parts. */
import { captureText, chooseExchange, interpret, judge, noEvidence } from './diagnose.ts';
import type { Diagnosis } from './model/diagnosis.ts';

export type { Diagnosis } from './model/diagnosis.ts';
export type { CauseId, Family, RetryAdvice } from './model/cause.ts';
export { UnreadableInput } from './model/capture.ts';

export type DiagnoseOptions = {
  /** What the text answered, where it does not say so itself. */
  url?: string;
  /** The id of the vendor that was called. */
  provider?: string;
  /** The id of the gateway in between. */
  gateway?: string;
  /** What relative times count from: the time of the call, or the present. */
  now: Date;
};

/**
 * Diagnoses a failed call from its text (curl's output, a HAR, an exception, a log line, a JSON body). Nothing is sent.
 * Rejects with `UnreadableInput` where there is nothing to read.
 */
export async function diagnose(text: string, options: DiagnoseOptions): Promise<Diagnosis> {
  const { now } = options;
  const hints = {
    now,
    ...(options.provider !== undefined && { providerId: options.provider }),
    ...(options.gateway !== undefined && { gatewayId: options.gateway }),
  };
  const { exchanges, warnings } = await captureText(text, options.url === undefined ? {} : { url: options.url });
  const exchange = exchanges[(await chooseExchange(exchanges, hints)).index]!;
  return judge(await interpret(exchange, hints), noEvidence(now, 'offline'), { now, warnings });
}
