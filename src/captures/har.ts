import { UnreadableInput, type Capture, type Captured } from '../model/capture.ts';
import { harExchange, membersOf } from '../parse/har-exchange.ts';
import { endsInsideJson } from '../parse/loose-json.ts';

function parsed(text: string): unknown {
  const json = text.startsWith('\ufeff') ? text.slice(1) : text;
  try {
    return JSON.parse(json);
  } catch {
    if (!endsInsideJson(json))
      throw new UnreadableInput('The HAR file is not valid JSON.', 'Export it once more from the browser, and do not edit it by hand.');
    throw new UnreadableInput(
      `The HAR file is cut off: it ends at byte ${Buffer.byteLength(text)}, in the middle.`,
      'Export it once more, and wait until the browser has written all of it.',
    );
  }
}

export default {
  title: 'HAR, an HTTP archive',
  madeBy: 'the network panel of a browser ("Save all as HAR"), mitmproxy, Charles, Fiddler',
  recognise: (text) => (/^\ufeff?\s*\{\s*"log"\s*:\s*\{/.test(text.slice(0, 4096)) ? 0.95 : 0),
  read(text): Captured {
    const entries = membersOf(membersOf(parsed(text))['log'])['entries'];
    if (!Array.isArray(entries) || entries.length === 0) {
      throw new UnreadableInput('The HAR file holds no entries.', 'Open the network panel before the call is made, and export after it.');
    }
    const exchanges = entries.flatMap((entry) => harExchange(entry) ?? []);
    const left = entries.length - exchanges.length;
    if (exchanges.length === 0)
      throw new UnreadableInput('No entry of the HAR file has a request or a response.', 'Export it once more from the browser.');
    return { exchanges, warnings: left > 0 ? [`${left} of ${entries.length} entries have neither a request nor a response.`] : [] };
  },
} satisfies Capture;
