import { type ApiDefinition, apis, type CallParams, onomondo, supersim, twilioUsage } from "./apis.ts";
import { type Backend, type Connection, connect, openBackend } from "./backend.ts";
import type { PullAllCommand } from "./command-line.ts";
import { EXIT, PullError, report, UsageError } from "./errors.ts";
import { csv } from "./formats/csv.ts";
import { type FormatName, ndjson } from "./formats/format.ts";
import type { Host } from "./host.ts";
import { type Operation, operationsOf } from "./operations.ts";
import type { OptionValues } from "./options.ts";
import { writeText } from "./output.ts";
import { countRecords, type PullCounts, startProgress } from "./progress.ts";
import { pull } from "./pull.ts";
import type { Amount } from "./totals.ts";

/** Runs `usagewire pull --all`: pulls a sample of every operation and prints a summary. */
export async function runPullAll({ options }: PullAllCommand, host: Host): Promise<number> {
  const backend = await openBackend(options, host.env);
  try {
    const samples = connectSamples(options, backend);
    const results = await pullSamples(samples, host);
    await writeText(host.stdout, await summary(results, options.format ?? "table"));
    const failed = results.filter(({ error }) => error !== undefined);
    return Math.max(EXIT.done, ...failed.map(({ error }) => report(error, host)));
  } finally {
    await backend.close();
  }
}

interface Sample {
  readonly api: ApiDefinition;
  readonly operation: Operation;
  readonly params: CallParams;
}

const HOUR_MS = 3_600_000;

/**
 * A sample of each operation: a limited period, so that large accounts take no longer than small ones, and small pages,
 * so that there is more than one.
 */
export function samplesAt(now: Date, ids: { readonly simId: string; readonly tagId: string }): Sample[] {
  const hour = Math.floor(now.getTime() / HOUR_MS) * HOUR_MS;
  const hoursAgo = (hours: number) => `${new Date(hour - hours * HOUR_MS).toISOString().slice(0, 19)}Z`;
  const lastMonth = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1)).toISOString().slice(0, 7);
  const monthly = { filter: [`time:${lastMonth}`], limit: "100" };
  return [
    sample(supersim, "usage-records", {
      path: {},
      query: { Granularity: "hour", StartTime: hoursAgo(7 * 24), EndTime: hoursAgo(0), PageSize: "50" },
    }),
    sample(twilioUsage, "yearly", { path: {}, query: { PageSize: "100" } }),
    sample(onomondo, "usage", { path: {}, query: monthly }),
    sample(onomondo, "sim-usage", { path: { sim_id: ids.simId }, query: monthly }),
    sample(onomondo, "tag-total", { path: { tag_id: ids.tagId }, query: {} }),
  ];
}

function sample(api: ApiDefinition, name: string, params: CallParams): Sample {
  const operation = operationsOf(api).find((candidate) => candidate.name === name);
  if (operation === undefined) throw new Error(`${api.name} has no operation ${name}`);
  return { api, operation, params };
}

interface ConnectedSample extends Sample {
  /** One per sample, to count its requests. */
  readonly connection: Connection;
}

/**
 * Creates the clients before the first pull.
 *
 * @throws UsageError that lists all missing credentials and flags
 */
function connectSamples(options: OptionValues, backend: Backend): ConnectedSample[] {
  const missing = apis.flatMap((api) => missingCredentials(api, backend));
  const simId = options.simId ?? backend.sampleIds.simId;
  const tagId = options.tagId ?? backend.sampleIds.tagId;
  if (simId === undefined) missing.push("--sim-id is required: ID of an Onomondo SIM");
  if (tagId === undefined) missing.push("--tag-id is required: ID of an Onomondo tag");
  if (missing.length > 0 || simId === undefined || tagId === undefined) {
    const lines = [...new Set(missing)].map((text) => `\n  ${text}`).join("");
    throw new UsageError(`pull --all is missing the following; --emulator needs none of it:${lines}`);
  }
  return samplesAt(backend.now, { simId, tagId }).map((pulled) => ({
    ...pulled,
    connection: connect(pulled.api, backend),
  }));
}

