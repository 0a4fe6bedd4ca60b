import type { GatewayLog } from '../model/gateway-call.ts';
import type { LocalProbe } from '../model/probe.ts';
import { gatewayReader, soughtCall } from '../parse/gateway-match.ts';
import { eachLine, nameOf } from './world/log-file.ts';
import { maskedData } from './world/log-masks.ts';

export default {
  title: "The gateway's log",
  explains:
    'Reads the file that --gateway-logs names, plain or gzip, and finds this call in it, by its request id, or by time, path, model and ' +
    'status: what the gateway answered, and what its upstream said. Knows the logs of LiteLLM, APIPark, Kong, Envoy, CloudWatch and ' +
    'Google Cloud. The log is not sent anywhere, and nothing of it is kept but this one call, without credentials.',
  async look({ exchange, provider, gateway }, { files }, signal) {
    const path = files['gateway-logs'];
    if (path === undefined) return { skip: 'no log was given (--gateway-logs FILE)' };
    const fields = [...(gateway?.requestIdHeaders ?? []), ...(provider?.requestIdHeaders ?? [])];
    const reader = gatewayReader(soughtCall(exchange, fields));
    const { truncated } = await eachLine(path, (line) => reader.take(line), signal);
    const log: GatewayLog = { file: nameOf(path), ...reader.done(), ...(truncated && { truncated }) };
    return maskedData(log, exchange.secrets);
  },
} satisfies LocalProbe<GatewayLog>;
