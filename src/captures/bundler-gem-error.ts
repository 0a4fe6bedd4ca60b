import type { Capture } from '../model/capture.ts';
import { place, strengthOf, toldCalls, type Wording } from '../parse/tool-words.ts';

const wording: Wording = {
  shape: 'bundler-gem-error',
  tiers: [
    [
      place(String.raw`\bbad response <reason> <status> \(<url>\)`),
      place(String.raw`\bNet::HTTP\w{0,40}(?:Error|Exception): <status> "?<reason>`),
    ],
    [
      place(String.raw`\(Gem::RemoteFetcher::\w{1,40}\)\n[ \t]{1,8}<line>\(<url>\)`),
      place(String.raw`\b(?:Bundler|Gem)::(?:HTTPError|RemoteFetcher::FetchError|Fetcher::\w{1,60})\b<line>\(<url>\)`),
      place(String.raw`\bCould not (?:fetch specs|download gem|fetch gem) from <url>`),
      place(String.raw`\b(?:SocketError|too many connection resets)\b<line>\(<url>\)`),
    ],
    [place('(?:^|: )Could not reach host ')],
  ],
};

export default {
  title: 'Bundler or RubyGems: a gem that was not fetched or pushed',
  madeBy: 'bundle install, gem install, gem push',
  recognise: (text) =>
    strengthOf(text, [
      [/\bGem::RemoteFetcher::(?:FetchError|UnknownHostError)\b/m, 0.85],
      [/\bBundler::(?:HTTPError|Fetcher::\w{1,60})\b/m, 0.85],
      [/^(?:Could not reach host \S{1,253}\. Check your network|Authentication is required for \S{1,253}\.)/m, 0.7],
    ]),
  read: (text) => ({ exchanges: toldCalls(text, wording), warnings: [] }),
} satisfies Capture;
