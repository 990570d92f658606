import { templateNames, undescribedPathParameters } from "../document/undescribed-path-parameters.ts";
import { didYouMean } from "./did-you-mean.ts";
import { type Check, problemAt } from "./problem.ts";

/** Every `{name}` in a path is described by a path parameter, and the other way round. */
export const checkPathParameters: Check = (_spec, operations) =>
  operations.flatMap((operation) => {
    const { key, path, place, parameters } = operation;
    const templated = templateNames(path);
    const undescribed = undescribedPathParameters(operation);
    const idle = parameters.filter(
      (parameter) => parameter.in === "path" && !templated.includes(parameter.name),
    );
    const idleNames = idle.map(({ name }) => name);
    return [
      ...undescribed.map((name) => {
        const hint = didYouMean(name, idleNames);
        return problemAt(
          place,
          `${key} describes no path parameter "${name}"; a string is assumed${hint}`,
          "warning",
        );
      }),
      ...idle.map(({ name, place }) => {
        const hint = didYouMean(name, undescribed);
        return problemAt(place, `the path ${path} has no {${name}}${hint}`, "warning");
      }),
    ];
  });
