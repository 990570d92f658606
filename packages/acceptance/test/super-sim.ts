import { bundleProgram } from "@usagewire/testing/footprint";

/** Bundles a program of a user of Super SIM, whose client is `supersim`. */
export const superSim = (entry: string, statement: string) =>
  bundleProgram(
    `import { createTwilioSuperSim } from "${entry}"; const supersim = createTwilioSuperSim(); ${statement}`,
    { resolveDir: import.meta.dirname },
  );

export const walk = `for await (const record of supersim.paginate("/v1/UsageRecords")) console.log(record);`;
