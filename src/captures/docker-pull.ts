import type { Capture } from '../model/capture.ts';
import { place, strengthOf, toldCalls, type Wording } from '../parse/tool-words.ts';

const wording: Wording = {
  shape: 'docker-pull',
  tiers: [
    [
      place('unexpected status(?: code)? (?:from )?<method> request to <url>: <status>(?: <reason>)?'),
      place('unexpected status code <url>: <status>(?: <reason>)?'),
      place(String.raw`<method> "<url>": (?:unexpected status(?: code)?:? |response status code )<status>`),
      place('error parsing HTTP <status> response body: <line>: "(?<body>[^\\n]{0,65536})"'),
      place('StatusCode: <status>(?:, "?(?<body>[^"\\n]{0,65536}))?'),
      place('received unexpected HTTP status: <status>(?: <reason>)?'),
      place(String.raw`pulling from host \S{1,253} failed with status code \[[^\]\n]{1,300}\]: <status>`),
      place(String.raw`unexpected http(?: response)? status(?: code)?:? <status>`),
      place(String.raw`(?:invalid|unexpected) status code from registry <status>`),
    ],
    [
      place(String.raw`<method> "<url>": (?<name>unauthorized|toomanyrequests|denied): `),
      place(String.raw`(?<name>toomanyrequests|unauthorized): `),
      place(String.raw`<method> "<url>": `),
    ],
  ],
  // The registry's own error codes (OCI Distribution Specification, "Error Codes") that always come with one status.
  names: { toomanyrequests: 429, unauthorized: 401 },
};

export default {
  title: 'docker, podman, nerdctl: an image that was not pulled or pushed',
  madeBy: 'docker pull, docker push, docker build, podman pull, nerdctl pull, ctr',
  recognise: (text) =>
    strengthOf(text, [
      [/^(?:docker: )?Error response from daemon: /m, 0.8],
      [/^(?:docker: )?error pulling image configuration: /m, 0.8],
      [/^ERROR: failed to (?:solve|build): |failed to solve with frontend /m, 0.8],
      [
        /^(?:error|time="[^"\n]{1,40}" level=(?:fatal|error) msg="|FATA\[\d+\] |ctr: )[^\n]{0,300}(?:httpReadSeeker|failed to (?:resolve|copy|do request))/m,
        0.8,
      ],
      [
        /^Error: (?:initializing source|unable to copy from source|copying system image from manifest list|reading manifest|parsing image configuration)[^\n]{0,300}docker:\/\//m,
        0.8,
      ],
      [/^(?:toomanyrequests: |denied: requested access to the resource)/m, 0.6],
    ]),
  read: (text) => ({ exchanges: toldCalls(text, wording), warnings: [] }),
} satisfies Capture;
