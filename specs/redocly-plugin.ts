// By its path: as a dependency of the root, all of codegen, its tests included, would be part of the key of every task.
import { checkSpec } from "../packages/codegen/dist/index.js";

interface Context {
  readonly location: { child(path: readonly string[]): object };
  report(problem: { message: string; location: object }): void;
}

/** Codegen's checks as a Redocly rule, so that an editor and `pnpm lint` say what `usagewire-codegen` would say. */
export default function usagewire() {
  return {
    id: "usagewire",
    rules: {
      oas3: {
        spec: () => ({
          Root: (document: unknown, { report, location }: Context) => {
            for (const { pointer, message } of checkSpec(document)) {
              report({ message, location: location.child(tokens(pointer)) });
            }
          },
        }),
      },
    },
  };
}

const tokens = (pointer: string): string[] =>
  pointer
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
