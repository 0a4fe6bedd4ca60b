import type { Check, Facts, Finding } from '../model/check.ts';
import { cut } from '../model/format.ts';
import type { Profile } from '../model/provider.ts';
import type { Secret } from '../model/secret.ts';
import { methodFault, missingField, pathFault, redirectFault } from '../interpret/address-faults.ts';
import { explainFailure } from '../interpret/connection-failure.ts';
import { bodyFault, credentialFault, explains, urlFault, type Fault } from '../interpret/request-faults.ts';
import { credentialsOf, mayHideCredentials, showsFields, urlOf, type SentCredential } from '../interpret/sent-credentials.ts';
import { calledProfile } from '../interpret/whose-account.ts';

export default {
  phase: '2.2',
  title: 'The request as it was sent',
  explains:
    'Looks at the request by itself: the field that carries the key, the key without blanks, quotes, placeholders and unexpanded ' +
    'variables, the fields that this vendor wants, method, base path and URL, a body that is what Content-Type says, and what a redirect ' +
    'would take from it. Where no answer came it says what the connection failed at. ' +
    'A fault that would explain the error fails; one that would not is a warning.',
  needs: { oneOf: ['request', 'failure'], otherwise: 'The input does not show the request' },
  judge(facts) {
    const { exchange, reading } = facts;
    const { request, failure } = exchange;
    const sent = credentialsOf(exchange);
    const faults = request ? faultsOf(facts, sent) : [];
    if (failure) return failed(facts, faults);
    if (!request) return { outcome: 'skip', says: 'The input does not show the request' };
    if (faults.length > 0) return found(faults, facts);
    if (reading.verdict.cause === 'credentials-missing' && !showsFields(request))
      return { outcome: 'skip', says: 'The input does not show the header fields' };
    const looked = lookedAt(facts, sent);
    if (looked.length === 0) return { outcome: 'skip', says: 'The input shows the method of the request and no more' };
    return { outcome: 'pass', says: `${listed(looked)} ${looked.length === 1 ? 'looks' : 'look'} right` };
  },
} satisfies Check;

function faultsOf(facts: Facts, sent: SentCredential[]): Fault[] {
  const request = facts.exchange.request!;
  const ofKeys = sent.map((one) => credentialFault(one, facts));
  const { cause } = facts.reading.verdict;
  // A path, a method or a missing field that the server did not mind is none.
  const ofAddress = [pathFault(facts), methodFault(facts), missingField(facts)].filter((fault) => fault && explains(fault, cause));
  const all = [
    missingCredentials(facts, sent),
    ...ofKeys,
    otherField(facts, sent),
    urlFault(request),
    redirectFault(facts),
    ...ofAddress,
    bodyFault(request),
  ].filter((fault) => fault !== undefined);
  return [...all.filter((fault) => explains(fault, cause)), ...all.filter((fault) => !explains(fault, cause))];
}

/** The field in which the vendor looks for the key, in the case that people write it in. */
function keyField(facts: Facts): string {
  const name = calledProfile(facts)?.keyHeader ?? 'authorization';
  return name.toLowerCase() === 'authorization' ? 'Authorization' : name;
}

function missingCredentials(facts: Facts, sent: SentCredential[]): Fault | undefined {
  const { exchange, reading } = facts;
  const { cause } = reading.verdict;
  const called = calledProfile(facts);
  if (sent.length > 0 || cause === 'payment-challenge' || cause === 'success') return undefined;
  const serverSaysSo = cause === 'credentials-missing' && showsFields(exchange.request);
  if (!serverSaysSo && (mayHideCredentials(exchange) || !called || called.keys.length === 0)) return undefined;
  const field = keyField(facts);
  const says = `No ${field} field was sent`;
  return {
    says,
    because: {
      where: 'request.headers',
      value: cut(exchange.request!.headers.map(({ name }) => name).join(', '), 120),
      says,
    },
    step: `Send the key in the ${field} field${field === 'Authorization' ? ', as: Bearer, a space, the key' : ''}.`,
    explains: ['credentials-missing', 'credentials-invalid', 'permission-denied', 'not-found'],
  };
}

/** A key in a field that the vendor does not read. Many read several, so only a server that found no good key makes it a fault. */
function otherField(facts: Facts, sent: SentCredential[]): Fault | undefined {
  const { provider, gateway, reading } = facts;
  const called = calledProfile(facts);
  const first = sent[0];
  if (!called || !first || !/^credentials-(?:missing|invalid)$/.test(reading.verdict.cause)) return undefined;
  const read = [provider?.keyHeader.toLowerCase(), gateway?.keyHeader.toLowerCase()];
  const bearer = bearerInKeyField(sent, called);
  if (bearer) return bearer;
  if (
    sent.some(({ name, secret }) => read.includes(name.toLowerCase()) || (/^authorization$/i.test(name) && isBearerToken(secret, called)))
  )
    return undefined;
  const says = `The key is in ${cut(first.name, 30)}; ${called.title} reads ${keyField(facts)}`;
  return {
    says,
    because: { where: first.where, value: cut(first.value, 80), says },
    step: `Send the key in the ${keyField(facts)} field.`,
    explains: ['credentials-missing'],
  };
}

/** Whether the vendor documents a token of this shape as one for Authorization, though its keys go elsewhere. */
function isBearerToken(secret: Secret | undefined, called: Profile): boolean {
  const shape = called.keys.find(({ pattern }) => secret?.matches(new RegExp(`^(?:${pattern})$`)));
  return shape !== undefined && /\bsent as Bearer\b/.test(shape.means);
}

function bearerInKeyField(sent: SentCredential[], called: Profile): Fault | undefined {
  const token = sent.find(({ name, secret }) => name.toLowerCase() === called.keyHeader && isBearerToken(secret, called));
  if (!token || called.keyHeader === 'authorization') return undefined;
  const says = `A token in ${cut(token.name, 25)}: it goes into Authorization`;
  return {
    says,
    because: { where: token.where, value: cut(token.value, 80), says },
    step: `Send it as Authorization: Bearer, a space, the token; ${cut(token.name, 25)} is for keys.`,
    explains: ['credentials-missing', 'credentials-invalid'],
  };
}

function found(faults: Fault[], { reading }: Facts): Finding {
  const first = faults[0]!;
  return {
    outcome: explains(first, reading.verdict.cause) ? 'fail' : 'warn',
    says: first.says,
    because: faults.map(({ because }) => because),
    steps: faults.map(({ step }) => step),
  };
}

function failed({ exchange }: Facts, faults: Fault[]): Finding {
  const failure = exchange.failure!;
  const { says, steps } = explainFailure(failure, urlOf(exchange.request), exchange.request?.send?.timeoutSeconds);
  return {
    outcome: 'fail',
    says,
    because: [
      { where: 'failure.message', value: cut(failure.message, 120), says: `what the client said (${failure.kind})` },
      ...faults.map(({ because }) => because),
    ],
    steps: [...steps, ...faults.map(({ step }) => step)],
  };
}

function lookedAt({ exchange }: Facts, sent: SentCredential[]): string[] {
  const request = exchange.request!;
  const fields = sent.length > 0 ? `${cut(sent[0]!.name, 30)} field` : showsFields(request) ? 'header fields' : undefined;
  return [urlOf(request) && 'URL', fields, request.body && 'body'].filter((part) => part !== undefined && part !== '') as string[];
}

function listed(parts: string[]): string {
  const text = parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
