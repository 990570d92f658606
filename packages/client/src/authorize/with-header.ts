/** @throws TypeError when a credential is no text or empty, as a variable that is not set leaves it. */
export function checkCredential(where: string, value: unknown): void {
  if (typeof value === "string" && value !== "") return;
  throw new TypeError(`${where} is ${value === "" ? "empty" : typeof value}; give a non-empty string`);
}

/**
 * Sets a header that holds a credential.
 *
 * @throws TypeError when no header can carry the value; the platform's own error would quote it, credential or not.
 */
export function withHeader(request: Request, name: string, value: string): Request {
  if (!/^[\t\x20-\x7e\x80-\xff]*$/.test(value)) {
    throw new TypeError(
      `the credential for header ${name} holds a line break or another character no header can carry`,
    );
  }
  request.headers.set(name, value);
  return request;
}
