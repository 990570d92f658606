import { formatPointer, parsePointer } from "./json-pointer.ts";

/** Keeps the text of a number: the object or array that holds it, its key there, and the text. */
type Keep = (holder: object, key: string, source: string) => void;

/**
 * Parses JSON and delivers some numbers as the text that was sent: JavaScript's numbers have about 16 digits, and forget
 * how a number was written (`1.10`). Used by the code that `@usagewire/codegen` generates from specs with such numbers.
 *
 * @param text The JSON text.
 * @param pointers Where these numbers are: JSON Pointers, in which `*` stands for every element or member.
 * @throws SyntaxError if the text is not JSON.
 *
 * @example
 * ```ts
 * import { parseExact } from "@usagewire/client";
 *
 * console.log(parseExact('{"total": 1.10}', ["/total"])); // { total: "1.10" }
 * ```
 */
export function parseExact(text: string, pointers: readonly string[]): unknown {
  const sources = new Map<object, Map<string, string>>();
  const keep: Keep = (holder, key, source) => {
    const kept = sources.get(holder);
    if (kept === undefined) sources.set(holder, new Map([[key, source]]));
    else kept.set(key, source);
  };
  const paths = pointers.map((pointer) => ["", ...parsePointer(pointer)]);
  const lastKeys = new Set(paths.map((path) => path.at(-1)));
  const isWanted = (key: string) => lastKeys.has(key) || lastKeys.has("*");
  const root = hasSourceText() ? parseWithReviver(text, isWanted, keep) : parseWithScanner(text, keep);
  for (const path of paths) replaceNumbers(root, path, sources);
  return Object.values(root)[0];
}

/** A function that replaces each value that `JSON.parse` has parsed. Newer engines tell it the text of a number. */
type Reviver = (this: object, key: string, value: unknown, context?: { source?: string }) => unknown;

// Older libraries of TypeScript do not know the context.
const parseJson = (text: string, reviver: Reviver): unknown => JSON.parse(text, reviver as () => unknown);

let sourceText: boolean | undefined;

/** Whether the engine has JSON source text access: Node.js 22, Chrome 114, Firefox 135, Safari 18.4. */
function hasSourceText(): boolean {
  if (sourceText === undefined) {
    parseJson("1", (_, value, context) => {
      sourceText = context?.source === "1";
      return value;
    });
  }
  return sourceText === true;
}

/** @returns An object with the parsed value as its only member, so that the value itself may be a number, too. */
function parseWithReviver(text: string, isWanted: (key: string) => boolean, keep: Keep): object {
  let root: object = {};
  parseJson(text, function (key, value, context) {
    if (typeof value === "number" && context?.source !== undefined && isWanted(key)) {
      keep(this, key, context.source);
    }
    root = this;
    return value;
  });
  return root;
}

/** The same without help of the engine: reads the text once more, which `JSON.parse` has found valid. */
function parseWithScanner(text: string, keep: Keep): object {
  JSON.parse(text);
  const root: Record<string, unknown> = {};
  const open: object[] = [root];
  let holder: object = root;
  let key = "";
  let isKey = false;
  const put = (value: unknown) => {
    if (Array.isArray(holder)) key = String(holder.length);
    // An assignment to `__proto__` would set the prototype.
    Object.defineProperty(holder, key, { value, enumerable: true, writable: true, configurable: true });
  };
  const literal = /[^\s,\]}]+/y;
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? "";
    if (char === '"') {
      const end = endOfString(text, at);
      const value: string = JSON.parse(text.slice(at, end + 1));
      if (isKey) key = value;
      else put(value);
      at = end;
    } else if (char === "{" || char === "[") {
      const value = char === "[" ? [] : {};
      put(value);
      open.push(value);
      holder = value;
      isKey = char === "{";
    } else if (char === "}" || char === "]") {
      open.pop();
      holder = open.at(-1) ?? root;
    } else if (char === ",") {
      isKey = !Array.isArray(holder);
    } else if (char === ":") {
      isKey = false;
    } else if (!/\s/.test(char)) {
      literal.lastIndex = at;
      const [source = ""] = literal.exec(text) ?? [];
      const value: unknown = JSON.parse(source);
      put(value);
      if (typeof value === "number") keep(holder, key, source);
      at += source.length - 1;
    }
  }
  return root;
}

/** The index of the quotation mark that ends a string of JSON; the length of the text if there is none. */
export function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text[end - 1 - backslashes] === "\\") backslashes++;
    if (backslashes % 2 === 0) return end;
  }
  return text.length;
}

