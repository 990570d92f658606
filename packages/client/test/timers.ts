/** Timers of this process that keep it alive. */
export const timers = (): number =>
  process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;
