import { stringify } from "csv-stringify/sync";
import { expect, it } from "vitest";
import { csv, csvHeader } from "./csv.ts";

const late: string[] = [];
const create = (fields: string[] = [], columns?: string[]) => {
  late.length = 0;
  return csv({ fields, columns, onLateField: (name) => late.push(name) });
};

it("writes the header once, spreads nested fields over columns, and quotes where necessary", async () => {
  const format = await create();
  expect(format.page([{ id: "001", network: { mcc: "238" }, note: 'a "b", c\nd' }])).toBe(
    'id,network.mcc,note\n001,238,"a ""b"", c\nd"\n',
  );
  expect(format.page([{ note: null, network: { mcc: "" }, id: 2 }])).toBe("2,,\n");
  expect(late).toEqual([]);
});

it("always writes the documented columns, in the same order", async () => {
  const format = await create(["time", "period.start", "bytes"]);
  expect(format.page([{ bytes: 5, period: null, extra: true }])).toBe(
    "time,period.start,bytes,extra\n,,5,true\n",
  );
});

it("keeps a documented object in one cell", async () => {
  expect((await create(["links"])).page([{ links: { a: "/a" } }])).toBe('links\n"{""a"":""/a""}"\n');
});

it("reports a late field once, and writes the rest of the record", async () => {
  const format = await create();
  format.page([{ a: 1 }]);
  expect(
    format.page([
      { a: 2, b: 3 },
      { a: 4, b: 5, c: null },
    ]),
  ).toBe("2\n4\n");
  expect(late).toEqual(["b"]);
});

it("appends to a file with the columns of the file", async () => {
  const format = await create(["a"], ["b", "a"]);
  expect(format.page([{ a: 1, b: 2 }])).toBe("2,1\n");
});

it("writes a header for a list without records", async () => {
  expect((await create(["a", "b"])).empty()).toBe("a,b\n");
  expect((await create()).empty()).toBe("");
});

it("does not lose or shift a cell because of a field's name", async () => {
  const record = JSON.parse('{"__proto__": 1, "a.b": 2, "a": {"c": 3}, "constructor": 4}');
  expect((await create()).page([record])).toBe("__proto__,a.b,a.c,constructor\n1,2,3,4\n");
});

it.each([[["time", "network.mcc"]], [["a,b", 'say "x"', "", "c"]], [["one"]], [["", ""]]])(
  "reads the columns %j from the header that was written",
  (columns) => {
    expect(csvHeader(stringify([columns]).trimEnd())).toEqual(columns);
  },
);
