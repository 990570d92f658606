/** The first page of the list; parameters without a value are left out. */
export function listUrl(
  origin: string,
  parameters: Readonly<Record<string, string | number | undefined>>,
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) query.set(name, String(value));
  }
  return `${origin}/v1/UsageRecords?${query}`;
}
