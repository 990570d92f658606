import { type Har, record } from "@usagewire/replay";

const thing = (id: number) => ({
  id,
  name: `thing ${id}`,
  price: "0.10",
  made: { town: "Aarhus" },
  tags: { a: "b" },
});

/** The tiny API: five things on three pages, none of kind `none`, and an error for kind `bad`. */
function respond(request: Request): Response {
  const url = new URL(request.url);
  const { pathname, searchParams } = url;
  if (searchParams.get("kind") === "bad") return Response.json({ error: "bad_kind" }, { status: 400 });
  if (pathname !== "/v2/things") return Response.json(thing(7), { headers: { "X-Left": "3" } });
  if (searchParams.get("kind") === "none") return Response.json({ things: [], next: null, self: pathname });
  const start = Number(searchParams.get("after") ?? 0);
  const things = [0, 1, 2, 3, 4].slice(start, start + 2).map(thing);
  return Response.json({ things, next: start + 2 < 5 ? String(start + 2) : null, self: pathname });
}

/** A recording of all operations of the tiny API. */
export async function tinyHar(): Promise<Har> {
  const recording = record(async (request) => respond(request), {
    comment: "emulated: in memory",
    now: () => 0,
  });
  const get = (target: string) =>
    recording(`https://api.example.com/v2${target}`, { headers: { authorization: "Bearer t0p-secret" } });
  await get("/things/7");
  recording.page("all of two kinds");
  for (const page of ["", "&after=2", "&after=4"])
    await get(`/things?size=2&deep=true&kind[]=x&kind[]=y${page}`);
  recording.page("a kind without things");
  await get("/things?size=2&kind=none");
  recording.page("an unknown kind");
  await get("/things?size=2&kind=bad");
  return recording.har();
}