function missingCredentials(api: ApiDefinition, backend: Backend): string[] {
  try {
    connect(api, backend);
    return [];
  } catch (error) {
    if (error instanceof UsageError) return [error.message];
    throw error;
  }
}

interface SampleResult extends PullCounts, Pick<Sample, "api" | "operation"> {
  /** `undefined` if the records have no total. */
  readonly amount: Amount | undefined;
  readonly requests: number;
  readonly milliseconds: number;
  /** `undefined` if the pull reached the end of its list. */
  readonly error: unknown;
}

/** Pulls the samples in turn. Continues after one that fails, but not after an interrupt. */
async function pullSamples(samples: readonly ConnectedSample[], host: Host): Promise<SampleResult[]> {
  const progress = await startProgress(host.stderr, samples.length);
  const results: SampleResult[] = [];
  try {
    for (const current of samples) {
      const step = `${current.api.name} ${current.operation.name}`;
      const result = await pullSample(current, host.signal, (counts) =>
        progress.show(results.length, step, counts),
      );
      results.push(result);
      if (result.error !== undefined && host.signal.aborted) break;
    }
    return results;
  } finally {
    progress.stop();
  }
}

async function pullSample(
  { api, operation, params, connection }: ConnectedSample,
  signal: AbortSignal,
  onPage: (counts: PullCounts) => void,
): Promise<SampleResult> {
  const total = api.createTotal();
  const { write, counts } = countRecords(async (records) => records.forEach(total.add), onPage);
  const start = performance.now();
  const error = await pull(connection.client, { operation, params }, signal, write).then(
    () => undefined,
    // Without its PullError, no cursor is reported: the user did not choose the parameters that it belongs to.
    (reason: unknown) => (reason instanceof PullError ? reason.cause : reason),
  );
  const milliseconds = performance.now() - start;
  const requests = connection.requests();
  return { api, operation, ...counts(), amount: total.amount(), requests, milliseconds, error };
}

/** The results as a table, or as records for programs. */
async function summary(results: readonly SampleResult[], format: FormatName): Promise<string> {
  switch (format) {
    case "ndjson":
      return ndjson().page(results.map(resultRecord));
    case "csv":
      return (await csv({ fields: [], columns: undefined, onLateField: () => {} })).page(
        results.map(resultRecord),
      );
    case "table":
      return summaryTable(results);
  }
}

const resultRecord = (result: SampleResult) => ({
  api: result.api.name,
  operation: result.operation.name,
  requests: result.requests,
  pages: result.pages,
  records: result.records,
  amount: result.amount?.value ?? null,
  unit: result.amount?.unit ?? null,
  milliseconds: Math.round(result.milliseconds),
  complete: result.error === undefined,
});

async function summaryTable(results: readonly SampleResult[]): Promise<string> {
  // Loaded on first use, to keep other commands fast to start.
  const { default: Table } = await import("cli-table3");
  const table = new Table({
    head: ["API", "operation", "requests", "pages", "records", "bytes or units", "time"],
    colAligns: ["left", "left", "right", "right", "right", "right", "right"],
    // Without colors, since the output may be a file.
    style: { head: [], border: [], compact: true },
  });
  for (const { api, operation, requests, pages, records, amount, milliseconds, error } of results) {
    table.push([
      api.name,
      operation.name,
      requests,
      pages,
      groupDigits(String(records)) + (error === undefined ? "" : " (incomplete)"),
      amount === undefined ? "–" : amountText(amount),
      `${(milliseconds / 1000).toFixed(2)} s`,
    ]);
  }
  return `${table.toString()}\n`;
}

function amountText({ value, unit }: Amount): string {
  const [whole = "", fraction] = value.split(".");
  return `${groupDigits(whole)}${fraction === undefined ? "" : `.${fraction}`} ${unit}`;
}

const groupDigits = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ",");
