import type { Check, Facts, Link } from '../model/check.ts';
import { causes } from '../model/cause.ts';
import { adviceLine, preventionFor } from '../interpret/prevention.ts';
import { accountHolder, billingLink, linkTo } from '../interpret/whose-account.ts';

export default {
  phase: '5',
  title: 'Next time',
  explains:
    'What would have warned of this cause or avoided it, at this vendor where it offers something of its own (alerts, automatic ' +
    'top-up, caps, tiers), and anywhere. Whether it is set up already no key can see, so it is left for a person to look at.',
  judge(facts) {
    const { cause } = facts.reading.verdict;
    if (cause === 'success') return { outcome: 'pass', says: 'The call went through: there is nothing to prevent' };
    const holder = accountHolder(facts);
    const [first, ...others] = preventionFor(cause, holder);
    if (!first) return { outcome: 'skip', says: 'No cause is established, so nothing would have prevented it' };
    const link = first.url === undefined ? pageOf(facts) : { title: `${holder!.title}: where to set it up`, url: first.url };
    return {
      outcome: 'ask',
      says: first.says.replace(/\.$/, ''),
      ...(others.length > 0 && { steps: others.map(adviceLine) }),
      ...(first.source !== undefined && {
        because: [{ where: 'documentation', value: first.says, says: 'what the vendor offers', source: first.source }],
      }),
      ...(link && { link }),
    };
  },
} satisfies Check;

/** Where limits and alerts of the account stand. */
function pageOf(facts: Facts): Link | undefined {
  const { family } = causes[facts.reading.verdict.cause];
  const holder = accountHolder(facts);
  if (family === 'limits') return linkTo(holder, 'limits', 'limits');
  return family === 'payment' && facts.reading.answeredBy.layer !== 'upstream' ? billingLink(holder) : undefined;
}
