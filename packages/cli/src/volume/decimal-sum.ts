/** A sum of decimal texts without a float in between, which would lose digits of money. */
export class DecimalSum {
  #digits = 0n;
  /** How many of the digits stand behind the point. */
  #scale = 0;

  /** Returns false, and adds nothing, when the value is not a decimal number. */
  add(value: unknown): boolean {
    const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(typeof value === "number" ? String(value) : asText(value));
    if (match === null) return false;
    const [, sign = "", whole = "", fraction = ""] = match;
    const scale = Math.max(this.#scale, fraction.length);
    this.#digits *= 10n ** BigInt(scale - this.#scale);
    this.#scale = scale;
    this.#digits += BigInt(sign + whole + fraction.padEnd(scale, "0"));
    return true;
  }

  toString(): string {
    const sign = this.#digits < 0n ? "-" : "";
    const digits = (sign === "" ? this.#digits : -this.#digits).toString().padStart(this.#scale + 1, "0");
    const point = digits.length - this.#scale;
    const fraction = digits.slice(point).replace(/0+$/, "");
    return `${sign}${digits.slice(0, point)}${fraction === "" ? "" : `.${fraction}`}`;
  }
}

const asText = (value: unknown): string => (typeof value === "string" ? value : "");
