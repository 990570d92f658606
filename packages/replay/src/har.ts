/**
 * A recording in HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/), as far as this package reads and writes
 * it. The properties that `replay` reads are required. The rest is optional, because not every tool writes it.
 */
export interface Har {
  log: {
    version?: string;
    creator?: { name: string; version: string; comment?: string };
    /** Groups of entries. An entry names its page in `pageref`. */
    pages?: HarPage[];
    /** In the order in which the requests were sent. */
    entries: HarEntry[];
    /** Where the recording comes from. */
    comment?: string;
  };
}

/** A group of entries. In a browser's recording it is a loaded page; `record` starts one with `page(title)`. */
export interface HarPage {
  id: string;
  title: string;
  /** ISO 8601. */
  startedDateTime: string;
  /** Milliseconds since the page started to load. */
  pageTimings: { onContentLoad?: number; onLoad?: number };
  comment?: string;
}

/** A request and its response. */
export interface HarEntry {
  /** The `id` of the page that the entry belongs to. */
  pageref?: string;
  /** ISO 8601. */
  startedDateTime?: string;
  /** Milliseconds from the request to the end of the response body. */
  time?: number;
  request: HarRequest;
  response: HarResponse;
  cache?: object;
  /** Milliseconds. */
  timings?: { send: number; wait: number; receive: number };
  comment?: string;
}

/** A recorded request. */
export interface HarRequest {
  method: string;
  /** Absolute. */
  url: string;
  httpVersion?: string;
  cookies?: object[];
  headers: HarNameValue[];
  /** Decoded. `replay` reads the query from `url` instead. */
  queryString?: HarNameValue[];
  postData?: HarPostData;
  /** Bytes; -1 if unknown. */
  headersSize?: number;
  /** Bytes; -1 if unknown. */
  bodySize?: number;
}

/** A recorded response. */
export interface HarResponse {
  /** 0 if no complete response arrived. `_error` then says why, as in recordings made by browsers. */
  status: number;
  statusText?: string;
  httpVersion?: string;
  cookies?: object[];
  headers: HarNameValue[];
  content: HarContent;
  redirectURL?: string;
  /** Bytes; -1 if unknown. */
  headersSize?: number;
  /** Bytes; -1 if unknown. */
  bodySize?: number;
  _error?: string | null;
}

/** The body of a recorded response. */
export interface HarContent {
  /** Bytes, decompressed. */
  size?: number;
  mimeType?: string;
  /** The body, decompressed. It is base64 if `encoding` is `"base64"`. */
  text?: string;
  encoding?: string;
}

/** The body of a recorded request. */
export interface HarPostData {
  mimeType?: string;
  text?: string;
  /** The fields of a form, which some tools write instead of `text`. */
  params?: HarNameValue[];
}

/** A header, a query parameter or a form field. */
export interface HarNameValue {
  name: string;
  value: string;
}
