const width = 120;

/** Source text that {@link renderLiteral} inserts as it is. */
export class Code {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/**
 * JSON-like data as TypeScript source: on one line if it fits, or else one member per line. Members that are `undefined` are
 * left out.
 *
 * @param indent the indentation of the line on which the literal starts.
 * @param before the number of characters on that line before the literal, without the indentation.
 */
export function renderLiteral(value: unknown, indent = "", before = 0): string {
  if (value instanceof Code) return value.text;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const deeper = `${indent}  `;
  const members = Array.isArray(value)
    ? value.map((element) => renderLiteral(element, deeper))
    : Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .map(([key, member]) => renderMember(key, member, deeper));
  const [open, close, padding] = Array.isArray(value) ? ["[", "]", ""] : ["{", "}", " "];
  if (members.length === 0) return open + close;
  const line = `${open}${padding}${members.join(", ")}${padding}${close}`;
  if (!line.includes("\n") && indent.length + before + line.length < width) return line;
  const isFlatList = Array.isArray(value) && value.every((element) => typeof element !== "object");
  const lines = isFlatList ? fillLines(members, width - deeper.length) : members;
  return `${open}\n${lines.map((text) => `${deeper}${text},\n`).join("")}${indent}${close}`;
}

function renderMember(key: string, value: unknown, indent: string): string {
  // A plain `__proto__` would set the prototype.
  const name = key === "__proto__" ? '["__proto__"]' : isIdentifier(key) ? key : JSON.stringify(key);
  return `${name}: ${renderLiteral(value, indent, name.length + 2)}`;
}

const isIdentifier = (key: string): boolean => /^[A-Za-z_$][\w$]*$/.test(key);

/** Puts as many members on a line as fit. */
function fillLines(members: readonly string[], room: number): string[] {
  const lines: string[] = [];
  for (const member of members) {
    const last = lines.at(-1);
    const longer = `${last}, ${member}`;
    if (last !== undefined && longer.length < room) lines[lines.length - 1] = longer;
    else lines.push(member);
  }
  return lines;
}
