/** The way from this machine to the host that was called, as the probe "network-path" found it. */
import type { NetworkFailure } from './exchange.ts';

/** One stage of a connection: what it brought, or why it failed; `ms` is how long it took, in milliseconds. */
export type Stage<T> = (T & { ms: number; failure?: never }) | { ms: number; failure: NetworkFailure };

/** Names as certificates give them; the organisation where there is one. */
export type CertificateName = { name?: string; organisation?: string };

export type Certificate = {
  protocol: string;
  subject: CertificateName;
  issuer: CertificateName;
  /** The last certificate of the chain that was sent or found. */
  root: CertificateName;
  /** The root is one of those that Node brings with it. */
  knownRoot: boolean;
  /** ISO 8601 UTC. */
  validFrom?: string;
  validTo?: string;
  /** Why the certificate does not verify here, in OpenSSL's word; undefined where it does. */
  error?: string;
};

/** A proxy that the environment names, without its credentials. */
export type ProxySetting = { variable: string; proxy: string };

export type NetworkPath = {
  host: string;
  port: number;
  names: Stage<{ addresses: string[] }>;
  /** The stages that follow are missing where one before them failed. */
  connection?: Stage<{ address: string }>;
  tls?: Stage<Certificate>;
  /** All that are set, in the order in which curl looks. */
  proxies: ProxySetting[];
  /** What curl would use for this URL; undefined where it would go directly. */
  curlProxy?: ProxySetting;
  /** NO_PROXY takes this host out. */
  bypassed?: boolean;
  /** Node was told to read the proxy variables too (NODE_USE_ENV_PROXY). */
  nodeReadsProxies: boolean;
  /** The variables that name certificates to trust, which are set. */
  certificateVariables: string[];
};
