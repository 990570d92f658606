/** A sum over records. */
export interface Volume {
  add(record: unknown): void;
  /** Undefined where no record had anything to add. */
  total(): Amount | undefined;
}

export interface Amount {
  /** Exact decimal text. */
  readonly value: string;
  readonly unit: string;
}
