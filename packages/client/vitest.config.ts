import { suite } from "../../vitest.base.ts";

const wire = ["answers", "credentials", "pacing", "paginate", "requests", "retry", "timeouts"];

export default suite({
  typecheck: true,
  lean: {
    files: wire.map((name) => `test/${name}.test.ts`),
    alias: {
      find: /^\.\.\/src\/index\.ts$/,
      replacement: `${import.meta.dirname}/test/lean-with-every-style.ts`,
    },
  },
});
