import { expect, it } from "vitest";
import { table } from "./table.ts";

const hidden: string[] = [];
const create = (fields: string[], width?: number) => {
  hidden.length = 0;
  return table({ fields, width, onHidden: (names) => hidden.push(...names) });
};

it("aligns a page under its header, numbers to the right, and leaves out empty columns", () => {
  const page = create(["time", "bytes"]).page([
    { bytes: 5, time: "00:00", sim: null },
    { bytes: 1234, time: "00:01", sim: null },
  ]);
  expect(page).toBe("time   bytes\n00:00      5\n00:01   1234\n");
});

it("widens a column for later pages and cuts no cell", () => {
  const format = create([]);
  format.page([{ a: "x", b: "y" }]);
  expect(format.page([{ a: "longer", b: "z" }])).toBe("longer  z\n");
  expect(format.page([{ a: "x", b: "z" }])).toBe("x       z\n");
});

it("shows the columns that fit, at least the first one, and reports the others", () => {
  const format = create(["a", "b", "c"], 9);
  expect(format.page([{ a: "1234", b: "123", c: "1" }])).toBe("   a    b\n1234  123\n");
  expect(hidden).toEqual(["c"]);
  expect(create(["a"], 2).page([{ a: "1234" }])).toBe("   a\n1234\n");
});

it("removes control characters", () => {
  expect(create([]).page([{ a: "x\u001b[2Jy\nz" }])).toBe("a\nx [2Jy z\n");
});

it("aligns wide characters", () => {
  expect(create([]).page([{ a: "日本", b: "x" }])).toBe("a     b\n日本  x\n");
});
