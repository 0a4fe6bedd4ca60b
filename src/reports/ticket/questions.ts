/** What a ticket asks for and asks about, by the family of the cause and by who is addressed. */
import type { CauseId, Family } from '../../model/cause.ts';
import type { Diagnosis } from '../../model/diagnosis.ts';

type Verdict = Diagnosis['verdict'];

/** A gateway that spoke for itself is its administrator's, unless it is the very provider that was called. */
export function isOthersGateway({ answeredBy, provider }: Verdict): boolean {
  const isGateway = answeredBy.layer === 'gateway' || answeredBy.layer === 'upstream';
  return isGateway && (answeredBy.id === undefined || answeredBy.id !== provider?.id);
}

/** What the sender expects, in a sentence. */
export const expected: Record<Family, string> = {
  payment:
    'That the call is accepted while the account can pay for it; or to learn exactly what has to be paid, raised or changed, and where.',
  access: 'That these credentials are accepted for this call; or to learn which key, permission or address the call needs.',
  limits: 'That the call is accepted within the limits of our account; or to learn which limit was met, how high it is and when it resets.',
  request: 'That the request is accepted as it is documented; or to learn which part of it is wrong.',
  infrastructure: 'A response from the API itself; or to learn since when it cannot be had, and until when.',
  none: 'A successful response; or to learn what has to change for one.',
};

const accountQuestions: Record<Family, string[]> = {
  payment: [
    'Please confirm the balance, the plan and the open invoices of the account that this key belongs to.',
    'Is there a valid payment method on file, and did the last charge succeed?',
    'Is a spend limit or an allowance of the plan used up, how high is it, and when does it reset?',
    'If a payment was made lately: has it arrived, and when does it take effect for the API?',
  ],
  access: [
    'Is this key active, and to which account, organisation and project does it belong?',
    'Which permission, model or product does this call need that the key lacks?',
    'Was the call blocked by its address or country, or is the account itself restricted?',
  ],
  limits: [
    'Which limit did this call meet, how high is it for our account, and when does it reset?',
    'How much of it had been used at the time given above?',
    'What does it take to have the limit raised?',
  ],
  request: [
    'Which part of the request was not accepted, and what is expected in its place?',
    'Has this endpoint, model or parameter changed or been retired?',
  ],
  infrastructure: [
    'Did the call reach your servers, and what does your log say for the request id or the time given above?',
    'Is there an incident, and since when?',
    'Was anything charged for the call?',
  ],
  none: ['What does your log say for the request id or the time given above?', 'What has to change for the call to succeed?'],
};

/** Where the family's questions would miss the matter. */
const causeQuestions: Partial<Record<CauseId, string[]>> = {
  'payment-declined': [
    'Who declined the charge, the issuer or one of your own rules, and with which reason?',
    'May the same payment method be tried again, and when?',
  ],
  'payment-challenge': [
    'Which payment protocols, networks and currencies does this endpoint take, and at which price?',
    'Can it be called with an account that pays by invoice?',
    'If a payment was sent with the call: was it received, and why was it not accepted?',
  ],
  'proxy-auth-required': ['Which credentials does the proxy want from this client?', 'May the host that is called bypass the proxy?'],
  'proxy-interference': ['Which device or rule answered in place of the API?', 'May the host that is called pass without inspection?'],
};

const gatewayQuestions: Partial<Record<Family, string[]>> = {
  payment: [
    'Did the gateway refuse the call by a budget of its own, or does it pass on what its upstream said?',
    'Which budget is it (key, user, team), how high is it, how much is spent, and when does it reset?',
    'If it is the upstream: which account there is used for our calls, and is its balance in order?',
  ],
  access: [
    'Is our key of the gateway active, and may it use this model?',
    'Which credentials does the gateway itself send to its upstream?',
  ],
  limits: ['Is it a limit of the gateway or of its upstream, how high is it, and when does it reset?', 'Who else shares it?'],
};

/** The questions to whoever is addressed, in the order to ask them. */
export function questionsFor(verdict: Verdict): readonly string[] {
  const ofGateway = isOthersGateway(verdict) ? gatewayQuestions[verdict.family] : undefined;
  return causeQuestions[verdict.cause] ?? ofGateway ?? accountQuestions[verdict.family];
}
