/** Who was called, and who answered: by host, by header fields, by words that only one vendor writes, by the key's shape. */
import type { Because } from '../model/check.ts';
import { header, type Exchange } from '../model/exchange.ts';
import type { Catalogue, Profile, Provider, SignsTable } from '../model/provider.ts';
import type { Layer, Problem } from '../model/reading.ts';
import { keyShapes, ownersOfField, ownersOfHost, ownersOfName, ownersOfWords, titleOf, type Sighted, type SignKind } from './signs.ts';

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

/** How much each kind of sign is worth; a host outweighs all words, because relays copy words. */
const WEIGHT: Record<SignKind, number> = { host: 100, field: 30, word: 10, named: 8, key: 6, linked: 4, name: 3 };
const HINT = 1000;
/** Further words of the same vendor count one point each, up to this many. */
const MOST_FURTHER_WORDS = 3;

type Score = { id: string; points: number; at: number; because: Because; host?: number };

/** Why a sign counts, as the report says it. */
function becauseOf({ kind, value }: Sighted, title: string, exchange: Exchange): Because {
  if (kind === 'host') return { where: 'request.url', value, says: `a host of ${title}` };
  if (kind === 'field')
    return {
      where: `response.headers.${value}`,
      value: header(exchange.response?.headers, value) ?? '',
      says: `a header field of ${title}`,
    };
  if (kind === 'word') return { where: 'wording', value, says: `words of ${title}` };
  if (kind === 'linked') return { where: 'wording', value, says: `names a host of ${title}` };
  if (kind === 'name') return { where: 'wording', value, says: `names ${title}` };
  if (kind === 'named') return { where: 'text', value, says: 'the client names its provider' };
  return { where: 'request', value, says: `a key of the shape that ${title} gives out` };
}

/** One vendor's points: each kind of sign counts once, and further words a little; a host or a name that is merely mentioned adds nothing to words of its own. */
function scoreOf(id: string, signs: Sighted[], title: string, exchange: Exchange): Score {
  const kinds = new Map<SignKind, Sighted>();
  for (const sign of signs) {
    const known = kinds.get(sign.kind);
    if (!known || (sign.exactness ?? 0) > (known.exactness ?? 0)) kinds.set(sign.kind, sign);
  }
  if (kinds.has('word')) kinds.delete('linked');
  if (kinds.has('word') || kinds.has('linked')) kinds.delete('name');
  const ranked = [...kinds.values()].toSorted((a, b) => WEIGHT[b.kind] - WEIGHT[a.kind]);
  const words = signs.filter(({ kind }) => kind === 'word').length;
  const points =
    ranked.reduce((sum, { kind, exactness = 0 }) => sum + WEIGHT[kind] + Math.min(exactness, 1000) / 10_000, 0) +
    Math.min(Math.max(words - 1, 0), MOST_FURTHER_WORDS);
  const host = kinds.get('host')?.exactness;
  return {
    id,
    points,
    at: Math.min(...signs.map(({ at }) => at)),
    because: becauseOf(ranked[0]!, title, exchange),
    ...(host !== undefined && { host }),
  };
}

/** Whether a host is somebody's on the Internet: neither an address nor a local name, where anything may be behind it. */
const isPublic = (host: string | undefined): boolean =>
  host !== undefined && /\.[a-z]{2,}(?::\d+)?$/i.test(host) && !/\.(?:local|internal|localhost|svc|lan|home)(?::\d+)?$/i.test(host);

const shapes = new Map<string, RegExp>();

/** The expression of a key's shape, made when a key is first compared with it. */
function shapeOf(pattern: string): RegExp {
  let shape = shapes.get(pattern);
  if (!shape) shapes.set(pattern, (shape = new RegExp(`^(?:${pattern})$`)));
  return shape;
}

const ownersOfKeys = (table: SignsTable, { secrets }: Exchange): Sighted[] =>
  secrets.length === 0
    ? []
    : keyShapes(table).flatMap(([pattern, ids]) => {
        const secret = secrets.find((found) => found.matches(shapeOf(pattern)));
        return secret ? ids.map((id): Sighted => ({ id, kind: 'key', value: secret.mask, at: 0 })) : [];
      });

/** `provider: deepseek`, `"provider":"openrouter"`: a client that names the vendor it calls. */
const NAMED =
  /["']?\b(?:provider|vendor|providerid|provider_name|llm_provider|custom_llm_provider)["']?\s{0,2}[:=]\s{0,2}["']?([a-z][\w .-]{1,30})/gi;

