// Imported by path: as dependencies of the root, the packages and their tests would be part of the cache key of every task.
import { checkSpec } from "../packages/codegen/dist/index.js";
import { parsePointer } from "../packages/pagination/dist/internal.js";

interface Context {
  readonly location: { child(path: readonly string[]): object };
  report(problem: { message: string; location: object }): void;
}

/** Codegen's checks as a Redocly rule, so that editors and `pnpm lint:specs` report what `usagewire-codegen` would. */
export default function usagewire() {
  return {
    id: "usagewire",
    rules: {
      oas3: {
        spec: () => ({
          Root: (document: unknown, { report, location }: Context) => {
            for (const { pointer, message } of checkSpec(document, new Map(), { strict: true })) {
              report({ message, location: location.child(parsePointer(pointer)) });
            }
          },
        }),
      },
    },
  };
}
