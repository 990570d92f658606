/**
 * What the answers so far tell of how the server numbers its pages. `"moves"`: two pages in a row have differed, so it heeds
 * the number. `"ends"`: far past the end it answers otherwise than with its last page, so equal pages are the list's own.
 */
export type Standing = "unknown" | "moves" | "ends";

/**
 * The position in a list whose pages are numbered, by records or by pages: `number.read.digest.standing`. It carries what the
 * end of such a list is recognised by, so that a walk resumed in another process ends as the first would have.
 */
export interface NumberedPosition {
  /** Records to skip, or the page's number. */
  readonly number: number;
  /** Records read before this page; `undefined` when the caller started in the middle. */
  readonly read: number | undefined;
  /** Of the records of the page before this one; `""` where it is not needed. */
  readonly digest: string;
  readonly standing: Standing;
}

const STANDINGS: readonly Standing[] = ["unknown", "moves", "ends"];

export const formatPosition = ({ number, read, digest, standing }: NumberedPosition): string =>
  [number, read ?? "", digest, STANDINGS.indexOf(standing) || ""].join(".");

export function parsePosition(text: string): NumberedPosition {
  const [number = "", read = "", digest = "", standing = ""] = text.split(".");
  return {
    number: Number(number),
    read: read === "" ? undefined : Number(read),
    digest,
    standing: STANDINGS[Number(standing)] ?? "unknown",
  };
}

/** Where a walk begins. */
export const startPosition = (number: number, read: number | undefined): NumberedPosition => ({
  number,
  read,
  digest: "",
  standing: "unknown",
});
