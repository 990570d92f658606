import { readFileSync } from "node:fs";

/**
 * The most memory that this process had resident, in bytes. On Linux `maxRSS` begins with that of the process that started
 * this one, so there the kernel's other figure is taken.
 */
export function peakMemory(): number {
  if (process.platform !== "linux") return process.resourceUsage().maxRSS * 1024;
  const [, kibibytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
  return Number(kibibytes) * 1024;
}
