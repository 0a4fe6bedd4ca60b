/** https://www.envoyproxy.io/docs/envoy/latest/configuration/observability/access_log/usage, %RESPONSE_FLAGS%: the usual ones. */
const FLAGS: Record<string, string> = {
  DC: 'the client closed the connection',
  NR: 'no route for this request',
  RL: "refused by Envoy's rate limit filter",
  UAEX: 'denied by the external authorization service',
  UC: 'the upstream closed the connection',
  UF: 'the connection to the upstream failed',
  UH: 'no healthy upstream',
  UO: 'the circuit breaker is open',
  URX: 'retried as often as is allowed',
  UT: 'the upstream did not answer in time',
};

/** Envoy's response flags in words; '' for none. */
export function flagWords(flags: string | undefined): string {
  if (flags === undefined || flags === '-' || flags === '') return '';
  const words = flags.split(',').slice(0, 5);
  return words.map((flag) => (FLAGS[flag] === undefined ? flag : `${flag}: ${FLAGS[flag]}`)).join('; ');
}
