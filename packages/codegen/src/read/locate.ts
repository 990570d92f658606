import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { tokens } from "../document/json-pointer.ts";
import { yamlOptions } from "./parse-source.ts";

/** A line and a column, both counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Finds the places of a text, JSON or YAML: of a member its key, of an element its beginning. Where a pointer goes on
 * past what is there, the last step that is. Parses the text anew: positions are wanted only when something is wrong.
 */
export function locator(text: string): (pointer: string) => Position {
  const lines = new LineCounter();
  const document = parseDocument(text, { ...yamlOptions, lineCounter: lines });
  return (pointer) => {
    let node: unknown = document.contents;
    let offset = document.contents?.range?.[0] ?? 0;
    for (const token of tokens(pointer)) {
      const found = step(isAlias(node) ? node.resolve(document) : node, token);
      if (found === undefined) break;
      node = found.node;
      offset = found.offset ?? offset;
    }
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
}

function step(node: unknown, token: string): { node: unknown; offset: number | undefined } | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(token)] as Node | undefined;
    return item && { node: item, offset: item.range?.[0] };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === token);
  return pair && { node: pair.value, offset: isScalar(pair.key) ? pair.key.range?.[0] : undefined };
}
