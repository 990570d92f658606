import { child, stringAt } from "../document/place.ts";
import { type Check, problemAt } from "./problem.ts";

/** A server that is a path alone leaves the client without an address, and its path is not used. */
export const checkServers: Check = ({ root }) => {
  const server = child(child(root, "servers"), 0);
  const url = stringAt(server, "url");
  if (url === undefined || url.startsWith("{") || /^https?:/i.test(url)) return [];
  const message = `"${url}" is no absolute URL: the client has no base URL of its own, and needs the option baseUrl, this path included`;
  return [problemAt(child(server, "url"), message, "warning")];
};