/** `OpenAIException - …`: how LiteLLM names the vendor whose error it passes on. */
const BLAMED = /\b([a-z][a-z_]{2,24})exception - /g;

/** The vendors that a client or a gateway names in so many words. */
function namedIn(words: string): Set<string> {
  const named = /provider|vendor/.test(words) ? [...words.matchAll(NAMED)] : [];
  const blamed = words.includes('exception - ') ? [...words.matchAll(BLAMED)] : [];
  return new Set([...named, ...blamed].map((match) => match[1]!.trim()));
}

/** Whether a host is of the name that a profile has: "maven.example.org" and maven-central. */
const isAkin = (id: string, host: string | undefined): boolean => {
  const vendor = vendorOfHost(host)?.id;
  return vendor !== undefined && (id.startsWith(vendor) || vendor.startsWith(id));
};

/** Of two whose host it is the one that names it more exactly wins. Otherwise more points do; among equals the longer sign, which says more, and then the one that stands first. */
function isBetter(score: Score, leader: Score | undefined): boolean {
  if (leader?.host !== undefined && score.host !== undefined && leader.host !== score.host) return score.host > leader.host;
  if (!leader || score.points !== leader.points) return score.points > (leader?.points ?? 0);
  const longer = score.because.value.length - leader.because.value.length;
  return longer !== 0 ? longer > 0 : score.at < leader.at;
}

/**
 * Names the vendor that a call was meant for and the gateway in between, by the catalogue's profiles. Relays copy vendors'
 * words, so a host outweighs a header field, and a header field outweighs words.
 */
export async function identify(exchange: Exchange, { signs: table, profiles }: Catalogue, hints: Hints): Promise<Who> {
  const host = hostOf(calledUrl(exchange));
  const fields = exchange.response?.headers ?? [];
  const words = `${exchange.response?.body ?? ''}\n${exchange.text ?? ''}`.slice(0, 200_000).toLowerCase();
  const sighted = [
    ...(host === undefined ? [] : ownersOfHost(table, host)),
    ...fields.flatMap(({ name, value }) => ownersOfField(table, name.toLowerCase(), value.toLowerCase())),
    // Beside a host of somebody's own, a name that is merely mentioned says nothing of who was called.
    ...ownersOfWords(table, words).filter(({ kind, id }) => kind !== 'name' || !isPublic(host) || isAkin(id, host)),
    ...[...namedIn(words)].flatMap((name) => ownersOfName(table, name)),
    // A key that is sent to some other vendor's host says whose key it is, not who was called.
    ...(isPublic(host) ? [] : ownersOfKeys(table, exchange)),
  ];
  const best: Partial<Record<Provider['kind'], Score>> = {};
  const signsOf = new Map<string, Sighted[]>();
  for (const sign of sighted) {
    const others = signsOf.get(sign.id);
    if (others) others.push(sign);
    else signsOf.set(sign.id, [sign]);
  }
  for (const [id, signs] of signsOf) {
    const { title, kind } = titleOf(table, id)!;
    const score = scoreOf(id, signs, title, exchange);
    if (isBetter(score, best[kind])) best[kind] = score;
  }
  for (const id of [hints.providerId, hints.gatewayId]) {
    const kind = id === undefined ? undefined : titleOf(table, id)?.kind;
    if (id !== undefined && kind)
      best[kind] = { id, points: HINT, at: 0, because: { where: 'options', value: id, says: 'named on the command line' } };
  }
  const { vendor, gateway } = best;
  const load = async (score: Score | undefined): Promise<Profile | undefined> =>
    score && { ...(await profiles[score.id]!()), id: score.id };
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

/** Whether a proxy answered a CONNECT with an error: no tunnel, so nobody behind it was reached (RFC 9110 §9.3.6). */
export const refusedTunnel = ({ request, response }: Exchange): boolean => request?.method === 'CONNECT' && (response?.status ?? 0) >= 400;

/** Who spoke: from the status, the Server and Via fields, and the fingerprints of gateways. */
export function speakerOf(exchange: Exchange, problems: readonly Problem[], who: Who): { layer: Layer; id?: string; name?: string } {
  const { response } = exchange;
  const named = (profile: Profile): { id: string; name: string } => ({ id: profile.id, name: profile.title });
  if (exchange.failure) return { layer: exchange.failure.kind === 'proxy' ? 'proxy' : 'client' };
  const status = response?.status ?? exchange.toldStatus;
  if (status === 407 || status === 511 || refusedTunnel(exchange)) return { layer: 'proxy' };
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
