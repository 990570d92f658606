// Moves the date: `NODE_OPTIONS=--import=…/shift-date.mjs` and `TEST_DATE`, the time at which the first process starts. Time
// passes as usual, and the processes that it starts agree with it. Plain JavaScript, as some of them run on Node 20.
import { Server } from "node:http";

const RealDate = globalThis.Date;
process.env.TEST_DATE_SHIFT ??= String(RealDate.parse(process.env.TEST_DATE) - RealDate.now());
const shift = Number(process.env.TEST_DATE_SHIFT);
if (Number.isNaN(shift)) throw new Error(`TEST_DATE must be a date; received ${process.env.TEST_DATE}`);
const now = () => RealDate.now() + shift;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
  apply: (target) => new target(now()).toString(),
  get: (target, key) => (key === "now" ? now : Reflect.get(target, key)),
});

// Node's own header shows the real date, and clients read how far a provider's clock is from theirs.
const { emit } = Server.prototype;
Server.prototype.emit = function (event, ...args) {
  if (event === "request") args[1].setHeader("date", new Date().toUTCString());
  return emit.call(this, event, ...args);
};
