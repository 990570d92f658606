// Cloudflare Workers: the suite in workerd, one case a request.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { createInterface } from "node:readline";
import { partOf } from "../helpers/parts.ts";
import type { WorkerdEnvironment } from "./matrix.ts";
import { bundle, type Context, importPackages } from "./program.ts";
import { caseNames, type Outcome } from "./suite.ts";

/** How often each case is requested of a worker whose clients are shared, all at the same time. */
const copies = 5;

export async function runInWorkerd({ clients }: WorkerdEnvironment, context: Context): Promise<Outcome[]> {
  const { url, stop } = await startWorkerd(clients, context);
  try {
    if (clients === "request") {
      const outcomes: Outcome[] = [];
      for (const name of caseNames) outcomes.push(await requestCase(url, name));
      return outcomes;
    }
    // Twice, because a request that was cancelled may have left something behind for those that follow.
    const waves = [await requestAll(url), await requestAll(url)];
    return caseNames.map((name) => {
      const outcomes = waves.flat().filter((outcome) => outcome.name === name);
      return outcomes.find(({ error }) => error !== undefined) ?? { name };
    });
  } finally {
    stop();
  }
}

const requestAll = (url: string): Promise<Outcome[]> =>
  Promise.all(Array.from({ length: copies }, () => caseNames.map((name) => requestCase(url, name))).flat());

async function requestCase(url: string, name: string): Promise<Outcome> {
  const response = await fetch(`${url}/?${new URLSearchParams({ name })}`);
  const text = await response.text();
  // workerd itself responds if it gave up on the request.
  return response.ok ? JSON.parse(text) : { name, error: `status ${response.status}: ${text}` };
}

async function startWorkerd(clients: WorkerdEnvironment["clients"], context: Context) {
  const worker = await bundle(
    context,
    `worker-${clients}`,
    `import { createClients, runCase } from "${join(import.meta.dirname, "suite.ts")}";
${importPackages}
const target = ${JSON.stringify(context.target)};
${clients === "module" ? "const clients = createClients(packages, target);" : ""}
export default {
  async fetch(request) {
    const name = new URL(request.url).searchParams.get("name");
    ${clients === "request" ? "const clients = createClients(packages, target);" : ""}
    return Response.json(await runCase(name, packages, target, clients));
  },
};`,
    ["workerd", "worker", "module"],
  );
  const config = join(context.folder, "workerd.capnp");
  await writeFile(
    config,
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [(name = "worker", esModule = embed "${basename(worker)}")],
      compatibilityDate = "2026-11-01",
    )),
    (name = "internet", network = (allow = ["public", "private"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);`,
  );
  const program = join(partOf("workerd"), "../.bin/workerd");
  const child = spawn(program, ["serve", config, "--control-fd=3"], {
    stdio: ["ignore", "inherit", "inherit", "pipe"],
  });
  const control = child.stdio[3] as NodeJS.ReadableStream; // the pipe of --control-fd
  for await (const line of createInterface(control)) {
    const event = JSON.parse(line);
    if (event.event === "listen") return { url: `http://127.0.0.1:${event.port}`, stop: () => child.kill() };
  }
  const [code] = await once(child, "exit");
  throw new Error(`workerd ended with code ${code} before it listened`);
}
