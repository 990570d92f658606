import { expect, it } from "vitest";
import type { Report } from "./report.ts";
import { updateMarkdown } from "./tables.ts";

const report: Report = {
  machine: { cpu: "Imaginary | 9000", cores: 2, memory: 4 * 2 ** 30, os: "Linux 6.1 x64", node: "v24.0.0" },
  date: "2025-06-01T12:00:00.000Z",
  results: [
    {
      name: "drain",
      work: "many records",
      measures: [
        {
          figure: "time",
          unit: "ms",
          series: [
            { subject: "by hand", values: [100, 100] },
            { subject: "by hand, again", values: [101, 101] },
            { subject: "usagewire", values: [104, 104] },
          ],
          comparisons: [
            { subject: "by hand, again", base: "by hand", noiseFloor: true },
            { subject: "usagewire", base: "by hand", target: { atMost: 1.05 } },
          ],
        },
      ],
    },
  ],
};

const page = `# Ours

Prose before.
<!-- bench:machine -->
old
<!-- /bench:machine -->
Prose between.
<!-- bench:results --><!-- /bench:results -->
Prose after.
`;

it("replaces only the text between the markers", () => {
  expect(updateMarkdown(page, report)).toBe(`# Ours

Prose before.
<!-- bench:machine -->

| processor | cores | memory | system | Node | date |
| --- | --- | --- | --- | --- | --- |
| Imaginary \\| 9000 | 2 | 4.0 GiB | Linux 6.1 x64 | v24.0.0 | 2025-06-01 |

<!-- /bench:machine -->
Prose between.
<!-- bench:results -->

### drain

many records.

| figure | subject | median | base | base median | ratio | target | reached |
| --- | --- | --- | --- | --- | --- | --- | --- |
| time | by hand, again | 101 ms | by hand | 100 ms | 1.010 \\* | noise floor |  |
| time | usagewire | 104 ms | by hand | 100 ms | 1.040 \\* | ≤ 1.05 | yes |

\\* measured in fewer than 15 rounds

<!-- /bench:results -->
Prose after.
`);
});

it("produces the same page when run again", () => {
  const once = updateMarkdown(page, report);
  expect(updateMarkdown(once, report)).toBe(once);
});

it("throws if a marker is missing", () => {
  expect(() => updateMarkdown("# Ours\n", report)).toThrow("the page needs <!-- bench:machine -->");
  const halfOpen = page.replace("<!-- /bench:results -->", "");
  expect(() => updateMarkdown(halfOpen, report)).toThrow("<!-- /bench:results -->");
});
