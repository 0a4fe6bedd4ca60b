/** What would have warned of a cause or avoided it. */
import { causes, type CauseId } from '../model/cause.ts';
import type { Profile } from '../model/provider.ts';

type Advice = { says: string; url?: string; source?: string };

const MOST = 3;

/**
 * For a cause at a vendor: what the vendor itself offers first, then what is true of the cause anywhere; at most three. A vendor's
 * advice without causes is about money.
 */
export function preventionFor(cause: CauseId, profile: Profile | undefined): Advice[] {
  const { family, prevention } = causes[cause];
  const own = (profile?.prevention ?? []).filter((way) => (way.causes ? way.causes.includes(cause) : family === 'payment'));
  return [
    ...own.map(({ says, url, source }): Advice => ({ says, source, ...(url !== undefined && { url }) })),
    ...prevention.map((says): Advice => ({ says })),
  ].slice(0, MOST);
}

/** One advice as a sentence, with its page at the end. */
export const adviceLine = ({ says, url }: Advice): string => (url === undefined ? says : `${says.replace(/\.$/, '')}: ${url}`);
