import Table from "cli-table3";
import { csv } from "../formats/csv.ts";
import type { FormatName } from "../formats/format.ts";
import { ndjson } from "../formats/ndjson.ts";
import type { Amount } from "../volume/volume.ts";
import type { Outcome } from "./outcome.ts";

/** The outcomes as text: a table for people, or records for programs. */
export function summary(outcomes: readonly Outcome[], format: FormatName): string {
  switch (format) {
    case "ndjson":
      return ndjson().page(outcomes.map(asRecord));
    case "csv":
      return csv({ fields: [], columns: undefined, onLateField: () => {} }).page(outcomes.map(asRecord));
    case "table":
      return draw(outcomes);
  }
}

const asRecord = ({ api, operation, requests, pages, records, amount, milliseconds, error }: Outcome) => ({
  api: api.name,
  operation: operation.name,
  requests,
  pages,
  records,
  amount: amount?.value ?? null,
  unit: amount?.unit ?? null,
  milliseconds: Math.round(milliseconds),
  complete: error === undefined,
});

function draw(outcomes: readonly Outcome[]): string {
  const drawn = new Table({
    head: ["API", "operation", "requests", "pages", "records", "bytes or units", "time"],
    colAligns: ["left", "left", "right", "right", "right", "right", "right"],
    // No colours: the table may go to a file.
    style: { head: [], border: [], compact: true },
  });
  for (const { api, operation, requests, pages, records, amount, milliseconds, error } of outcomes) {
    drawn.push([
      api.name,
      operation.name,
      requests,
      pages,
      grouped(String(records)) + (error === undefined ? "" : " (stopped)"),
      amount === undefined ? "–" : inWords(amount),
      `${(milliseconds / 1000).toFixed(2)} s`,
    ]);
  }
  return `${drawn.toString()}\n`;
}

const inWords = ({ value, unit }: Amount): string => {
  const [whole = "", fraction] = value.split(".");
  return `${grouped(whole)}${fraction === undefined ? "" : `.${fraction}`} ${unit}`;
};

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ",");
