import type { Subject } from "../subjects/subject.ts";

/** The work of a module in `subjects/`, by its path in there. */
export async function loadSubject(path: string): Promise<Subject<unknown>> {
  const module = await import(new URL(`../subjects/${path}`, import.meta.url).href);
  return module.run;
}
