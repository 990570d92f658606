export type { Candidate, ComparableRequest, Difference } from "./compare.ts";
export { HarError, ReplayMismatchError, ReplayUnusedError } from "./errors.ts";
export type {
  Har,
  HarContent,
  HarEntry,
  HarNameValue,
  HarPage,
  HarPostData,
  HarRequest,
  HarResponse,
} from "./har.ts";
export { parseHar } from "./parse-har.ts";
export { type Fetch, type RecordingFetch, type RecordOptions, record } from "./record.ts";
export { type ReplayFetch, type ReplayOptions, replay } from "./replay.ts";
