import { parseArgs } from "node:util";
import { type Emulator, startEmulator } from "./emulator.ts";
import type { Fault } from "./faults/faults.ts";
import type { EmulatorOptions, OnomondoAuthScheme } from "./options.ts";

export interface CommandContext {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Resolves when the emulators should stop. */
  readonly interrupted: Promise<void>;
}

/**
 * Runs `usagewire-emulator`.
 *
 * @returns the exit code: 0 after an interrupt or help, 1 if it cannot start, 2 for invalid arguments
 */
export async function run(argv: readonly string[], context: CommandContext): Promise<number> {
  const { stdout, stderr, interrupted } = context;
  let settings: Settings;
  try {
    settings = parseArguments(argv);
  } catch (error) {
    stderr(`${messageOf(error)}\n\n${HELP}`);
    return 2;
  }
  if (settings.help) {
    stdout(HELP);
    return 0;
  }
  let emulator: Emulator;
  try {
    emulator = await startEmulator(settings.options);
  } catch (error) {
    const isPortTaken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
    const advice = isPortTaken ? ". Choose another port, or omit the option to use a free one." : "";
    stderr(`Cannot start the emulator: ${messageOf(error)}${advice}\n`);
    return 1;
  }
  if (settings.faults > 0) addRandomFaults(emulator, settings.faults);
  stdout(formatEnvironment(emulator));
  await interrupted;
  await emulator.close();
  return 0;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The command's options: what `parseArgs` reads, and what the help prints, in this order. */
const OPTIONS = {
  seed: { type: "string", value: "TEXT", help: "seed of the generated data (default: usagewire)" },
  now: { type: "string", value: "TIME", help: "time that the providers see, ISO 8601 (default: now)" },
  "supersim-port": {
    type: "string",
    value: "PORT",
    help: "port of Twilio Super SIM (default: any free port)",
  },
  "usage-port": {
    type: "string",
    value: "PORT",
    help: "port of Twilio usage records (default: any free port)",
  },
  "onomondo-port": { type: "string", value: "PORT", help: "port of Onomondo (default: any free port)" },
  "supersim-sims": { type: "string", value: "COUNT", help: "number of Super SIMs (default: 48)" },
  "onomondo-sims": { type: "string", value: "COUNT", help: "number of Onomondo SIMs (default: 8)" },
  "onomondo-auth": {
    type: "string",
    value: "SCHEME",
    help: "how the Onomondo key must be sent: raw, bearer or both (default: raw)",
  },
  latency: { type: "string", value: "MS", help: "delay of each response in milliseconds (default: 0)" },
  faults: {
    type: "string",
    value: "SHARE",
    help: "share of responses that fail at random, 0 to 1 (default: 0)",
  },
  help: { type: "boolean", value: "", help: "print this help" },
} as const;

const HELP = `Usage: usagewire-emulator [options]

Serves emulated usage APIs of Twilio and Onomondo on 127.0.0.1 until you press Ctrl+C.
Prints their URLs and credentials in the format of an environment file.

Options:
${Object.entries(OPTIONS)
  .map(([name, { value, help }]) => `  ${`--${name} ${value}`.padEnd(23)}  ${help}\n`)
  .join("")}`;

interface Settings {
  readonly help: boolean;
  readonly options: EmulatorOptions;
  /** Share of responses that fail, from 0 to 1. */
  readonly faults: number;
}

/** @throws Error if an option is unknown or its value is invalid */
function parseArguments(argv: readonly string[]): Settings {
  const { values } = parseArgs({ args: [...argv], options: OPTIONS });
  const number = (
    name: Exclude<keyof typeof OPTIONS, "help">,
    minimum: number,
    maximum: number,
    kind: "a number" | "an integer",
  ): number | undefined => {
    const text = values[name];
    if (text === undefined) return undefined;
    const value = Number(text);
    const isKind = kind === "a number" || Number.isInteger(value);
    if (text !== "" && isKind && value >= minimum && value <= maximum) return value;
    throw new Error(`--${name} must be ${kind} from ${minimum} to ${maximum}; got "${text}".`);
  };
  const port = (name: "supersim-port" | "usage-port" | "onomondo-port") =>
    ifGiven("port", number(name, 0, 65_535, "an integer"));
  const sims = (name: "supersim-sims" | "onomondo-sims") =>
    ifGiven("sims", number(name, 1, 1e9, "an integer"));
  const latency = ifGiven("latency", number("latency", 0, 600_000, "a number"));
  return {
    help: values.help ?? false,
    faults: number("faults", 0, 1, "a number") ?? 0,
    options: {
      ...ifGiven("seed", values.seed),
      now: parseNow(values.now),
      supersim: { ...port("supersim-port"), ...sims("supersim-sims"), ...latency },
      usage: { ...port("usage-port"), ...latency },
      onomondo: {
        ...port("onomondo-port"),
        ...sims("onomondo-sims"),
        ...latency,
        authScheme: parseAuthScheme(values["onomondo-auth"] ?? "raw"),
      },
    },
  };
}

/** Returns an object with one property, or an empty one for undefined: options must not be undefined. */
const ifGiven = <Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { [Key in Name]?: Value } =>
  // The cast is needed as TypeScript widens a computed key to `string`.
  value === undefined ? {} : ({ [name]: value } as { [Key in Name]: Value });

function parseNow(text: string | undefined): Date {
  const now = text === undefined ? new Date() : new Date(text);
  if (!Number.isNaN(now.getTime())) return now;
  throw new Error(`--now must be a time such as 2025-06-15T12:00:00Z; got "${text}".`);
}

function parseAuthScheme(text: string): OnomondoAuthScheme {
  if (text === "raw" || text === "bearer" || text === "both") return text;
  throw new Error(`--onomondo-auth must be raw, bearer or both; got "${text}".`);
}

/** Formats the URLs and credentials as an environment file. */
const formatEnvironment = ({ supersim, usage, onomondo, credentials }: Emulator): string =>
  `# Twilio Super SIM  ${supersim.url}
# Twilio usage      ${usage.url}
# Onomondo          ${onomondo.url}
#   SIM ${onomondo.sim(0).id}, tag ${onomondo.tagIds[0]}
TWILIO_ACCOUNT_SID=${credentials.twilio.accountSid}
TWILIO_AUTH_TOKEN=${credentials.twilio.authToken}
ONOMONDO_API_KEY=${credentials.onomondo.apiKey}
`;

/** The faults of `--faults`, all with the same probability. */
const RANDOM_FAULTS: readonly Fault[] = [
  { kind: "answer", status: 429 },
  { kind: "answer", status: 500 },
  { kind: "answer", status: 502, body: "<html><body>Bad gateway</body></html>" },
  { kind: "answer", status: 503, body: "", headers: { "retry-after": "1" } },
  { kind: "cut", after: "nothing" },
  { kind: "cut", after: "half" },
  { kind: "truncate" },
];

function addRandomFaults({ supersim, usage, onomondo }: Emulator, share: number): void {
  for (const { faults } of [supersim, usage, onomondo]) {
    for (const [index, fault] of RANDOM_FAULTS.entries()) {
      // A fault is only considered if none before it applied, so later ones need a higher probability.
      const probability = share / RANDOM_FAULTS.length / (1 - (share * index) / RANDOM_FAULTS.length);
      faults.add(fault, { probability });
    }
  }
}
