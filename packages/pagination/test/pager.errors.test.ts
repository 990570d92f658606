import { describe, expect, test } from "vitest";
import { createPager, PaginationError } from "../src/index.ts";
import { caught, linkScheme, NumberList, pagerOf } from "./number-list.ts";

describe("a PaginationError", () => {
  test("names the pointer and what was found, and has the cause that `malformed` makes", async () => {
    class Malformed extends Error {}
    const malformed = (message: string) => new Malformed(message);
    const fetchPage = async () => ({ body: { items: { "0": 1 } } });
    const error = await caught(createPager({ scheme: linkScheme, fetchPage, malformed }).toArray());
    expect(error.message).toBe("page 1: /items in the body is an object; expected an array of records");
    expect(error.cause).toBeInstanceOf(Malformed);
  });

  test("says what the body is if it is not an object", async () => {
    const pagerWith = (body: unknown) =>
      createPager({ scheme: linkScheme, fetchPage: async () => ({ body }) });
    expect((await caught(pagerWith([1]).toArray())).message).toBe(
      "page 1: the body is an array; expected an object with an array of records at /items",
    );
    expect((await caught(pagerWith(null).toArray())).message).toContain("the body is null");
  });

  test("says that a token cannot be sent, and has the cursor of the page", async () => {
    const scheme = {
      style: "next-token",
      items: "/items",
      next: "$response.body#/next",
      param: "token",
    } as const;
    const fetchPage = async () => ({ body: { items: [1], next: "a\ud800" } });
    const error = await caught(createPager({ scheme, fetchPage }).toArray());
    expect(error).toMatchObject({
      reason: "next",
      message: "page 1: $response.body#/next has half of a surrogate pair, which cannot be sent",
      items: [1],
    });
    expect(error.cursor).toMatch(/^uw/);
  });

  test("names the page that failed", async () => {
    const more = { ...linkScheme, hasMore: "$response.body#/more" } as const;
    const lost = createPager({ scheme: more, fetchPage: async () => ({ body: { items: [1], more: true } }) });
    expect((await caught(lost.toArray())).message).toBe(
      "page 1: the page says there are more, but $response.body#/next is missing",
    );

    const again = createPager({
      scheme: linkScheme,
      fetchPage: async () => ({ body: { items: [1], next: "?page=1" } }),
    });
    expect((await caught(again.toArray())).message).toBe(
      'page 2: the next page was already read; set onRepeat to "stop" to end the list here, or to "allow" to continue',
    );
  });

  test("includes the message of its cause, for logs that do not show causes", async () => {
    const fetchPage = async () => {
      throw new Error("GET /list: 503: try later");
    };
    const error = await caught(createPager({ scheme: linkScheme, fetchPage }).toArray());
    expect(error.message).toBe("page 1: the page could not be fetched: GET /list: 503: try later");
  });

  test("has what fetchPage rejects with, or throws, as its cause", async () => {
    const cause = new TypeError("fetch failed");
    const fetchPage = () => {
      throw cause;
    };
    const error = await caught(createPager({ scheme: linkScheme, fetchPage }).toArray());
    expect(error).toMatchObject({ reason: "request", cause });
  });

  test("has reason request if a getter of the body throws", async () => {
    const fetchPage = async () => ({
      get body(): never {
        throw new SyntaxError("unexpected end");
      },
    });
    const error = await caught(createPager({ scheme: linkScheme, fetchPage }).toArray());
    expect(error.reason).toBe("request");
    expect(error.cause).toBeInstanceOf(SyntaxError);
  });

  test("is thrown once, and then the walk is over", async () => {
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

  test("of toArray() has the records collected so far", async () => {
    const list = new NumberList(4, 2);
    list.before = async (query) => {
      if (query === "page=1") throw new Error("lost");
    };
    const error = await caught(pagerOf(list).toArray());
    expect(error).toMatchObject({ items: [1, 2], itemsYielded: 2, pagesFetched: 1 });
  });

  test("is recognized across copies of the package", async () => {
    const copy = Object.defineProperty(new Error("x"), Symbol.for("@usagewire/pagination.PaginationError"), {
      value: true,
    });
    expect(PaginationError.is(copy)).toBe(true);
    expect(PaginationError.is(new Error("x"))).toBe(false);
    expect(PaginationError.is(null)).toBe(false);
  });
});
