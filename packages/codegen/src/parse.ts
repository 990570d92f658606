import { formatPointer, isPointer, parsePointer } from "@usagewire/pagination/internal";
import {
  type CST,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  Parser,
  parseDocument,
} from "yaml";

/** A position in a text; both counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface SyntaxFault extends Position {
  readonly message: string;
}

/** What a text contains, or the syntax errors in it. */
export type ParseResult =
  | { readonly value: unknown; readonly faults?: never }
  | { readonly faults: readonly SyntaxFault[] };

/** With `<<` merge keys, which many hand-written specs use. */
const yamlOptions = { merge: true } as const;

/** Far more than documents have, and few enough that no function that calls itself for each level fails. */
const maxDepth = 250;

const tooDeep = `nested more than ${maxDepth} levels deep; check for a YAML alias that refers to what contains it`;

/** Parses JSON or YAML. JSON comes first: large specs are JSON, for which `JSON.parse` is fifty times as fast. */
export function parseText(text: string): ParseResult {
  const deepBracket = findDeepBracket(text);
  if (deepBracket !== undefined) return { faults: [{ ...positionIn(text, deepBracket), message: tooDeep }] };
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const parsed = parseYaml(text);
    const fault = parsed.faults && jsonFault(text, error);
    return fault === undefined ? parsed : { faults: [fault] };
  }
}

const tokens = /"(?:[^"\\]|\\.)*"|[[{\]}]/gsu;

/** The offset of the first bracket below the allowed depth, in a text that looks like JSON. */
function findDeepBracket(text: string): number | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined;
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(tokens)) {
    if (token === "{" || token === "[") depth += 1;
    else if (token === "}" || token === "]") depth -= 1;
    if (depth > maxDepth) return index;
  }
  return undefined;
}

function positionIn(text: string, offset: number): Position {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** The keys that lead to the first value below the allowed depth. */
function deepPath(value: unknown, path: readonly string[]): readonly string[] | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (path.length === maxDepth) return path;
  for (const [key, below] of Object.entries(value)) {
    const found = deepPath(below, [...path, key]);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * The offset of the first collection below the allowed depth. The YAML parser would call itself for each level, and try again
 * at each when the stack overflows, which takes forever; its first stage, which this reads, does not.
 */
function findDeepCollection(text: string, onNewLine: (offset: number) => void): number | undefined {
  const open: [token: CST.Token, depth: number][] = [];
  for (const token of new Parser(onNewLine).parse(text)) open.push([token, 0]);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [token, depth] = next;
    if (token.type === "document" && token.value !== undefined) open.push([token.value, 0]);
    if (!("items" in token)) continue;
    if (depth === maxDepth) return token.offset;
    for (const { key, value } of token.items) {
      for (const below of [key, value]) if (below) open.push([below, depth + 1]);
    }
  }
  return undefined;
}

function parseYaml(text: string): ParseResult {
  const lines = new LineCounter();
  const deep = findDeepCollection(text, lines.addNewLine);
  if (deep !== undefined) return { faults: [{ ...positionAt(lines, deep), message: tooDeep }] };
  const document = parseDocument(text, { ...yamlOptions, prettyErrors: false });
  const faults = document.errors.map(({ pos, message }) => ({ ...positionAt(lines, pos[0]), message }));
  if (faults.length > 0) return { faults };
  try {
    const value: unknown = document.toJS();
    const path = deepPath(value, []);
    if (path === undefined) return { value };
    return { faults: [{ ...locator(text)(formatPointer(path)), message: tooDeep }] };
  } catch (error) {
    // An alias without an anchor, or too many aliases.
    return {
      faults: [{ line: 1, column: 1, message: error instanceof Error ? error.message : String(error) }],
    };
  }
}

/** For a text that looks like JSON, the message of `JSON.parse` is more helpful than that of the YAML parser. */
function jsonFault(text: string, error: unknown): SyntaxFault | undefined {
  const [, message, offset] =
    /^(.*?) in JSON at position (\d+)/su.exec(error instanceof Error ? error.message : "") ?? [];
  if (!/^\s*[{[]/.test(text) || message === undefined) return undefined;
  return { ...positionIn(text, Number(offset)), message };
}

/**
 * Finds positions in a JSON or YAML text by JSON Pointer: the key of a member, the start of an element; for a missing
 * path, the last part that exists. Parses the text again, since positions are needed only for error messages.
 */
export function locator(text: string): (pointer: string) => Position {
  const lines = new LineCounter();
  const document = parseDocument(text, { ...yamlOptions, lineCounter: lines });
  return (pointer) => {
    let node: unknown = document.contents;
    let offset = document.contents?.range?.[0] ?? 0;
    for (const token of isPointer(pointer) ? parsePointer(pointer) : []) {
      const found = step(isAlias(node) ? node.resolve(document) : node, token);
      if (found === undefined) break;
      node = found.node;
      offset = found.offset ?? offset;
    }
    return positionAt(lines, offset);
  };
}

function step(node: unknown, token: string): { node: unknown; offset: number | undefined } | undefined {
  if (isSeq(node)) {
    // The items of a sequence that was parsed are nodes; its type allows any value.
    const item = node.items[Number(token)] as Node | undefined;
    return item && { node: item, offset: item.range?.[0] };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === token);
  return pair && { node: pair.value, offset: isScalar(pair.key) ? pair.key.range?.[0] : undefined };
}

function positionAt(lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}
