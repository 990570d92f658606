import { cellText } from "./cell-text.ts";
import { columnsOf } from "./columns-of.ts";
import { displayWidth } from "./display-width.ts";
import { fitColumns } from "./fit-columns.ts";
import { flatten, type Row } from "./flatten.ts";
import type { Format } from "./format.ts";

export interface TableOptions {
  /** Columns in the order of their importance; the first page's other fields follow them. */
  readonly fields: readonly string[];
  /** Characters per line; undefined where lines may be of any length. */
  readonly width: number | undefined;
  /** Told of the columns that are left out: no line has room for them, or what they hold is no text. */
  readonly onHidden: (names: readonly string[]) => void;
}

interface Column {
  readonly name: string;
  readonly align: "left" | "right";
  width: number;
}

const GAP = 2;

/**
 * Aligned columns under a header. The first page decides on the columns and their widths; a wider cell on a later page
 * widens its column from there on, so that nothing is ever cut.
 */
export function table({ fields, width, onHidden }: TableOptions): Format {
  const whole = new Set(fields);
  let columns: Column[] | undefined;

  const choose = (rows: readonly Row[]): Column[] => {
    const filled = columnsOf(fields, rows).filter((name) => rows.some((row) => textOf(row, name) !== ""));
    const plain = filled.filter((name) => rows.every((row) => !isStructure(row.get(name))));
    const shown = fitColumns(
      plain.map((name) => describe(name, rows)),
      width,
      GAP,
    );
    const hidden = filled.filter((name) => !shown.some((column) => column.name === name));
    if (hidden.length > 0) onHidden(hidden);
    return shown;
  };

  return {
    page(records) {
      const rows = records.map((record) => flatten(record, whole));
      const layout = columns ?? choose(rows);
      const lines = rows.map((row) => layout.map(({ name }) => textOf(row, name)));
      if (columns === undefined) lines.unshift(layout.map(({ name }) => name));
      columns = layout;
      for (const [index, column] of layout.entries()) {
        column.width = Math.max(column.width, ...lines.map((line) => displayWidth(line[index] ?? "")));
      }
      return lines.map((line) => draw(layout, line)).join("");
    },
    empty: () => "",
  };
}

function describe(name: string, rows: readonly Row[]): Column {
  const texts = rows.map((row) => textOf(row, name));
  return {
    name,
    align: texts.every((text) => /^(-?\d+(\.\d+)?)?$/.test(text)) ? "right" : "left",
    width: Math.max(displayWidth(name), ...texts.map(displayWidth)),
  };
}

function draw(columns: readonly Column[], line: readonly string[]): string {
  const cells = columns.map(({ align, width }, index) => {
    const text = line[index] ?? "";
    const padding = " ".repeat(width - displayWidth(text));
    return align === "right" ? padding + text : text + padding;
  });
  return `${cells.join(" ".repeat(GAP)).trimEnd()}\n`;
}

const isStructure = (value: unknown): boolean => typeof value === "object" && value !== null;

// What a provider sends must not move the terminal's cursor.
const textOf = (row: Row, name: string): string => cellText(row.get(name)).replace(/\p{Cc}+/gu, " ");
