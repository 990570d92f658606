import type { Emulator } from "../emulator.ts";
import { startEmulator } from "../start-emulator.ts";
import { addRandomFaults } from "./add-random-faults.ts";
import { describeEmulator } from "./describe-emulator.ts";
import { HELP } from "./help.ts";
import { type Arguments, parseArguments } from "./parse-arguments.ts";

export interface Surroundings {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Settles when the emulator is to end. */
  readonly interrupted: Promise<void>;
}

/** `usagewire-emulator`: 0 once interrupted, 1 when it cannot start, 2 for arguments it does not know. */
export async function run(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  const { stdout, stderr, interrupted } = surroundings;
  let given: Arguments;
  try {
    given = parseArguments(argv);
  } catch (error) {
    stderr(`${messageOf(error)}\n\n${HELP}`);
    return 2;
  }
  if (given.help) {
    stdout(HELP);
    return 0;
  }
  let emulator: Emulator;
  try {
    emulator = await startEmulator(given.options);
  } catch (error) {
    stderr(`The emulator cannot start: ${messageOf(error)}\n`);
    return 1;
  }
  if (given.faults > 0) addRandomFaults(emulator, given.faults);
  stdout(describeEmulator(emulator));
  await interrupted;
  await emulator.close();
  return 0;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
