// `pnpm api`: writes the API reports of the built packages.
import { checkApiReport, entries } from "./api-report.ts";

for (const entry of entries) {
  console.log(`${checkApiReport(entry, { update: true }) ? "unchanged" : "updated  "}  ${entry.name}`);
}
