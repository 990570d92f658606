import type { Emulator } from "@usagewire/emulator";

/** Where the APIs are served, by name. */
export interface Addresses {
  readonly supersim: string;
  readonly usage: string;
  readonly onomondo: string;
}

/** What the program is told. */
export interface SoakTask {
  readonly seed: string;
  readonly seconds: number;
  readonly credentials: Emulator["credentials"];
  /** Without faults, for what is right. */
  readonly calm: Addresses;
  readonly stormy: Addresses;
}

/** What it tells. */
export interface SoakReport {
  readonly pulls: number;
  readonly records: number;
  readonly requests: number;
  /** Errors that reached the program, each of them typed. */
  readonly failures: number;
  /** Pagers that went on from a cursor, after a failure or of the program's own will. */
  readonly resumes: number;
  /** Pulls that went wrong, the first few of them. */
  readonly problems: readonly string[];
  /** Listeners that are left on the signal that all pulls shared. */
  readonly listeners: number;
  /** Sockets and timers that are left when all is done. */
  readonly resources: readonly string[];
  /** Bytes of heap in use, at the end above those after the first pulls. */
  readonly heapGrowth: number;
}
