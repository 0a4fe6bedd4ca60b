/** What the cheapest documented call said of the key (`evidence/known-good.ts`). It proves the key, and not the money. */
export type KeyProof = {
  /** As it was asked: "GET api.example.com/v1/models". */
  call: string;
  /** Whether it went to the host that the failing call went to. */
  sameHost: boolean;
  status: number;
  /** The error's own words, cut; also where an error came with status 200. */
  refusal?: string;
};

/** What the API itself answered when it was asked again past a cache (`evidence/past-cache.ts`). */
export type PastCache = {
  status: number;
  /** A cache answered once more. */
  cached: boolean;
  /** The error's own words, cut. */
  message?: string;
};
