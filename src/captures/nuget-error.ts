import type { Capture } from '../model/capture.ts';
import { place, strengthOf, toldCalls, type Wording } from '../parse/tool-words.ts';

const SUCCESS = String.raw`Response status code does not indicate success: <status>`;

const wording: Wording = {
  shape: 'nuget-error',
  tiers: [
    [
      place(
        String.raw`(?:service index for source|Failed to fetch results from V2 feed at|Failed to retrieve information about '\S{1,200}' from remote source) '?<url>'?<line>(?:\n<line>|)${SUCCESS}`,
      ),
      place(String.raw`^[ \t]{0,8}<method> <url>[ \t]*\n(?:[^\n]{0,2000}\n){0,6}?[^\n]{0,2000}?${SUCCESS}`),
      place(SUCCESS),
    ],
    [place(String.raw`(?:service index for source|feed at|from remote source) '?<url>`)],
  ],
};

export default {
  title: 'NuGet: a package that was not restored or pushed',
  madeBy: 'dotnet restore, dotnet nuget push, nuget push',
  recognise: (text) =>
    strengthOf(text, [
      [/\b(?:error|warning) NU1\d{3}: /m, 0.84],
      [/\bUnable to load the service index for source https?:/m, 0.84],
      [/^(?:Pushing \S{1,300}\.s?nupkg to )/m, 0.82],
    ]),
  read: (text) => ({ exchanges: toldCalls(text, wording), warnings: [] }),
} satisfies Capture;