/** Replaces the numbers at a path by their text. */
function replaceNumbers(
  root: object,
  path: readonly string[],
  sources: ReadonlyMap<object, ReadonlyMap<string, string>>,
): void {
  let holders = [root];
  for (const token of path.slice(0, -1)) {
    holders = holders.flatMap((holder) =>
      membersAt(holder, token).filter((value) => typeof value === "object" && value !== null),
    ) as object[]; // what the filter leaves
  }
  const last = path.at(-1) ?? "";
  for (const holder of holders) {
    for (const [key, source] of sources.get(holder) ?? []) {
      // Of a key that occurs twice, the last value counts, which may not be a number.
      const isNumber = typeof Reflect.get(holder, key) === "number";
      if (isNumber && (last === "*" || last === key)) Reflect.set(holder, key, source);
    }
  }
}

const membersAt = (holder: object, token: string): unknown[] => {
  if (token === "*") return Object.values(holder);
  return Object.hasOwn(holder, token) ? [Reflect.get(holder, token)] : [];
};

/**
 * Whether a JSON Schema is of numbers that are delivered as text: with the format `decimal`, or integers that may be beyond
 * 2^53, as their `maximum` or `minimum` says.
 */
export function isExactNumber(schema: unknown): boolean {
  if (typeof schema !== "object" || schema === null || "enum" in schema || "const" in schema) return false;
  const { type, format, maximum, minimum }: Readonly<Record<string, unknown>> = { ...schema };
  const types: unknown[] = [type].flat();
  const isBeyond = (limit: unknown) => typeof limit === "number" && Math.abs(limit) > Number.MAX_SAFE_INTEGER;
  const isInteger = types.includes("integer");
  return (
    (isInteger || types.includes("number")) &&
    types.every((each) => ["number", "integer", "string", "null"].includes(String(each))) &&
    (format === "decimal" || (isInteger && (isBeyond(maximum) || isBeyond(minimum))))
  );
}

/** How to read the schemas of a document, whatever represents them. */
export interface SchemaReader<Node> {
  /** A schema and those that it is composed of, with `$ref`s resolved. */
  readonly parts: (node: Node) => readonly Node[];
  /** The schema itself: the same object for the same schema. */
  readonly schemaOf: (part: Node) => unknown;
  /** The schemas of the members and elements of its values, with their key, or `*` for any key. */
  readonly below: (part: Node) => readonly (readonly [token: string, node: Node])[];
}

/** Steps after which the search for exact numbers ends: schemas that contain each other have more paths than atoms exist. */
const maxSteps = 2000;

/**
 * Where the values of a schema have exact numbers, as pointers for {@link parseExact}. `recursive` are schemas below which
 * there are more of them at any depth, which no pointer can say.
 */
export function exactNumbersIn<Node>(
  start: Node,
  { parts, schemaOf, below }: SchemaReader<Node>,
): { pointers: string[]; recursive: Node[] } {
  // Most of a large document leads to no such number, and is not searched again on every path to it.
  const known = new Map<unknown, boolean>();
  const leadsToNumber = (part: Node): boolean => {
    const before = known.get(schemaOf(part));
    if (before !== undefined) return before;
    const seen = new Set<unknown>();
    const queue = [part];
    for (const next of queue) {
      const schema = schemaOf(next);
      if (isExactNumber(schema) || known.get(schema) === true) {
        known.set(schemaOf(part), true);
        return true;
      }
      if (seen.has(schema)) continue;
      seen.add(schema);
      for (const [, child] of below(next)) queue.push(...parts(child));
    }
    for (const schema of seen) known.set(schema, false);
    return false;
  };
  const pointers = new Set<string>();
  const recursive = new Map<unknown, Node>();
  let level = [{ node: start, path: [] as string[], above: new Set<unknown>() }];
  let steps = 0;
  while (level.length > 0 && steps <= maxSteps) {
    const next: typeof level = [];
    for (const { node, path, above } of level) {
      for (const part of parts(node).filter(leadsToNumber)) {
        const schema = schemaOf(part);
        steps++;
        if (isExactNumber(schema)) pointers.add(formatPointer(path));
        else if (above.has(schema) || steps > maxSteps) recursive.set(schema, part);
        else {
          const inside = new Set(above).add(schema);
          for (const [token, child] of below(part)) {
            next.push({ node: child, path: [...path, token], above: inside });
          }
        }
      }
      if (steps > maxSteps) break;
    }
    level = next;
  }
  return { pointers: [...pointers], recursive: [...recursive.values()] };
}
