import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import schema from "../../packages/cli/schema/ostiary.schema.json" with { type: "json" };
import { OUTPUT_FORMATS } from "../../packages/cli/src/output-format.js";

const read = (page: string): string => readFileSync(new URL(`../guide/${page}.md`, import.meta.url), "utf8");

/** What the first column of a page's tables names. */
const namedIn = (page: string): readonly string[] =>
  [...read(page).matchAll(/^\| `(\S+)` \|/gm)].map(([, name = ""]) => name);

it("the guide tells of every field of the configuration, and of no other", () => {
  expect([...namedIn("configuration")].sort()).toEqual(Object.keys(schema.properties).sort());
});

it("the guide tells of every output, and of no other", () => {
  expect(namedIn("outputs")).toEqual(OUTPUT_FORMATS);
});
