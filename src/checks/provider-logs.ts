import type { Because, Check, Facts, Finding, PersonQuestion } from '../model/check.ts';
import { answerOf } from '../model/evidence.ts';
import { cut } from '../model/format.ts';
import type { GatewayCall, GatewayLog } from '../model/gateway-call.ts';
import { grouped } from '../model/numbers.ts';
import type { Profile } from '../model/provider.ts';
import { accountHolder, linkTo } from '../interpret/whose-account.ts';

export default {
  phase: '3.2',
  title: "The vendor's and the gateway's logs",
  explains:
    "The request id, and the page on which the vendor shows a call by it. With --gateway-logs FILE the same call is found in the gateway's " +
    'own log, by its request id or by time, path, model and status: whether an upstream answered, and what it said.',
  judge(facts) {
    if (facts.reading.verdict.cause === 'success') return { outcome: 'skip', says: 'The call went through: there is nothing to look up' };
    const answer = answerOf<GatewayLog>(facts.evidence, 'gateway-logs');
    const vendors = atVendor(facts);
    if (answer?.outcome === 'answered') return { ...vendors, ...inGateway(answer.data, facts) };
    if (answer?.outcome === 'failed') return { ...vendors, outcome: 'skip', says: `The gateway's log: ${cut(answer.why, 42)}` };
    return vendors;
  },
  question(facts): PersonQuestion | undefined {
    const { requestId } = facts.reading;
    const holder = logged(facts);
    if (!requestId || !holder) return undefined;
    return {
      says: `what does ${holder.title} show for ${cut(requestId.value, 40)}?`,
      choices: [
        { value: 'same', says: 'The same error', outcome: 'pass', found: `${holder.title} logged the same error` },
        {
          value: 'fine',
          says: 'A good answer',
          outcome: 'warn',
          found: `${holder.title} answered well: something in between did not`,
          steps: ['Call without the gateway or the proxy once, and compare.'],
        },
        {
          value: 'absent',
          says: 'There is no such request',
          outcome: 'warn',
          found: `The request is not in the log of ${holder.title}`,
          steps: ["See whether the log is that of this key's project or workspace; else something in between answered."],
        },
      ],
    };
  },
} satisfies Check;

/** Whose log shows the call: of those that may have one, the account holder's first. */
function logged(facts: Facts): Profile | undefined {
  return [accountHolder(facts), facts.gateway, facts.provider].find((profile) => profile?.links.logs !== undefined);
}

/** Verdicts of which the vendor's own log may tell more than the answer did. */
const isDoubtful = ({ reading }: Facts): boolean =>
  reading.verdict.confidence === 'possible' || /^(?:unknown|upstream-failure)$/.test(reading.verdict.cause);

function atVendor(facts: Facts): Finding {
  const { reading, gateway, exchange } = facts;
  const { requestId } = reading;
  const holder = logged(facts);
  const link = linkTo(holder, 'logs', 'logs');
  const isBehind = gateway !== undefined && /^(?:gateway|upstream)$/.test(reading.answeredBy.layer);
  const common: Pick<Finding, 'link' | 'steps' | 'because'> = {
    ...(link && { link }),
    ...(requestId && { because: [{ where: requestId.where, value: cut(requestId.value, 120), says: 'the request id' }] }),
    ...(isBehind && {
      steps: [`If this ${gateway.title} is yours: --gateway-logs FILE finds the call in its log, and what its upstream said.`],
    }),
  };
  if (exchange.failure) return { ...common, outcome: 'skip', says: 'There was no response, and so no request id' };
  if (!requestId) {
    const says = holder
      ? `No request id: ${cut(holder.title, 24)}'s log shows it by its time`
      : 'No request id, and no page of logs is known';
    return { ...common, outcome: 'skip', says };
  }
  const id = cut(requestId.value, 36);
  if (!holder) return { ...common, outcome: 'pass', says: `Request id ${id}: give it to support` };
  return { ...common, outcome: isDoubtful(facts) ? 'ask' : 'pass', says: `Request id ${id}: see the log` };
}

function inGateway(log: GatewayLog, { reading }: Facts): Omit<Finding, 'link'> {
  const { call, file, lines, similar, formats } = log;
  if (!call) {
    const known = formats.length > 0 ? ` (${formats.slice(0, 2).join(', ')})` : '';
    return {
      outcome: 'warn',
      says: `Not among ${grouped(lines)} ${lines === 1 ? 'line' : 'lines'} of ${cut(file, 20)}${known}`,
      steps: [
        reading.requestId
          ? `Look for ${cut(reading.requestId.value, 60)} in the gateway's logs of that time, of every instance.`
          : "Keep the response's header fields (curl -i): with its request id the call is found for certain.",
      ],
    };
  }
  const because = becauseOf(call);
  const steps =
    similar > 0
      ? [`${grouped(similar)} other ${similar === 1 ? 'entry fits' : 'entries fit'} as well: a request id would tell (curl -i).`]
      : [];
  return { ...judgedCall(call), because, ...(steps.length > 0 && { steps }) };
}

function judgedCall({ format, upstream, reached, status, says }: GatewayCall): Pick<Finding, 'outcome' | 'says'> {
  const who = cut(upstream?.host ?? 'the upstream', 24);
  const words = upstream?.says === undefined ? '' : `: ${upstream.says}`;
  if (reached === false)
    return { outcome: 'warn', says: cut(`${format}: no answer of an upstream${says === undefined ? '' : `; ${says}`}`, 64) };
  if (upstream?.status !== undefined && upstream.status >= 400) {
    return { outcome: 'fail', says: cut(`${format}: ${who} answered ${upstream.status}${words}`, 64) };
  }
  if (upstream?.status !== undefined && status !== undefined && status >= 400) {
    return { outcome: 'warn', says: cut(`${format}: ${who} answered ${upstream.status}, the gateway ${status}`, 64) };
  }
  if (words !== '') return { outcome: 'fail', says: cut(`${format}: ${who} said${words}`, 64) };
  return {
    outcome: 'warn',
    says: cut(`${format}: found${status === undefined ? '' : `, status ${status}`}${says === undefined ? '' : `; ${says}`}`, 64),
  };
}

function becauseOf({ format, line, at, matchedBy, id, status, upstream, says, model }: GatewayCall): Because[] {
  const where = 'evidence.gateway-logs';
  const place = [`line ${grouped(line)}`, at, id, model, status === undefined ? undefined : `status ${status}`].filter(Boolean).join(', ');
  const told = [upstream?.host, upstream?.status, upstream?.says].filter(Boolean).join(' ');
  return [
    { where: `${where}.call`, value: cut(place, 160), says: `the same call in the log of ${format}, by its ${matchedBy.join(', ')}` },
    ...(told === '' ? [] : [{ where: `${where}.call.upstream`, value: cut(told, 200), says: 'what the upstream said' }]),
    ...(says === undefined ? [] : [{ where: `${where}.call.says`, value: cut(says, 200), says: 'what the gateway itself says' }]),
  ];
}
