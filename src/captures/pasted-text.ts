import type { Capture } from '../model/capture.ts';
import { pastedExchange } from '../parse/pasted.ts';

export default {
  title: 'Any pasted text',
  madeBy: 'an exception, a log line, a message on a screen',
  recognise: (text) => (text.trim() === '' ? 0 : 0.1),
  read: (text) => ({ exchanges: [pastedExchange(text, 'pasted-text')], warnings: [] }),
} satisfies Capture;
