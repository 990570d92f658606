/**
 * An environment variable, or `undefined` where it is not set, is empty, or the platform has no environment
 * (browsers, most workers).
 */
export function environment(name: string): string | undefined {
  const host: { process?: { env?: Record<string, string | undefined> } } = globalThis;
  return host.process?.env?.[name] || undefined;
}
