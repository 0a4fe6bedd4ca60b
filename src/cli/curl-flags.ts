/** curl's own flags beside a URL: the same command as if the word curl stood before it. */

/** curl's own flags, for a URL that is given instead of a curl command. */
export type CurlFlags = {
  request?: string;
  header?: string[];
  data?: string[];
  json?: string;
  user?: string;
  maxTime?: string;
  insecure?: boolean;
  proxy?: string;
  location?: boolean;
};

/** The curl command line that a URL and its flags stand for, so that one reader serves both. */
export function curlArguments(url: string, flags: CurlFlags): string[] {
  const pairs = (flag: string, values: string[] = []): string[] => values.flatMap((value) => [flag, value]);
  const one = (flag: string, value: string | undefined): string[] => (value === undefined ? [] : [flag, value]);
  return [
    ...one('-X', flags.request),
    ...pairs('-H', flags.header),
    ...pairs('-d', flags.data),
    ...one('--json', flags.json),
    ...one('-u', flags.user),
    ...one('--max-time', flags.maxTime),
    ...(flags.insecure ? ['-k'] : []),
    ...one('-x', flags.proxy),
    ...(flags.location ? ['-L'] : []),
    url,
  ];
}

/** The curl flag that was given without a URL to give it to, if any. */
export function strayCurlFlag(flags: CurlFlags): string | undefined {
  const names: [keyof CurlFlags, string][] = [
    ['request', '-X'],
    ['header', '-H'],
    ['data', '-d'],
    ['json', '--json'],
    ['user', '-u'],
    ['maxTime', '--max-time'],
    ['insecure', '-k'],
    ['proxy', '-x'],
    ['location', '-L'],
  ];
  return names.find(([member]) => flags[member] !== undefined)?.[1];
}
