/**
 * The position in a list whose pages are numbered, by records or by pages: `number.read.digest.moved`. It carries what the end
 * of such a list is recognised by, so that a walk resumed in another process ends as the first would have.
 */
export interface NumberedPosition {
  /** Records to skip, or the page's number. */
  readonly number: number;
  /** Records read before this page; `undefined` when the caller started in the middle. */
  readonly read: number | undefined;
  /** Of the records of the page before this one; `""` where it is not needed. */
  readonly digest: string;
  /** Whether two pages have differed so far, so that the provider is known to heed the number. */
  readonly moved: boolean;
}

export const formatPosition = ({ number, read, digest, moved }: NumberedPosition): string =>
  [number, read ?? "", digest, moved ? 1 : ""].join(".");

export function parsePosition(text: string): NumberedPosition {
  const [number = "", read = "", digest = "", moved = ""] = text.split(".");
  return {
    number: Number(number),
    read: read === "" ? undefined : Number(read),
    digest,
    moved: moved !== "",
  };
}

/** Where a walk begins. */
export const startPosition = (number: number, read: number | undefined): NumberedPosition => ({
  number,
  read,
  digest: "",
  moved: false,
});
