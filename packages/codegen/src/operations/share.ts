import type { Parameter } from "../document/operations.ts";
import { Code, renderLiteral } from "./render-literal.ts";
import { componentName } from "./shared-parameters.ts";

/** Something said of parameters, where what is said of shared ones is written once. */
export interface Shared {
  /** The constants that hold what is said of the shared ones; empty where there are none. */
  readonly declarations: string;
  /** What is said of a parameter: the name of a constant, or the thing itself. */
  readonly of: (parameter: Parameter) => unknown;
}

/**
 * A constant for each shared parameter, and not one object of them all: bundlers take a property access for something that
 * may have an effect, and would keep whatever refers to it in every program.
 *
 * @param suffix ends the constants' names.
 */
export function share(
  suffix: string,
  parameters: ReadonlyMap<string, Parameter>,
  say: (parameter: Parameter) => unknown,
): Shared {
  const said = new Map([...parameters].map(([name, parameter]) => [name, say(parameter)]));
  const entries = [...said].filter(([, value]) => value !== undefined);
  const constants = new Map<string, Code>();
  for (const [name] of entries) constants.set(name, new Code(constantName(name, suffix, constants)));
  const lines = entries.map(([name, value]) => {
    const start = `const ${constants.get(name)?.text} = `;
    return `${start}${renderLiteral(value, "", start.length + " as const;".length)} as const;\n`;
  });
  return {
    declarations: lines.length === 0 ? "" : `\n// What several operations share.\n${lines.join("")}`,
    of: (parameter) => constants.get(componentName(parameter) ?? "") ?? say(parameter),
  };
}

/** `page-size` becomes `page_sizeParameter`, and another name that would become the same, `page_sizeParameter2`. */
function constantName(name: string, suffix: string, taken: ReadonlyMap<string, Code>): string {
  const identifier = name.replace(/^(?=\d)|[^\w$]/g, "_") + suffix;
  const used = new Set([...taken.values()].map(({ text }) => text));
  let unique = identifier;
  for (let count = 2; used.has(unique); count += 1) unique = `${identifier}${count}`;
  return unique;
}
