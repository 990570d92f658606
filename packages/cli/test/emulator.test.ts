import { expect, it } from "vitest";
import { recordsIn, runCommand } from "./helpers/run-command.ts";

const yesterday = ["pull", "twilio-usage", "yesterday", "--category", "sms", "--emulator"];

it("has its clock at 15 June 2025 by default, so that each run gives the same records", async () => {
  const { code, out } = await runCommand(yesterday);
  expect(code).toBe(0);
  expect(recordsIn(out)).toEqual([expect.objectContaining({ start_date: "2025-06-14" })]);
  expect((await runCommand(yesterday)).out).toBe(out);
});

it.each([
  ["2024-03-01", "2024-02-29"],
  ["2024-03-01T23:59:59Z", "2024-02-29"],
  ["2024-03-01T00:30:00+01:00", "2024-02-28"],
])("has its clock at --emulator-now %s", async (now, day) => {
  const { code, out, err } = await runCommand([...yesterday, "--emulator-now", now]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(recordsIn(out)).toEqual([expect.objectContaining({ start_date: day, end_date: day })]);
});

it("moves the samples of pull --all with its clock", async () => {
  const args = ["pull", "--all", "--emulator", "--format", "ndjson"];
  const [june] = recordsIn((await runCommand(args)).out);
  const march = await runCommand([...args, "--emulator-now", "2025-03-15"]);
  expect(march).toMatchObject({ code: 0, err: "" });
  const [sample] = recordsIn(march.out);
  expect(sample).toMatchObject({ api: "supersim", records: 7 * 24, complete: true });
  expect(sample).not.toMatchObject({ amount: Object(june).amount });
});
