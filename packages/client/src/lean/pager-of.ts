import { createPagerOf, type PagingStyle, styleName } from "@usagewire/pagination";
import type { PaginateFeatures } from "../paginate.ts";

/** A `createPager` that knows some styles. */
export const pagerOf =
  (styles: readonly PagingStyle[]): PaginateFeatures["createPager"] =>
  (config) => {
    const wanted = styleName(config.scheme);
    if (!styles.some(({ name }) => name === wanted)) {
      const style = wanted.replace(/-./g, ([, letter = ""]) => letter.toUpperCase());
      throw new TypeError(
        `${config.operation} is paged in a style that the client was not given; ` +
          `import { ${style} } from "@usagewire/client/lean" and give createClient styles: [${style}]`,
      );
    }
    return createPagerOf(styles, config);
  };
