/** Whose a key is by how it begins: the beginnings that one vendor alone gives out, so that a key at the wrong vendor gives itself away. */
import type { Secret } from '../model/secret.ts';

const BEGINNINGS: [RegExp, string][] = [
  [/^sk-ant-/, 'Anthropic'],
  [/^sk-or-v1-/, 'OpenRouter'],
  [/^sk-(?:proj|svcacct|admin)-/, 'OpenAI'],
  [/^sk-kimi-/, 'Moonshot AI (Kimi)'],
  [/^gsk_/, 'Groq'],
  [/^xai-/, 'xAI'],
  [/^AIza/, 'Google'],
  [/^hf_/, 'Hugging Face'],
  [/^r8_/, 'Replicate'],
  [/^pplx-/, 'Perplexity'],
  [/^csk-/, 'Cerebras'],
  [/^nvapi-/, 'NVIDIA'],
  [/^tvly-/, 'Tavily'],
  [/^(?:gh[opsur]_|github_pat_)/, 'GitHub'],
  [/^glpat-/, 'GitLab'],
  [/^xox[abp]-/, 'Slack'],
  [/^npm_/, 'npm'],
  [/^SG\./, 'SendGrid'],
  [/^dop_v1_/, 'DigitalOcean'],
];

/** The vendor whose keys begin like this one; undefined where several do, or none that is known here. */
export const ownerByBeginning = (key: Secret | undefined): string | undefined =>
  key && BEGINNINGS.find(([beginning]) => key.matches(beginning))?.[1];
