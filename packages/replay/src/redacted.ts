/** What stands in a recording where a secret was. */
export const REDACTED = "REDACTED";

/** Whether a recorded text is the sent one; what was redacted when it was recorded equals anything. */
export function equalsRecorded(sent: string, recorded: string): boolean {
  if (sent === recorded) return true;
  const parts = recorded.split(REDACTED);
  const [first = ""] = parts;
  if (parts.length === 1 || !sent.startsWith(first)) return false;
  const last = parts.slice(1).at(-1) ?? "";
  let position = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = sent.indexOf(part, position);
    if (found < 0) return false;
    position = found + part.length;
  }
  return sent.endsWith(last) && sent.length - last.length >= position;
}
