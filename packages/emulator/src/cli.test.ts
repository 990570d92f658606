import { expect, test } from "vitest";
import { run } from "./cli.ts";

/** Runs the command, calls `during` with its output, and then interrupts it. */
async function command(argv: readonly string[], during: (printed: string) => Promise<void> = async () => {}) {
  const out = { stdout: "", stderr: "" };
  let interrupt = () => {};
  const interrupted = new Promise<void>((resolve) => {
    interrupt = resolve;
  });
  let running = Promise.resolve();
  const code = await run(argv, {
    stdout: (text) => {
      out.stdout += text;
      running = during(text).finally(interrupt);
    },
    stderr: (text) => {
      out.stderr += text;
    },
    interrupted,
  });
  await running;
  return { code, ...out };
}

const urlOf = (printed: string, name: string) => new RegExp(`# ${name} +(http\\S+)`).exec(printed)?.[1] ?? "";
const variableOf = (printed: string, name: string) =>
  new RegExp(`^${name}=(.+)$`, "m").exec(printed)?.[1] ?? "";

test("serves the printed URLs until it is interrupted", async () => {
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

test("uses the given seed, size, authentication scheme and clock", async () => {
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

test("makes the given share of responses fail", async () => {
  await command(["--faults", "0.5"], async (printed) => {
    const url = `${urlOf(printed, "Onomondo")}/usage?limit=1`;
    const headers = { authorization: variableOf(printed, "ONOMONDO_API_KEY") };
    let succeeded = 0;
    for (let request = 0; request < 200; request += 1) {
      succeeded += await fetch(url, { headers }).then(
        (response) =>
          response.json().then(
            () => (response.ok ? 1 : 0),
            () => 0,
          ),
        () => 0,
      );
    }
    expect(succeeded).toBeGreaterThan(70);
    expect(succeeded).toBeLessThan(130);
  });
});

test.each([
  [["--faults", "2"], '--faults must be a number from 0 to 1; got "2".'],
  [["--onomondo-sims", "none"], '--onomondo-sims must be an integer from 1 to 1000000000; got "none".'],
  [["--supersim-sims", "1.5"], '--supersim-sims must be an integer from 1 to 1000000000; got "1.5".'],
  [["--usage-port", "70000"], '--usage-port must be an integer from 0 to 65535; got "70000".'],
  [["--latency", ""], '--latency must be a number from 0 to 600000; got "".'],
  [["--onomondo-auth", "basic"], '--onomondo-auth must be raw, bearer or both; got "basic".'],
  [["--now", "today"], '--now must be a time such as 2025-06-15T12:00:00Z; got "today".'],
  [["--port", "1"], "--port"],
])("rejects %j and says what is accepted", async (argv, message) => {
  const { code, stdout, stderr } = await command(argv);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(message);
  expect(stderr).toContain("usagewire-emulator [options]");
});

test("says that a port is taken, and what to do", async () => {
  await command([], async (printed) => {
    const { port } = new URL(urlOf(printed, "Onomondo"));
    const { code, stderr } = await command(["--usage-port", port]);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^Cannot start the emulator: .*EADDRINUSE.*Choose another port, or omit the option/,
    );
  });
});

test("prints help with every option", async () => {
  const { code, stdout } = await command(["--help"]);
  expect(code).toBe(0);
  expect(stdout).toMatchInlineSnapshot(`
    "Usage: usagewire-emulator [options]

    Serves emulated usage APIs of Twilio and Onomondo on 127.0.0.1 until you press Ctrl+C.
    Prints their URLs and credentials in the format of an environment file.

    Options:
      --seed TEXT              seed of the generated data (default: usagewire)
      --now TIME               time that the providers see, ISO 8601 (default: now)
      --supersim-port PORT     port of Twilio Super SIM (default: any free port)
      --usage-port PORT        port of Twilio usage records (default: any free port)
      --onomondo-port PORT     port of Onomondo (default: any free port)
      --supersim-sims COUNT    number of Super SIMs (default: 48)
      --onomondo-sims COUNT    number of Onomondo SIMs (default: 8)
      --onomondo-auth SCHEME   how the Onomondo key must be sent: raw, bearer or both (default: raw)
      --latency MS             delay of each response in milliseconds (default: 0)
      --faults SHARE           share of responses that fail at random, 0 to 1 (default: 0)
      --help                   print this help
    "
  `);
});
