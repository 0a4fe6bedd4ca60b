/** Which desktop or command-line client made a call, by what it says of itself. */
import { header, type RawExchange } from './exchange.ts';

/** `agent`: how its User-Agent, X-Title or Referer names it. `words`: what only its own messages say, and nobody else's. */
type Marks = { title: string; agent?: RegExp; words?: RegExp; shape?: string };

const clients: Record<string, Marks> = {
  'claude-code': {
    title: 'Claude Code',
    agent: /\bclaude-(?:cli|code)\//i,
    words: /\bclaude[ -]code\b|\bclaude-cli\b|Please run \/login\b|⎿ {1,4}API Error/i,
  },
  'claude-desktop': {
    title: 'Claude Desktop',
    agent: /\bClaude\/\d[^\n]{0,200}\bElectron\//,
    words: /\bClaude Desktop\b|\bclaude_desktop_config\b/i,
    shape: 'claude-desktop-mcp-log',
  },
  'roo-code': { title: 'Roo Code', agent: /\bRoo[ -]?(?:Code|Cline)\b/i, words: /\bRoo[ -]?(?:Code|Cline)\b/i },
  cline: { title: 'Cline', agent: /\bCline\b|\/\/cline\.bot\b/, words: /\[Cline\]|\bcline\.bot\b|\bsaoudrizwan\.claude-dev\b/i },
  continue: { title: 'Continue', agent: /\bcontinue\.dev\b|\bContinue\/\d/i, words: /\bcontinue\.dev\b|\bContinue\.continue\b/i },
  'vscode-copilot': {
    title: 'GitHub Copilot in VS Code',
    agent: /\bGithubCopilot(?:Chat)?\/|\bcopilot-chat\//i,
    words: /\bccreq:|\bGitHub\.copilot(?:-chat)?\b|\bCopilot Chat\b/i,
  },
  cursor: { title: 'Cursor', agent: /\bCursor\/\d/, words: /\b(?:api\d?|repo\d{0,2})\.cursor\.sh\b|\bCursor IDE\b/i },
  codex: {
    title: 'Codex CLI',
    agent: /\bcodex(?:[_-](?:cli|exec|vscode|tui)\w{0,8})?\//i,
    words: /\bcodex[ _-](?:cli|exec|login|tui|core)\b/i,
  },
  'gemini-cli': { title: 'Gemini CLI', agent: /\bGeminiCLI\b/i, words: /\bgemini[ -]cli\b|\bGeminiCLI\b|✕ {1,2}\[API Error:/i },
  opencode: { title: 'opencode', agent: /\bopencode\b/i, words: /\bopencode\b/i },
  aider: { title: 'Aider', agent: /\baider\b/i, words: /\baider\.chat\b|\baider-chat\b|\bAider v\d/i },
  zed: { title: 'Zed', agent: /\bZed\/\d/, words: /\bzed\.dev\b|\bZed Agent\b|\bcloud_llm_client\b/ },
  windsurf: { title: 'Windsurf', agent: /\bwindsurf\b/i, words: /\bWindsurf\b|\bserver\.codeium\.com\b/ },
};

/** Fields in which a client names itself; the last two are OpenRouter's way to name an app. */
const FIELDS = ['user-agent', 'x-app', 'editor-plugin-version', 'x-title', 'http-referer', 'referer'];

/** Messages of clients are short; what is behind this is somebody's log. */
const READ = 65_536;

export type CallingClient = { id: string; title: string; where: string; value: string };

/** The client that made the call, and what says so; undefined where nothing does. */
export function callingClient({ request, text, source }: RawExchange): CallingClient | undefined {
  for (const name of FIELDS) {
    const value = header(request?.headers, name)?.slice(0, 1000);
    const found = value === undefined ? undefined : entries.find(([, { agent }]) => agent?.test(value));
    if (found && value !== undefined) return { id: found[0], title: found[1].title, where: `request.headers.${name}`, value };
  }
  const shaped = entries.find(([, { shape }]) => shape !== undefined && shape === source.shape);
  if (shaped) return { id: shaped[0], title: shaped[1].title, where: 'source', value: source.shape };
  const words = text?.slice(0, READ) ?? '';
  for (const [id, marks] of words === '' ? [] : entries) {
    const value = marks.words?.exec(words)?.[0];
    if (value !== undefined) return { id, title: marks.title, where: 'text', value };
  }
  return undefined;
}

const entries = Object.entries(clients);
