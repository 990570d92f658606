import { stringify } from "csv-stringify/sync";
import { expect, it } from "vitest";
import { csvHeader } from "./csv-header.ts";

it.each([[["time", "network.mcc"]], [["a,b", 'say "x"', "", "c"]], [["one"]], [["", ""]]])(
  "reads back the columns %j that were written",
  (columns) => {
    expect(csvHeader(stringify([columns]).trimEnd())).toEqual(columns);
  },
);
