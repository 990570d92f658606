import type { Parameter } from "../document/operations.ts";
import { access, Code, renderLiteral } from "./render-literal.ts";
import { componentName } from "./shared-parameters.ts";

/** Something said of parameters, where what is said of shared ones is written once. */
export interface Shared {
  /** The constant that holds what is said of the shared ones; empty where there are none. */
  readonly declaration: string;
  /** What is said of a parameter: a reference into the constant, or the thing itself. */
  readonly of: (parameter: Parameter) => unknown;
}

export function share(
  constant: string,
  parameters: ReadonlyMap<string, Parameter>,
  say: (parameter: Parameter) => unknown,
): Shared {
  const said = new Map([...parameters].map(([name, parameter]) => [name, say(parameter)]));
  const entries = [...said].filter(([, value]) => value !== undefined);
  return {
    declaration:
      entries.length === 0
        ? ""
        : `\n/** What several operations share. */\nconst ${constant} = ${renderLiteral(Object.fromEntries(entries))} as const;\n`,
    of: (parameter) => {
      const name = componentName(parameter);
      return name === undefined || said.get(name) === undefined
        ? say(parameter)
        : new Code(constant + access(name));
    },
  };
}
