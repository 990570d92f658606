/** @throws TypeError when one of the options is there and no function: it would fail in the middle of a call. */
export function checkFunctions(options: Readonly<Record<string, unknown>>): void {
  for (const [name, option] of Object.entries(options)) {
    if (option === undefined || typeof option === "function") continue;
    throw new TypeError(`option ${name} is of type ${typeof option}; give a function`);
  }
}
