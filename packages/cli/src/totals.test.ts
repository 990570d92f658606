import { describe, expect, it } from "vitest";
import { DecimalSum, fieldTotal, totalPrice } from "./totals.ts";

describe("DecimalSum", () => {
  const sum = (...values: unknown[]) => {
    const total = new DecimalSum();
    const added = values.filter((value) => total.add(value)).length;
    return [total.toString(), added];
  };

  it("adds without the rounding errors of floats", () => {
    expect(sum("0.1", "0.2")).toEqual(["0.3", 2]);
    expect(sum("9007199254740993", "0.000000001")).toEqual(["9007199254740993.000000001", 2]);
    expect(sum(1424843, 2)).toEqual(["1424845", 2]);
  });

  it("adds negative numbers", () => {
    expect(sum("-1.5")).toEqual(["-1.5", 1]);
    expect(sum("-0.05", "0.02")).toEqual(["-0.03", 2]);
    expect(sum("-2.50", "2.5")).toEqual(["0", 2]);
  });

  it("ignores values that are not decimal numbers", () => {
    expect(sum(null, undefined, "", "1e3", "x", {}, Number.NaN)).toEqual(["0", 0]);
  });
});

describe("fieldTotal", () => {
  it("adds the records that have the field, and has no amount without one", () => {
    const total = fieldTotal("bytes", "bytes");
    total.add({ other: 1 });
    expect(total.amount()).toBeUndefined();
    total.add({ bytes: 2 });
    total.add({ bytes: "3" });
    expect(total.amount()).toEqual({ value: "5", unit: "bytes" });
  });
});

describe("totalPrice", () => {
  const amount = (records: object[]) => {
    const total = totalPrice();
    records.forEach(total.add);
    return total.amount();
  };
  const record = (category: string, price: string, price_unit = "usd") => ({ category, price, price_unit });

  it("adds only the records of the category that includes all others", () => {
    expect(
      amount([record("totalprice", "1.10"), record("sms", "0.60"), record("totalprice", "2.05")]),
    ).toEqual({ value: "3.15", unit: "usd" });
  });

  it("has no amount without such records, or with more than one currency", () => {
    expect(amount([record("sms", "1"), record("sms-inbound", "1")])).toBeUndefined();
    expect(amount([record("totalprice", "1"), record("totalprice", "1", "eur")])).toBeUndefined();
  });
});
