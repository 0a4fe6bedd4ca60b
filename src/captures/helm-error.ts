import type { Capture } from '../model/capture.ts';
import { place, strengthOf, toldCalls, type Wording } from '../parse/tool-words.ts';

const wording: Wording = {
  shape: 'helm-error',
  tiers: [
    [
      place(String.raw`failed to fetch <url> ?: <status>(?: <reason>)?`),
      place('unexpected status(?: code)? (?:from )?<method> request to <url>: <status>'),
      place('<method> "<url>": response status code <status>'),
      place(String.raw`unexpected status code <url>: <status>`),
      place(String.raw`response status code <status>`),
    ],
    [place(String.raw`<method> "<url>": `)],
    [place('^Error: ')],
  ],
};

export default {
  title: 'Helm: a chart or a cluster that was not reached',
  madeBy: 'helm install, helm upgrade, helm repo add, helm pull, helm push',
  recognise: (text) =>
    strengthOf(text, [
      [/^Error: (?:INSTALLATION|UPGRADE|ROLLBACK|UNINSTALL) FAILED: /m, 0.83],
      [/^Error: (?:[^\n]{0,400}: )?failed to fetch https?:\/\/\S{1,2000} ?: \d{3}/m, 0.83],
      [
        /^Error: (?:looks like "[^"\n]{1,2000}" is not a valid chart repository|chart "[^"\n]{1,300}" |failed to download "|could not (?:download|find) |Kubernetes cluster unreachable: )/m,
        0.8,
      ],
      [/^\.\.\.Unable to get an update from the "/m, 0.8],
    ]),
  read: (text) => ({ exchanges: toldCalls(text, wording), warnings: [] }),
} satisfies Capture;
