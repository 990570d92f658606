import type { HarRequest } from "./har.ts";
import { harHeaders } from "./har-headers.ts";
import type { Redactor } from "./redactor.ts";

export async function harRequest(request: Request, redactor: Redactor): Promise<HarRequest> {
  const url = redactor.text(request.url.replace(/#.*/, ""));
  const body = request.body === null ? undefined : redactor.body(await sentBytes(request));
  return {
    method: request.method,
    url,
    httpVersion: "HTTP/1.1",
    cookies: [],
    headers: harHeaders(request.headers, redactor),
    queryString: [...new URL(url).searchParams].map(([name, value]) => ({ name, value })),
    ...(body !== undefined && {
      postData: { mimeType: request.headers.get("content-type") ?? "", text: body.text },
    }),
    headersSize: -1,
    bodySize: -1,
  };
}

/** A stream that breaks off fails the request itself; what there was of it is of no use. */
async function sentBytes(request: Request): Promise<Uint8Array> {
  return new Uint8Array(await request.arrayBuffer().catch(() => new ArrayBuffer(0)));
}
