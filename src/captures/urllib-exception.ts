import type { Capture } from '../model/capture.ts';
import { urllibTellers } from '../parse/python-http-tellers.ts';
import { printedBy, printedExchanges } from '../parse/python-printed.ts';

const MARKS = /\burllib\.error\.\w{1,40}|<urlopen error |<HTTPError [1-5]\d\d: '|\bHTTP Error [1-5]\d\d: [A-Z]/;

export default {
  title: "An exception of Python's urllib",
  madeBy: 'urllib.request, and programs that use it (pip, yt-dlp, nltk)',
  recognise: (text) => printedBy(text, MARKS, 0.64),
  read: (text) => printedExchanges(text, 'urllib-exception', urllibTellers),
} satisfies Capture;
