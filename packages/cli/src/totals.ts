/** Adds up what the records of a list measure. */
export interface Total {
  add(record: unknown): void;
  /** `undefined` if no record could be added. */
  amount(): Amount | undefined;
}

export interface Amount {
  /** Exact decimal text. */
  readonly value: string;
  readonly unit: string;
}

/** The total of a numeric field; records without the field are ignored. */
export function fieldTotal(field: string, unit: string): Total {
  const sum = new DecimalSum();
  let added = false;
  return {
    add(record) {
      if (sum.add(fieldOf(record, field))) added = true;
    },
    amount: () => (added ? { value: sum.toString(), unit } : undefined),
  };
}

/**
 * The total price of Twilio's usage records. Categories overlap (`sms` includes `sms-inbound`) and have different
 * units, but the category `totalprice` includes all of them once per period, so only its records are added. There is
 * no amount if there are no such records, or if they have more than one currency.
 */
export function totalPrice(): Total {
  const sum = new DecimalSum();
  const currencies = new Set<unknown>();
  return {
    add(record) {
      if (fieldOf(record, "category") !== "totalprice") return;
      if (sum.add(fieldOf(record, "price"))) currencies.add(fieldOf(record, "price_unit"));
    },
    amount() {
      const [unit] = currencies;
      return currencies.size === 1 ? { value: sum.toString(), unit: String(unit ?? "") } : undefined;
    },
  };
}

/** An exact sum of decimal texts; a float would lose digits of money. */
export class DecimalSum {
  #digits = 0n;
  /** How many of the digits are decimal places. */
  #scale = 0;

  /** Returns `false`, and adds nothing, if the value is not a decimal number. */
  add(value: unknown): boolean {
    const text = typeof value === "number" || typeof value === "string" ? String(value) : "";
    const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
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

const fieldOf = (record: unknown, name: string): unknown =>
  typeof record === "object" && record !== null && Object.hasOwn(record, name)
    ? Reflect.get(record, name)
    : undefined;
