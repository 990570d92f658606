export type { Difference } from "./differences.ts";
export type { Fetch } from "./fetch.ts";
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
export { HarError } from "./har-error.ts";
export { parseHar } from "./parse-har.ts";
export { type RecordingFetch, type RecordOptions, record } from "./record.ts";
export { type ReplayFetch, type ReplayOptions, replay } from "./replay.ts";
export { ReplayMismatchError } from "./replay-mismatch-error.ts";
export { ReplayUnusedError } from "./replay-unused-error.ts";
