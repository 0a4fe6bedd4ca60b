/** The payload of a Slack incoming webhook (https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks). Pure. */
import { headlineOf, lineOfChange, type Change, type Notice } from './changes.ts';

/** A message has at most 50 blocks, and a text of a section at most 3,000 characters. */
const MOST_SHOWN = 20;
const MOST_CHARACTERS = 3_000;

/** The three characters that Slack acts on; what is too long with them escaped goes without. */
function escaped(text: string, most = MOST_CHARACTERS): string {
  const whole = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return whole.length <= most ? whole : text.replace(/[&<>]/g, ' ').slice(0, most);
}

/** A URL between angle brackets, with nothing in it that would end them. */
const linked = ({ url, title }: NonNullable<Change['link']>): string =>
  `<${url.replace(/[<>|\s]/g, (char) => encodeURIComponent(char)).replaceAll('&', '&amp;')}|${escaped(title)}>`;

function blockOf(change: Change): unknown {
  const { kind, step, link } = change;
  const mark = kind === 'recovered' ? ':white_check_mark:' : ':x:';
  const says = [lineOfChange(change), ...(step === undefined ? [] : [`Do: ${step}`])].join('\n');
  const see = link === undefined ? '' : `\n${linked(link)}`;
  const text = `${mark} ${escaped(says, MOST_CHARACTERS - 100 - see.length)}${see}`;
  return { type: 'section', text: { type: 'mrkdwn', text, verbatim: true } };
}

export function slackPayload(notice: Notice): unknown {
  const { changes, file } = notice;
  const headline = `diagnose check: ${headlineOf(notice)}`;
  const hidden = changes.length - MOST_SHOWN;
  const context = `${file}${hidden > 0 ? `, and ${hidden} more` : ''}`;
  return {
    text: escaped(headline),
    blocks: [
      { type: 'section', text: { type: 'plain_text', text: headline } },
      ...changes.slice(0, MOST_SHOWN).map(blockOf),
      { type: 'context', elements: [{ type: 'plain_text', text: context.slice(0, 2_000) }] },
    ],
  };
}
