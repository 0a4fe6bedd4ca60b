/** All clients by their ids. */
import type { ClientProfile } from '../../model/client-setup.ts';
import aider from './aider.ts';
import claudeCode from './claude-code.ts';
import claudeDesktop from './claude-desktop.ts';
import cline from './cline.ts';
import codex from './codex.ts';
import continueDev from './continue.ts';
import cursor from './cursor.ts';
import geminiCli from './gemini-cli.ts';
import opencode from './opencode.ts';
import rooCode from './roo-code.ts';
import vscodeCopilot from './vscode-copilot.ts';
import windsurf from './windsurf.ts';
import zed from './zed.ts';

export const clients: Readonly<Record<string, ClientProfile>> = {
  'claude-code': claudeCode,
  'claude-desktop': claudeDesktop,
  codex,
  'gemini-cli': geminiCli,
  opencode,
  aider,
  cursor,
  'vscode-copilot': vscodeCopilot,
  cline,
  continue: continueDev,
  'roo-code': rooCode,
  zed,
  windsurf,
};
