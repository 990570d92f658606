import { expect, it } from "vitest";
import { totalPrice } from "./total-price.ts";

const total = (records: object[]) => {
  const volume = totalPrice();
  records.forEach(volume.add);
  return volume.total();
};
const row = (category: string, price: string, price_unit = "usd") => ({ category, price, price_unit });

it("adds the rows that contain all others, and only those", () => {
  expect(total([row("totalprice", "1.10"), row("sms", "0.60"), row("totalprice", "2.05")])).toEqual({
    value: "3.15",
    unit: "usd",
  });
});

it("has no total without them, or in more than one currency", () => {
  expect(total([row("sms", "1"), row("sms-inbound", "1")])).toBeUndefined();
  expect(total([row("totalprice", "1"), row("totalprice", "1", "eur")])).toBeUndefined();
});
