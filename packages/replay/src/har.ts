/**
 * HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/), as far as this package reads and writes it. What
 * `replay` reads is required here; the rest of the format is optional, since not every exporter writes it.
 */
export interface Har {
  log: {
    version?: string;
    creator?: { name: string; version: string; comment?: string };
    /** Groups of entries; an entry names its page in `pageref`. */
    pages?: HarPage[];
    /** In the order in which the requests were sent. */
    entries: HarEntry[];
    /** Where the recording comes from. */
    comment?: string;
  };
}

export interface HarPage {
  id: string;
  title: string;
  /** ISO 8601. */
  startedDateTime: string;
  pageTimings: { onContentLoad?: number; onLoad?: number };
  comment?: string;
}

export interface HarEntry {
  /** The `id` of the page that the entry belongs to. */
  pageref?: string;
  /** ISO 8601. */
  startedDateTime?: string;
  /** Milliseconds from the request to the end of the response's body. */
  time?: number;
  request: HarRequest;
  response: HarResponse;
  cache?: object;
  timings?: { send: number; wait: number; receive: number };
  comment?: string;
}

export interface HarRequest {
  method: string;
  /** Absolute. */
  url: string;
  httpVersion?: string;
  cookies?: object[];
  headers: HarNameValue[];
  /** Decoded; `replay` reads `url` instead, which says the same. */
  queryString?: HarNameValue[];
  postData?: HarPostData;
  /** Bytes; -1 where unknown. */
  headersSize?: number;
  /** Bytes; -1 where unknown. */
  bodySize?: number;
}

export interface HarResponse {
  /** 0 when no complete answer came; `_error` then says why, as in browsers' recordings. */
  status: number;
  statusText?: string;
  httpVersion?: string;
  cookies?: object[];
  headers: HarNameValue[];
  content: HarContent;
  redirectURL?: string;
  headersSize?: number;
  bodySize?: number;
  _error?: string | null;
}

export interface HarContent {
  /** Bytes, decompressed. */
  size?: number;
  mimeType?: string;
  /** The body, decompressed; base64 where `encoding` says so. */
  text?: string;
  encoding?: string;
}

export interface HarPostData {
  mimeType?: string;
  text?: string;
  /** Fields of a form, where a recorder gives them in place of `text`. */
  params?: HarNameValue[];
}

export interface HarNameValue {
  name: string;
  value: string;
}
