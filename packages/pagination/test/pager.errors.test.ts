import { describe, expect, test } from "vitest";
import { createPager, PaginationError } from "../src/index.ts";
import { linkScheme, NumberList } from "./fake-list.ts";
import { caught, pagerOf } from "./pager-of.ts";

describe("errors", () => {
  test("name the pointer and what was found, and have the cause that the caller makes", async () => {
    class Malformed extends Error {}
    const malformed = (message: string) => new Malformed(message);
    const fetchPage = async () => ({ body: { items: { "0": 1 } } });
    const error = await caught(createPager({ scheme: linkScheme, fetchPage, malformed }).toArray());
    expect(error.message).toBe(
      "page 1: /items in the body is an object, where an array of records was expected",
    );
    expect(error.cause).toBeInstanceOf(Malformed);
  });

  test("say what the body is where it cannot hold the records", async () => {
    const answered = (body: unknown) =>
      createPager({ scheme: linkScheme, fetchPage: async () => ({ body }) });
    expect((await caught(answered([1]).toArray())).message).toBe(
      "page 1: the body is an array, where an object with the records at /items was expected",
    );
    expect((await caught(answered(null).toArray())).message).toContain("the body is null");
  });

  test("name the page that is to blame", async () => {
    const more = { ...linkScheme, hasMore: "$response.body#/more" } as const;
    const lost = createPager({ scheme: more, fetchPage: async () => ({ body: { items: [1], more: true } }) });
    expect((await caught(lost.toArray())).message).toMatch(/^page 1: the page says that there is more/);

    const again = createPager({
      scheme: linkScheme,
      fetchPage: async () => ({ body: { items: [1], next: "?page=1" } }),
    });
    expect((await caught(again.toArray())).message).toMatch(/^page 2: the next page is one/);
  });

  test("carry the message of what failed, for logs that show no cause", async () => {
    const fetchPage = async () => {
      throw new Error("GET /list: 503: try later");
    };
    const error = await caught(createPager({ scheme: linkScheme, fetchPage }).toArray());
    expect(error.message).toBe("page 1: the page could not be fetched: GET /list: 503: try later");
  });

  test("a request's failure is the cause itself, also where fetchPage throws before it waits", async () => {
    const cause = new TypeError("fetch failed");
    const fetchPage = () => {
      throw cause;
    };
    const error = await caught(createPager({ scheme: linkScheme, fetchPage }).toArray());
    expect(error).toMatchObject({ reason: "request", cause });
  });

  test("a body that cannot be parsed when its turn comes is a failed request", async () => {
    const fetchPage = async () => ({
      get body(): never {
        throw new SyntaxError("unexpected end");
      },
    });
    const error = await caught(createPager({ scheme: linkScheme, fetchPage }).toArray());
    expect(error.reason).toBe("request");
    expect(error.cause).toBeInstanceOf(SyntaxError);
  });

  test("come once; after them the walk is over", async () => {
    const list = new NumberList(2, 1);
    list.before = async (query) => {
      if (query === "page=1") throw new Error("lost");
    };
    const pager = pagerOf(list);
    const iterator = pager[Symbol.asyncIterator]();
    const settled = await Promise.allSettled([iterator.next(), iterator.next(), iterator.next()]);
    expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(await pager.toArray()).toEqual([]);
  });

  test("of toArray() carry what it had gathered", async () => {
    const list = new NumberList(4, 2);
    list.before = async (query) => {
      if (query === "page=1") throw new Error("lost");
    };
    const error = await caught(pagerOf(list).toArray());
    expect(error).toMatchObject({ items: [1, 2], itemsYielded: 2, pagesFetched: 1 });
  });

  test("are recognised across copies of the package", async () => {
    const copy = Object.defineProperty(new Error("x"), Symbol.for("@usagewire/pagination.PaginationError"), {
      value: true,
    });
    expect(PaginationError.is(copy)).toBe(true);
    expect(PaginationError.is(new Error("x"))).toBe(false);
    expect(PaginationError.is(null)).toBe(false);
  });
});
