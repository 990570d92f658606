import type { Parameter } from "../document/operations.ts";
import { isRecord } from "../document/place.ts";
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
 * What is an object gets a type of its own name: declarations refer to that, where they would write out a constant's type
 * once for each operation.
 *
 * @param suffix ends the constants' names.
 */
export function share(
  suffix: string,
  parameters: ReadonlyMap<string, Parameter>,
  say: (parameter: Parameter) => unknown,
): Shared {
  const declarations: string[] = [];
  const names = new Set<string>();
  const references = new Map<string, Code>();
  for (const [name, parameter] of parameters) {
    const value = say(parameter);
    if (value === undefined) continue;
    const constant = constantName(name, suffix, names);
    names.add(constant);
    declarations.push(declare(constant, value));
    references.set(name, new Code(isRecord(value) ? `${constant} as ${constant}` : constant));
  }
  return {
    declarations:
      declarations.length === 0 ? "" : `\n// What several operations share.\n${declarations.join("")}`,
    of: (parameter) => references.get(componentName(parameter) ?? "") ?? say(parameter),
  };
}

function declare(constant: string, value: unknown): string {
  const start = `const ${constant} = `;
  const declaration = `${start}${renderLiteral(value, "", start.length + " as const;".length)} as const;\n`;
  return isRecord(value)
    ? `${declaration}interface ${constant} extends Readonly<typeof ${constant}> {}\n`
    : declaration;
}

/** `page-size` becomes `page_sizeParameter`, and another name that would become the same, `page_sizeParameter2`. */
function constantName(name: string, suffix: string, taken: ReadonlySet<string>): string {
  const identifier = name.replace(/^(?=\d)|[^\w$]/g, "_") + suffix;
  let unique = identifier;
  for (let count = 2; taken.has(unique); count += 1) unique = `${identifier}${count}`;
  return unique;
}
