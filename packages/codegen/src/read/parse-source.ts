import { LineCounter, parseDocument } from "yaml";

/** A syntax error and where it is; line and column are counted from 1. */
export interface SyntaxFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** What a text holds, or the syntax errors in it. */
export type Parsed =
  | { readonly value: unknown; readonly faults?: never }
  | { readonly faults: readonly SyntaxFault[] };

/** `<<` merges, as many hand-written specs use it. */
export const yamlOptions = { merge: true } as const;

/** Parses JSON or YAML, told apart by trying: large specs are JSON, for which `JSON.parse` is fifty times as fast. */
export function parseSource(text: string): Parsed {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const parsed = parseYaml(text);
    const fault = parsed.faults && jsonFault(text, error);
    return fault === undefined ? parsed : { faults: [fault] };
  }
}

function parseYaml(text: string): Parsed {
  const lines = new LineCounter();
  const document = parseDocument(text, { ...yamlOptions, lineCounter: lines, prettyErrors: false });
  const faults = document.errors.map(({ pos, message }) => {
    const { line, col } = lines.linePos(pos[0]);
    return { line, column: col, message };
  });
  if (faults.length > 0) return { faults };
  try {
    return { value: document.toJS() };
  } catch (error) {
    // An alias without its anchor, or more aliases than a sane document has.
    return {
      faults: [{ line: 1, column: 1, message: error instanceof Error ? error.message : String(error) }],
    };
  }
}

/** Where JSON was meant, its parser's complaint says more than YAML's. */
function jsonFault(text: string, error: unknown): SyntaxFault | undefined {
  const [, message, offset] =
    /^(.*?) in JSON at position (\d+)/su.exec(error instanceof Error ? error.message : "") ?? [];
  if (!/^\s*[{[]/.test(text) || message === undefined) return undefined;
  const before = text.slice(0, Number(offset)).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, message };
}
