import { suite } from "../../vitest.base.ts";

export default suite({
  typecheck: true,
  lean: {
    files: ["test/contract.test.ts", "test/paginate.test.ts"],
    alias: { find: /^@usagewire\/twilio$/, replacement: "@usagewire/twilio/lean" },
  },
});
