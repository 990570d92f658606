import { expect, test } from "vitest";
import { run } from "./run.ts";

/** Runs the command; `during` is called with what it printed, and ends it. */
async function command(argv: readonly string[], during: (printed: string) => Promise<void> = async () => {}) {
  const out = { stdout: "", stderr: "" };
  let interrupt = () => {};
  const interrupted = new Promise<void>((resolve) => {
    interrupt = resolve;
  });
  let meanwhile = Promise.resolve();
  const code = await run(argv, {
    stdout: (text) => {
      out.stdout += text;
      meanwhile = during(text).finally(interrupt);
    },
    stderr: (text) => {
      out.stderr += text;
    },
    interrupted,
  });
  await meanwhile;
  return { code, ...out };
}

const urlOf = (printed: string, name: string) => new RegExp(`# ${name} +(http\\S+)`).exec(printed)?.[1] ?? "";
const variableOf = (printed: string, name: string) =>
  new RegExp(`^${name}=(.+)$`, "m").exec(printed)?.[1] ?? "";

test("serves what it prints until it is interrupted", async () => {
  let url = "";
  const { code, stderr } = await command(["--latency", "5"], async (printed) => {
    url = urlOf(printed, "Onomondo");
    const headers = { authorization: variableOf(printed, "ONOMONDO_API_KEY") };
    const sim = /SIM (\d+)/.exec(printed)?.[1];
    const tag = /tag (\S+)/.exec(printed)?.[1];
    for (const path of ["/usage?limit=1", `/usage/${sim}?limit=1`, `/usage/tag-total/${tag}`]) {
      expect((await fetch(url + path, { headers })).status).toBe(200);
    }
    const basic = btoa(
      `${variableOf(printed, "TWILIO_ACCOUNT_SID")}:${variableOf(printed, "TWILIO_AUTH_TOKEN")}`,
    );
    const supersim = `${urlOf(printed, "Twilio Super SIM")}/v1/UsageRecords`;
    expect((await fetch(supersim, { headers: { authorization: `Basic ${basic}` } })).status).toBe(200);
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  await expect(fetch(url)).rejects.toThrow();
});

test("uses the ports, sizes and clock that it is given", async () => {
  const argv = [
    "--onomondo-sims",
    "1",
    "--onomondo-auth",
    "bearer",
    "--now",
    "2025-01-02T00:00:00Z",
    "--seed",
    "x",
  ];
  const { code } = await command(argv, async (printed) => {
    const url = `${urlOf(printed, "Onomondo")}/usage?filter=time:2025`;
    const headers = { authorization: `Bearer ${variableOf(printed, "ONOMONDO_API_KEY")}` };
    const { usage } = await (await fetch(url, { headers })).json();
    expect(usage).toHaveLength(12);
  });
  expect(code).toBe(0);
});

test("makes the share of answers go wrong that it is told to", async () => {
  await command(["--faults", "0.5"], async (printed) => {
    const url = `${urlOf(printed, "Onomondo")}/usage?limit=1`;
    const headers = { authorization: variableOf(printed, "ONOMONDO_API_KEY") };
    let right = 0;
    for (let request = 0; request < 200; request += 1) {
      right += await fetch(url, { headers }).then(
        (response) =>
          response.json().then(
            () => (response.ok ? 1 : 0),
            () => 0,
          ),
        () => 0,
      );
    }
    expect(right).toBeGreaterThan(70);
    expect(right).toBeLessThan(130);
  });
});

test.each([
  [["--faults", "2"], '--faults takes a number from 0 to 1, not "2".'],
  [["--onomondo-sims", "none"], '--onomondo-sims takes a number from 1 to 1000000000, not "none".'],
  [["--onomondo-auth", "basic"], '--onomondo-auth takes raw, bearer or both, not "basic".'],
  [["--now", "today"], '--now takes a time such as 2025-06-15T12:00:00Z, not "today".'],
  [["--port", "1"], "--port"],
])("refuses %j and says what is accepted", async (argv, message) => {
  const { code, stdout, stderr } = await command(argv);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(message);
  expect(stderr).toContain("usagewire-emulator [options]");
});

test("says so when a port is taken", async () => {
  await command([], async (printed) => {
    const { port } = new URL(urlOf(printed, "Onomondo"));
    const { code, stderr } = await command(["--usage-port", port]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^The emulator cannot start: .*EADDRINUSE/);
  });
});

test("explains itself", async () => {
  expect(await command(["--help"])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("--supersim-port"),
  });
});
