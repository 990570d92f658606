/** Returns a 32-bit hash of a text (FNV-1a). Every generated value starts from one. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return mix(hash);
}

/** Returns an evenly distributed 32-bit number for a seed and an index, independent of the order of calls. */
export function hashNumber(seed: number, index: number): number {
  return mix(seed ^ mix(index + 0x9e3779b9) ^ mix(Math.floor(index / 0x1_0000_0000) + 0x85ebca6b));
}

/** Returns `length` hexadecimal digits for a seed and an index. */
export function hashHex(seed: number, index: number, length: number): string {
  let digits = "";
  for (let block = 0; digits.length < length; block += 1) {
    digits += hashNumber(seed + block, index)
      .toString(16)
      .padStart(8, "0");
  }
  return digits.slice(0, length);
}

function mix(value: number): number {
  let mixed = value | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
