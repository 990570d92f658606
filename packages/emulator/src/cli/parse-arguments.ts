import { parseArgs } from "node:util";
import type { EmulatorOptions, OnomondoAuthScheme } from "../emulator-options.ts";

export interface Arguments {
  readonly help: boolean;
  readonly options: EmulatorOptions;
  /** Share of the answers that go wrong. */
  readonly faults: number;
}

const text = { type: "string" } as const;
const FLAGS = {
  seed: text,
  now: text,
  "supersim-port": text,
  "usage-port": text,
  "onomondo-port": text,
  "supersim-sims": text,
  "onomondo-sims": text,
  "onomondo-auth": text,
  latency: text,
  faults: text,
  help: { type: "boolean" },
} as const;

/** @throws Error naming the argument and what it takes */
export function parseArguments(argv: readonly string[]): Arguments {
  const { values } = parseArgs({ args: [...argv], options: FLAGS });
  const number = (name: keyof typeof values, most: number, least = 0): number | undefined => {
    const given = values[name];
    if (given === undefined) return undefined;
    const value = Number(given);
    if (given !== "" && value >= least && value <= most) return value;
    throw new Error(`--${name} takes a number from ${least} to ${most}, not "${given}".`);
  };
  const latency = number("latency", 600_000);
  const api = (port: number | undefined, sims?: number) => ({
    ...(port === undefined ? {} : { port }),
    ...(sims === undefined ? {} : { sims }),
    ...(latency === undefined ? {} : { latency }),
  });
  return {
    help: values.help ?? false,
    faults: number("faults", 1) ?? 0,
    options: {
      ...(values.seed === undefined ? {} : { seed: values.seed }),
      now: parseNow(values.now),
      supersim: api(number("supersim-port", 65_535), number("supersim-sims", 1e9, 1)),
      usage: api(number("usage-port", 65_535)),
      onomondo: {
        ...api(number("onomondo-port", 65_535), number("onomondo-sims", 1e9, 1)),
        authScheme: parseScheme(values["onomondo-auth"] ?? "raw"),
      },
    },
  };
}

function parseNow(given: string | undefined): Date {
  const now = given === undefined ? new Date() : new Date(given);
  if (Number.isNaN(now.getTime()))
    throw new Error(`--now takes a time such as 2025-06-15T12:00:00Z, not "${given}".`);
  return now;
}

function parseScheme(given: string): OnomondoAuthScheme {
  if (given === "raw" || given === "bearer" || given === "both") return given;
  throw new Error(`--onomondo-auth takes raw, bearer or both, not "${given}".`);
}
