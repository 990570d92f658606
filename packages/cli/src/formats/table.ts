import type { Format } from "./format.ts";
import { cellText, columnsOf, flatten, type Row } from "./rows.ts";

export interface TableOptions {
  /** Columns in order of importance; the other fields of the first page follow them. */
  readonly fields: readonly string[];
  /** Characters per line; `undefined` means no limit. */
  readonly width: number | undefined;
  /** Called with the columns that are left out: those that do not fit, and those that hold arrays or objects. */
  readonly onHidden: (names: readonly string[]) => void;
}

interface Column {
  readonly name: string;
  readonly align: "left" | "right";
  width: number;
}

/** Spaces between columns. */
const GAP = 2;

/**
 * Aligned columns under a header. The first page determines the columns and their widths. A wider cell on a later page
 * widens its column from there on, so that no cell is cut.
 */
export function table({ fields, width, onHidden }: TableOptions): Format {
  const whole = new Set(fields);
  let columns: Column[] | undefined;

  const choose = (rows: readonly Row[]): Column[] => {
    const filled = columnsOf(fields, rows).filter((name) => rows.some((row) => textOf(row, name) !== ""));
    const plain = filled.filter((name) => rows.every((row) => !isStructure(row.get(name))));
    const shown = fitColumns(
      plain.map((name) => measure(name, rows)),
      width,
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

function measure(name: string, rows: readonly Row[]): Column {
  const texts = rows.map((row) => textOf(row, name));
  return {
    name,
    align: texts.every((text) => /^(-?\d+(\.\d+)?)?$/.test(text)) ? "right" : "left",
    width: Math.max(displayWidth(name), ...texts.map(displayWidth)),
  };
}

/** The leading columns that fit on a line, and always the first one. */
function fitColumns(columns: readonly Column[], width: number | undefined): Column[] {
  if (width === undefined) return [...columns];
  let used = -GAP;
  let count = 0;
  for (const column of columns) {
    used += column.width + GAP;
    if (used > width && count > 0) break;
    count += 1;
  }
  return columns.slice(0, count);
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

// Control characters in a response must not reach the terminal.
const textOf = (row: Row, name: string): string => cellText(row.get(name)).replace(/\p{Cc}+/gu, " ");

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

/** The terminal columns that a text occupies. */
function displayWidth(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += /\p{M}/u.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return width;
}
