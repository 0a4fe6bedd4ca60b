/** The unit indexes that the build and the tests make from the rooms' folders (build.mjs). */
declare module '#units/captures' {
  const units: Record<string, import('./model/capture.ts').Capture>;
  export default units;
}
declare module '#units/one/captures/http-message' {
  const unit: import('./model/capture.ts').Capture;
  export default unit;
}
declare module '#units/providers' {
  const units: Record<string, import('./model/provider.ts').Provider>;
  export default units;
}
declare module '#units/signs/providers' {
  const units: import('./model/provider.ts').Catalogue;
  export default units;
}
declare module '#units/challenges' {
  const units: Record<string, import('./model/challenge.ts').ChallengeProtocol>;
  export default units;
}
declare module '#units/checks' {
  const units: Record<string, import('./model/check.ts').Check>;
  export default units;
}
declare module '#units/heads/checks' {
  const units: Record<string, import('./model/check.ts').CheckHead>;
  export default units;
}
declare module '#units/evidence' {
  const units: Record<string, import('./model/probe.ts').Probe | import('./model/probe.ts').LocalProbe>;
  export default units;
}
declare module '#units/lazy/evidence' {
  const units: Record<string, () => Promise<import('./model/probe.ts').Probe | import('./model/probe.ts').LocalProbe>>;
  export default units;
}
declare module '#units/lazy/reports' {
  const units: Record<string, () => Promise<import('./model/report.ts').Report>>;
  export default units;
}
/** The package's version, put in by the build. */
declare const TOOL_VERSION: string;
