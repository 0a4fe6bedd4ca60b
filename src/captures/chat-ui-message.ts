import type { Capture } from '../model/capture.ts';
import type { RawExchange } from '../model/exchange.ts';
import { bodyOf, plainText, toldExchange } from '../parse/js-error.ts';
import { objectsIn } from '../parse/loose-json.ts';
import { failureKind } from '../parse/node-failure.ts';
import { toldStatus } from '../parse/told-status.ts';

/** What a terminal client draws before and around its lines. */
const DECORATION = String.raw`[│┃|╭╰╮╯─━┌└┐┘├┤⎿●■✕✘✖⏺•▲⚠️❌🚨✗×>*\s]`;
const BULLET = '[⎿●■✕✘✖⏺❌🚨✗▲]';

/** The words with which chat and coding clients begin to tell that a call failed. */
const BEGINNING = String.raw`(?:\[?(?:OpenAI )?API (?:Streaming )?Error(?:: | \()|\[API Request Failed\]|API Request Failed\b|API Streaming Failed\b|You(?:'|’)ve hit your (?:usage |session |weekly )?limit|Claude (?:AI )?usage limit reached|\d-hour limit reached|unexpected status [1-5]\d\d |exceeded retry limit, last status: |stream error: |stream disconnected before completion: |Error running remote compact task|ConnectError: \[|Request ID: [\da-f-]{36}\n\{"error":"ERROR_|\{"error":"ERROR_[A-Z_]+"|\*\*Error Details\*\*)`;
/** A client's own bullet in front makes a shape of words that are none by themselves. */
const BULLETED = String.raw`[│┃|\s]{0,8}${BULLET}\s{0,4}(?:${BEGINNING}|Error: [45]\d\d )`;
const HEADING = new RegExp(String.raw`(?:^|\n)(?:${DECORATION}{0,20}(?:${BEGINNING}|LLM error: )|${BULLETED})`, 'g');
const SURE = new RegExp(
  String.raw`(?:^|\n)${BULLETED}|\[API Request Failed\]|\[API Error: |(?:^|\n)\s{0,8}API Error(?:: [1-5]\d\d | \([1-5]\d\d )|\{"error":"ERROR_[A-Z_]+"|\*\*Error Details\*\*\s{1,4}Model: `,
);

/** A line without its frame and bullet. */
const undrawn = (line: string): string => line.replace(/^[\s│┃╭╰╮╯─━┌└┐┘├┤⎿●■✕✘✖⏺❌🚨✗▲]+/u, '').replace(/[\s│┃╮╯─━┐┘┤]+$/u, '');

/** Whether the words end inside a JSON document or a string. */
const isOpen = (words: string): boolean => objectsIn(words).at(-1)?.truncated === true;

/** The paragraphs of a message, each on one line again: a terminal had wrapped them at its edge. */
function unwrapped(message: string): string {
  const paragraphs: string[] = [];
  let open = '';
  for (const line of message.split('\n').slice(0, 400)) {
    const words = undrawn(line).replace(/ {2,}/g, ' ');
    if (words === '' || /^\s*(?:[-*] |\*\*|#|```|Model: |Provider: |Status Code: |at )/.test(words)) {
      if (open !== '' && !(words === '' && isOpen(open))) {
        paragraphs.push(open);
        open = words;
        continue;
      }
    }
    open = open === '' || words === '' ? open + words : `${open} ${words}`;
  }
  if (open !== '') paragraphs.push(open);
  return paragraphs.join('\n');
}

const NO_ANSWER =
  /^\[?API Error:? ?\(?(?:Connection error|Request timed out|Unable to connect|fetch failed|terminated|The socket connection)[^\n]{0,300}/;

function exchangeFrom(message: string, line: number): RawExchange {
  const words = unwrapped(message);
  const status = toldStatus(words.replace(/^\[?API (?:Error:|Request Failed\]|Error \() ?(?=[1-5]\d\d )/, 'HTTP status '));
  const object = objectsIn(words)[0];
  const failed = status === undefined ? NO_ANSWER.exec(words)?.[0] : undefined;
  if (failed !== undefined) {
    const failure = { kind: failureKind(failed), message: failed.replace(/^\[?API Error:? ?\(?/, '').replace(/\]$/, '') };
    return toldExchange('chat-ui-message', { words, line, failure });
  }
  const body = status !== undefined && object && !object.truncated ? bodyOf(object.value) : undefined;
  return toldExchange('chat-ui-message', { words, line, status, body });
}

export default {
  title: 'A message of a chat or coding client',
  madeBy: 'Claude Code, Codex, Gemini CLI, Cline, Roo Code, Cursor, Continue',
  recognise(text) {
    if (SURE.test(text)) return 0.72;
    return text.search(HEADING) >= 0 ? 0.6 : 0;
  },
  read(text) {
    const words = plainText(text);
    const starts = [...words.matchAll(HEADING)].map(({ index, 0: match }) => index + (match.startsWith('\n') ? 1 : 0)).slice(0, 200);
    const kept = starts.filter((start, i) => i === 0 || !/Request ID: [\da-f-]{36}\n$|\}\n$/.test(words.slice(starts[i - 1], start)));
    const exchanges = kept.map((start, i) =>
      exchangeFrom(words.slice(i === 0 ? 0 : start, kept[i + 1] ?? words.length), words.slice(0, start).split('\n').length),
    );
    return { exchanges, warnings: [] };
  },
} satisfies Capture;
