// Browsers: the suite in a page of headless Chromium.
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { text } from "node:stream/consumers";
import { partOf } from "../helpers/parts.ts";
import { published } from "../helpers/workspace.ts";
import type { ChromiumEnvironment } from "./matrix.ts";
import { bundle, type Context, importPackages, writeSuite } from "./program.ts";
import type { Outcome, Target } from "./suite.ts";

export async function runInChromium(environment: ChromiumEnvironment, context: Context): Promise<Outcome[]> {
  const { target } = context;
  let receive: (report: Report) => void = () => {};
  const report = new Promise<Report>((resolve) => {
    receive = resolve;
  });
  const server = createServer((incoming, response) => {
    respond(incoming, response).catch((error) => response.writeHead(500).end(String(error)));
  });
  const respond = async (incoming: IncomingMessage, response: ServerResponse) => {
    const [, first = "", ...rest] = (incoming.url ?? "").split("/");
    if (first === "") {
      response.setHeader("Content-Type", "text/html").end(await createPage(environment, context, pageTarget));
    } else if (first === "report") {
      receive(JSON.parse(await text(incoming)));
      response.end();
    } else if (first === "files") {
      response.setHeader("Content-Type", "text/javascript");
      response.end(await readFile(join(context.folder, ...rest)));
    } else if (first === "supersim" || first === "usage" || first === "onomondo") {
      forward(incoming, response, `${target[first]}/${rest.join("/")}`);
    } else {
      response.writeHead(404).end();
    }
  };
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // a server on a port has an address
  const pageTarget: Target =
    environment.origin === "cross"
      ? target
      : {
          ...target,
          supersim: `${origin}/supersim`,
          usage: `${origin}/usage`,
          onomondo: `${origin}/onomondo`,
        };

  const profile = await mkdtemp(join(tmpdir(), "usagewire-chromium-"));
  const browser = spawn(
    partOf("chromium"),
    [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      `--user-data-dir=${profile}`,
      origin,
    ],
    { stdio: "ignore" },
  );
  const ended = new Promise<void>((resolve) => browser.once("exit", () => resolve()));
  try {
    const crashed = ended.then(() => Promise.reject(new Error("Chromium ended before the suite did")));
    const { outcomes, error } = await Promise.race([report, crashed]);
    if (outcomes === undefined) throw new Error(error);
    return outcomes;
  } finally {
    browser.kill("SIGKILL");
    await ended;
    server.closeAllConnections();
    server.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Passes a request on to an emulator, which then has the page's origin. */
function forward(incoming: IncomingMessage, response: ServerResponse, url: string): void {
  const { method, headers } = incoming;
  const upstream = request(url, { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  upstream.on("error", () => response.destroy());
  response.on("close", () => upstream.destroy());
  incoming.pipe(upstream);
}

async function createPage({ load }: ChromiumEnvironment, context: Context, target: Target): Promise<string> {
  const program = `${importPackages}
await fetch(new URL("/report", location.origin), {
  method: "POST",
  body: JSON.stringify({ outcomes: await runCases(packages, ${JSON.stringify(target)}) }),
});`;
  if (load === "import-map") {
    const suite = await writeSuite(context, "esm");
    const map = `<script type="importmap">${JSON.stringify({ imports: importMap() })}</script>`;
    const source = `import { runCases } from "/files/${suite}";\n${program}`;
    return `${pageStart}${map}<script type="module">${source}</script>`;
  }
  const source = `import { runCases } from "${join(import.meta.dirname, "suite.ts")}";\n${program}`;
  const file = `/files/${basename(await bundle(context, `browser-${load}`, source))}`;
  return load === "worker"
    ? `${pageStart}<script>new Worker("${file}", { type: "module" }).onerror = fail;</script>`
    : `${pageStart}<script type="module" src="${file}"></script>`;
}

/** What a page sends when it is done, or cannot go on. */
interface Report {
  readonly outcomes?: Outcome[];
  readonly error?: string;
}

const pageStart = `<!doctype html><script>
const fail = ({ message, reason }) =>
  fetch("/report", { method: "POST", body: JSON.stringify({ error: String(message ?? reason) }) });
addEventListener("error", fail);
addEventListener("unhandledrejection", fail);
</script>`;

/** The files of the packages by the names under which they are imported. */
function importMap(): Record<string, string> {
  const entries = published.flatMap(({ manifest }) =>
    Object.entries(manifest.exports ?? {}).flatMap(([path, target]) => {
      const file = (target as { import?: { default?: string } }).import?.default; // as our manifests write it
      if (file === undefined) return [];
      const name = manifest.name + path.slice(1);
      return [[name, `/files/node_modules/${join(manifest.name, file)}`]];
    }),
  );
  return Object.fromEntries(entries);
}
