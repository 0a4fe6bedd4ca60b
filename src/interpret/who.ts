/** Who was called, and who answered: by host, by header fields, by words that only one vendor writes, by the key's shape. */
import type { Because } from '../model/check.ts';
import { header, type Exchange } from '../model/exchange.ts';
import type { Catalogue, Profile, Provider, Signs } from '../model/provider.ts';
import type { Layer, Problem } from '../model/reading.ts';

/** What the caller said on the command line. */
export type Hints = { providerId?: string; gatewayId?: string };

export type Who = {
  provider?: Profile;
  gateway?: Profile;
  /** The host that was called, where it is known. */
  host?: string;
  because: Because[];
};

/** The host of a URL, with its port where one is given; undefined where there is none. */
export function hostOf(url: string | undefined): string | undefined {
  const match = /^(?:[a-z][a-z0-9+.-]*:)?\/\/(?:[^/?#@]*@)?([^/?#]+)/i.exec(url ?? '');
  return match?.[1]?.toLowerCase();
}

/** The URL that was called, from the request or as the input tells it. */
export const calledUrl = (exchange: Exchange): string | undefined => exchange.request?.url ?? exchange.toldUrl;

const hostMatches = (pattern: string, host: string): boolean => {
  const name = host.replace(/:\d+$/, '');
  const wanted = pattern.toLowerCase();
  if (wanted.includes(':')) return host === wanted;
  return wanted.startsWith('.') ? name.endsWith(wanted) || name === wanted.slice(1) : name === wanted;
};

const fieldMatches = (pattern: string, name: string): boolean =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;

/** How much each kind of sign is worth; a host outweighs all words, because relays copy words. */
const WEIGHT = { hint: 1000, host: 100, field: 30, word: 10, named: 8, key: 6, linked: 4 };

type Score = { id: string; points: number; because: Because };

function scoreOf(
  id: string,
  profile: Signs,
  facts: { host: string | undefined; fields: string[]; words: string; exchange: Exchange },
): Score | undefined {
  let points = 0;
  let because: Because | undefined;
  const add = (weight: number, where: string, value: string, says: string): void => {
    if (!because || weight > points) because = { where, value, says };
    points += weight;
  };
  const host = facts.host !== undefined && profile.hosts.some((pattern) => hostMatches(pattern, facts.host!));
  if (host) add(WEIGHT.host, 'request.url', facts.host!, `a host of ${profile.title}`);
  const field =
    profile.ownHeaders.length > 0
      ? facts.fields.find((name) => profile.ownHeaders.some((pattern) => fieldMatches(pattern.toLowerCase(), name)))
      : undefined;
  if (field !== undefined)
    add(
      WEIGHT.field,
      `response.headers.${field}`,
      header(facts.exchange.response?.headers, field) ?? '',
      `a header field of ${profile.title}`,
    );
  const word = profile.ownWords.find((own) => facts.words.includes(own.toLowerCase()));
  if (word !== undefined) add(WEIGHT.word, 'wording', word, `words of ${profile.title}`);
  const linked =
    word === undefined ? profile.hosts.find((own) => own.includes('.') && facts.words.includes(own.replace(/^\./, ''))) : undefined;
  if (linked !== undefined) add(WEIGHT.linked, 'wording', linked, `names a host of ${profile.title}`);
  // A key that is sent to some other vendor's host says whose key it is, not who was called.
  const key = isPublic(facts.host)
    ? undefined
    : facts.exchange.secrets.find((secret) => profile.keys.some((pattern) => secret.matches(new RegExp(`^(?:${pattern})$`))));
  if (key) add(WEIGHT.key, 'request', key.mask, `a key of the shape that ${profile.title} gives out`);
  return because ? { id, points, because } : undefined;
}

/** Whether a host is somebody's on the Internet: neither an address nor a local name, where anything may be behind it. */
const isPublic = (host: string | undefined): boolean =>
  host !== undefined && /\.[a-z]{2,}(?::\d+)?$/i.test(host) && !/\.(?:local|internal|localhost|svc|lan|home)(?::\d+)?$/i.test(host);

/** `provider: deepseek`, `"provider":"openrouter"`: a client that names the vendor it calls. */
const NAMED =
  /["']?\b(?:provider|vendor|providerid|provider_name|llm_provider|custom_llm_provider)["']?\s{0,2}[:=]\s{0,2}["']?([a-z][\w .-]{1,30})/gi;

/**
 * Names the vendor that a call was meant for and the gateway in between, by the catalogue's profiles. Relays copy vendors'
 * words, so a host outweighs a header field, and a header field outweighs words.
 */
export async function identify(exchange: Exchange, catalogue: Catalogue, hints: Hints): Promise<Who> {
  const host = hostOf(calledUrl(exchange));
  const fields = (exchange.response?.headers ?? []).map(({ name }) => name.toLowerCase());
  const words = `${exchange.response?.body ?? ''}\n${exchange.text ?? ''}`.slice(0, 200_000).toLowerCase();
  const named = new Set(/provider|vendor/.test(words) ? [...words.matchAll(NAMED)].map((match) => match[1]!.trim()) : []);
  const best: Partial<Record<Provider['kind'], Score>> = {};
  for (const [id, { signs }] of Object.entries(catalogue)) {
    const hinted = id === (signs.kind === 'gateway' ? hints.gatewayId : hints.providerId);
    let score = scoreOf(id, signs, { host, fields, words, exchange });
    if (hinted) score = { id, points: WEIGHT.hint, because: { where: 'options', value: id, says: 'named on the command line' } };
    else if (named.has(id) || named.has(signs.title.toLowerCase())) {
      score ??= { id, points: 0, because: { where: 'text', value: id, says: 'the client names its provider' } };
      score.points += WEIGHT.named;
    }
    if (score && score.points > (best[signs.kind]?.points ?? 0)) best[signs.kind] = score;
  }
  const { vendor, gateway } = best;
  const load = async (score: Score | undefined): Promise<Profile | undefined> =>
    score && { ...(await catalogue[score.id]!.load()), id: score.id };
  const [provider, relay] = await Promise.all([load(vendor), load(gateway)]);
  return {
    ...(provider && { provider }),
    ...(relay && { gateway: relay }),
    ...(host !== undefined && { host }),
    because: [vendor?.because, gateway?.because].filter((item) => item !== undefined),
  };
}

/** Parts of a public suffix, so that "packagecloud.io" and "example.co.uk" give their own part. */
const SUFFIX = /\.(?:co|com|org|net|ac|gov|edu)\.[a-z]{2}$|\.[a-z0-9-]{2,}$/i;

/** A name for a vendor without a profile: the registrable part of its host. None for addresses and local names. */
export function vendorOfHost(host: string | undefined): { id: string; name: string } | undefined {
  const name = host?.replace(/:\d+$/, '');
  if (
    !name ||
    !name.includes('.') ||
    /^[\d.]+$|^\[|\.(?:local|internal|localhost|test|example|invalid|svc)$|\bexample\.(?:com|org|net)$/i.test(name)
  )
    return undefined;
  const suffix = SUFFIX.exec(name)?.[0];
  const label = suffix === undefined ? undefined : name.slice(0, -suffix.length).split('.').pop();
  return label ? { id: label, name: `${label}${suffix}` } : undefined;
}

const CDN_SERVER = /\b(?:cloudflare|akamai\w*|cloudfront|fastly|varnish|imperva|incapsula|sucuri)\b/i;

/** Who spoke: from the status, the Server and Via fields, and the fingerprints of gateways. */
export function speakerOf(exchange: Exchange, problems: readonly Problem[], who: Who): { layer: Layer; id?: string; name?: string } {
  const { response } = exchange;
  const named = (profile: Profile): { id: string; name: string } => ({ id: profile.id, name: profile.title });
  if (exchange.failure) return { layer: exchange.failure.kind === 'proxy' ? 'proxy' : 'client' };
  const status = response?.status ?? exchange.toldStatus;
  if (status === 407 || status === 511) return { layer: 'proxy' };
  const server = header(response?.headers, 'server') ?? '';
  const html = /^\s*<(?:!doctype|html|head|body)/i.test(response?.body ?? '');
  if (
    header(response?.headers, 'cf-mitigated') !== undefined ||
    (html && CDN_SERVER.test(server)) ||
    (status !== undefined && status >= 520 && status <= 527)
  ) {
    return { layer: 'cdn', ...(CDN_SERVER.test(server) && { name: server }) };
  }
  if (who.gateway) return { layer: quotesUpstream(problems) ? 'upstream' : 'gateway', ...named(who.gateway) };
  if (quotesUpstream(problems)) return { layer: 'upstream', ...(who.provider && named(who.provider)) };
  if (who.provider) return { layer: 'provider', ...named(who.provider) };
  const vendor = vendorOfHost(who.host);
  return { layer: 'provider', ...vendor };
}

/** Whether the answer says that it passes on somebody else's. */
function quotesUpstream(problems: readonly Problem[]): boolean {
  const messages = problems.flatMap((problem) => problem.messages);
  return messages.some(({ value }) => /\bupstream\b|\bprovider returned error\b|^litellm\.\w+:|\b\w+Exception - /i.test(value));
}
