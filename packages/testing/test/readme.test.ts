import { testReadme } from "../src/index.ts";

const here = new URL("..", import.meta.url);
testReadme(here);
// Of a dependency of this package, which cannot depend on this package in turn.
testReadme(here, { readme: new URL("../../replay/README.md", import.meta.url) });
