import { child, elements, members } from "../document/place.ts";
import { didYouMean, list } from "./did-you-mean.ts";
import { type Check, problemAt } from "./problem.ts";

/** Every security requirement names a scheme that is described. */
export const checkSecurity: Check = (spec, operations) => {
  const schemes = members(child(child(spec.root, "components"), "securitySchemes")).map(([name]) => name);
  const holders = [spec.root, ...operations.map(({ place }) => place)];
  return holders
    .flatMap((holder) => elements(child(holder, "security")))
    .flatMap(members)
    .filter(([name]) => !schemes.includes(name))
    .map(([name, place]) =>
      problemAt(
        place,
        `no security scheme "${name}" is described (${list(schemes) || "none is"})${didYouMean(name, schemes)}`,
        "warning",
      ),
    );
};
