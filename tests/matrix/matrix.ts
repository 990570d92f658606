// The matrix: what the packages are tested on. `tests/matrix.json` is read by the tests, and by the README tables.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../helpers/workspace.ts";

interface EnvironmentBase {
  readonly id: string;
  /** The runtime's name, with its version where several are tested. */
  readonly runtime: string;
  /** Names for `partOf`. */
  readonly parts: readonly string[];
  /** Whether `pnpm test` runs it, and not only `pnpm test:matrix`. */
  readonly quick?: boolean;
}

export interface NodeEnvironment extends EnvironmentBase {
  readonly host: "node";
  readonly module: "esm" | "cjs";
}

export interface ScriptEnvironment extends EnvironmentBase {
  readonly host: "bun" | "deno";
}

export interface WorkerdEnvironment extends EnvironmentBase {
  readonly host: "workerd";
  /** Whether the clients live for one request, or at module level, shared by concurrent requests. */
  readonly clients: "request" | "module";
}

export interface ChromiumEnvironment extends EnvironmentBase {
  readonly host: "chromium";
  /** How the page loads the packages: one bundle, their files by an import map, or a bundle in a dedicated worker. */
  readonly load: "bundle" | "import-map" | "worker";
  /** Whether the emulators have the page's origin. */
  readonly origin: "same" | "cross";
}

export interface JestEnvironment extends EnvironmentBase {
  readonly host: "jest";
  readonly environment: "node" | "jsdom";
}

export type Environment =
  | NodeEnvironment
  | ScriptEnvironment
  | WorkerdEnvironment
  | ChromiumEnvironment
  | JestEnvironment;

/** What makes one file of a bin and everything that it imports. */
export interface Bundler {
  readonly id: "esbuild" | "bun-build-compile";
  /** How users call it. */
  readonly command: string;
  /** Names for `partOf`. */
  readonly parts: readonly string[];
  /** Whether `pnpm test` runs it, and not only `pnpm test:matrix`. */
  readonly quick?: boolean;
}

/** What does not work yet. The test of it fails as soon as it works, so that this list stays true. */
export interface KnownFailure {
  /** The id of an environment, a compiler or a bundler. */
  readonly in: string;
  /** The names of the cases of which at least one fails; all if missing. */
  readonly cases?: readonly string[];
  readonly reason: string;
}

export interface Matrix {
  /** Lines of Node.js, the oldest first. */
  readonly node: readonly string[];
  readonly environments: readonly Environment[];
  readonly typescript: {
    /** Lines of TypeScript, the oldest first. */
    readonly versions: readonly string[];
    readonly module: readonly ("bundler" | "node16" | "nodenext")[];
    /** Where the types of `fetch` and its kind come from. */
    readonly types: readonly ("dom" | "node" | "dom and node")[];
    /** The ids of the compilers that `pnpm test` runs, and not only `pnpm test:matrix`. */
    readonly quick: readonly string[];
  };
  readonly bundlers: readonly Bundler[];
  readonly knownFailures: readonly KnownFailure[];
  /** Sentences for the table of the README, by the name of its row. */
  readonly notes: Readonly<Record<string, readonly string[] | undefined>>;
}

export const matrix: Matrix = JSON.parse(readFileSync(join(root, "tests/matrix.json"), "utf8"));

/** Whether everything is tested, and not only what the short form selects. */
export const isWhole = process.env.USAGEWIRE_MATRIX === "whole";
