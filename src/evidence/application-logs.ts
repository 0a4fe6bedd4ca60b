import type { LogHistory } from '../model/log-history.ts';
import type { LocalProbe } from '../model/probe.ts';
import { historyReader } from '../parse/log-history.ts';
import { soughtOf } from '../parse/log-sought.ts';
import { eachLine, nameOf } from './world/log-file.ts';
import { maskedData } from './world/log-masks.ts';

export default {
  title: "Your application's log",
  explains:
    'Reads the file that --logs names, plain or gzip, of any size, and finds this failure in it: when it began, what went well ' +
    'before it, how often it came since. The log is not sent anywhere, and nothing of it is kept but a few lines, without credentials.',
  async look({ exchange, provider, gateway }, { files }, signal) {
    const path = files.logs;
    if (path === undefined) return { skip: 'no log was given (--logs FILE)' };
    const reader = historyReader(soughtOf(exchange, [provider, gateway]), Date.now());
    const { truncated } = await eachLine(path, (line) => reader.take(line), signal);
    const history: LogHistory = { file: nameOf(path), ...reader.done(), ...(truncated && { truncated }) };
    return maskedData(history, exchange.secrets);
  },
} satisfies LocalProbe<LogHistory>;
