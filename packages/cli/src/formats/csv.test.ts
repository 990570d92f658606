import { expect, it } from "vitest";
import { csv } from "./csv.ts";

const late: string[] = [];
const create = (fields: string[] = [], columns?: string[]) => {
  late.length = 0;
  return csv({ fields, columns, onLateField: (name) => late.push(name) });
};

it("writes the header once, nested fields in columns of their own, and quotes where it must", () => {
  const format = create();
  expect(format.page([{ id: "001", network: { mcc: "238" }, note: 'a "b", c\nd' }])).toBe(
    'id,network.mcc,note\n001,238,"a ""b"", c\nd"\n',
  );
  expect(format.page([{ note: null, network: { mcc: "" }, id: 2 }])).toBe("2,,\n");
  expect(late).toEqual([]);
});

it("keeps documented columns in their place, whether the records have them or not", () => {
  const format = create(["time", "period.start", "bytes"]);
  expect(format.page([{ bytes: 5, period: null, extra: true }])).toBe(
    "time,period.start,bytes,extra\n,,5,true\n",
  );
});

it("keeps a documented object in one cell", () => {
  expect(create(["links"]).page([{ links: { a: "/a" } }])).toBe('links\n"{""a"":""/a""}"\n');
});

it("says once that a later field has no column, and writes the rest of the record", () => {
  const format = create();
  format.page([{ a: 1 }]);
  expect(
    format.page([
      { a: 2, b: 3 },
      { a: 4, b: 5, c: null },
    ]),
  ).toBe("2\n4\n");
  expect(late).toEqual(["b"]);
});

it("goes on in a file with the columns that it has", () => {
  const format = create(["a"], ["b", "a"]);
  expect(format.page([{ a: 1, b: 2 }])).toBe("2,1\n");
});

it("writes a header even when there is no record", () => {
  expect(create(["a", "b"]).empty()).toBe("a,b\n");
  expect(create().empty()).toBe("");
});

it("cannot be made to lose or shift a cell by a field's name", () => {
  const record = JSON.parse('{"__proto__": 1, "a.b": 2, "a": {"c": 3}, "constructor": 4}');
  expect(create().page([record])).toBe("__proto__,a.b,a.c,constructor\n1,2,3,4\n");
});
