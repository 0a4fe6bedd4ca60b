import type { Capture } from '../model/capture.ts';
import { place, strengthOf, toldCalls, type Wording } from '../parse/tool-words.ts';

const wording: Wording = {
  shape: 'git-push',
  tiers: [
    [
      place(String.raw`^fatal: unable to access '<url>': The requested URL returned error: <status>`),
      place(String.raw`^(?:batch response: )?(?:[Cc]lient|[Ss]erver) error:? <url> from HTTP <status>`),
      place(String.raw`^error: RPC failed; HTTP <status> curl 22 `),
      place(String.raw`^error: RPC failed; result=22, HTTP code = <status>`),
      place(String.raw`^LFS: (?:[Cc]lient|[Ss]erver) error:? <url> from HTTP <status>`),
      place(String.raw`^fatal: unable to access '<url>': <line>(?:CONNECT tunnel failed, response|Received HTTP code) <status>`),
      place(String.raw`^fatal: unable to access '<url>': `),
    ],
    [
      place(String.raw`^(?:LFS: )?(?:batch response: )?(?<name>Authorization error|Rate limit exceeded|Unprocessable entity): <url>`),
      place(String.raw`^error: RPC failed; `),
      place(String.raw`^fatal: Authentication failed for '<url>'`),
      place(String.raw`^batch response: `),
    ],
  ],
  // The words of Git LFS for a status (git-lfs, docs/api/batch.md, "Response Errors").
  names: { 'Rate limit exceeded': 429, 'Unprocessable entity': 422 },
};

/** `error: failed to push some refs to 'https://…'` names the repository, where no line before it does. */
const REPOSITORY =
  /^(?:error: failed to (?:push some refs to|fetch some objects from) |To |fatal: repository )'?(https?:\/\/[^\s']{1,2000})/m;

export default {
  title: 'git or git-lfs: a push, fetch or clone that failed',
  madeBy: 'git push, git clone, git lfs pull',
  recognise: (text) =>
    strengthOf(text, [
      [/^fatal: unable to access 'https?:\/\//m, 0.82],
      [/^error: RPC failed; /m, 0.82],
      [/^(?:LFS: |batch response: )[A-Z[]/m, 0.82],
      [/^fatal: Authentication failed for 'https?:\/\//m, 0.8],
      [/^remote: [^\n]*\n(?:[^\n]*\n){0,60}?(?:fatal: |error: failed to push|To https?:)/m, 0.7],
    ]),
  read(text) {
    const repository = REPOSITORY.exec(text)?.[1];
    const exchanges = toldCalls(text, wording).map((exchange) =>
      repository === undefined || exchange.request || exchange.toldUrl !== undefined ? exchange : { ...exchange, toldUrl: repository },
    );
    return { exchanges, warnings: [] };
  },
} satisfies Capture;
