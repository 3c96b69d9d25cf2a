import { expect, test } from "vitest";
import { outcomeOf } from "../../test/outcome-of.js";
import { metadataSupport } from "./metadata-support.js";

/** Takes the one line of a block for a title. */
const metadata = metadataSupport((text) => ({
  value: {
    title: text.trim().replace(/^\w+: /, ""),
    ...(text.startsWith("scope") ? { scope: text.trim().slice(7) } : {}),
  },
}));

const modules = [
  "# METADATA\n# title: package\npackage test\n\n# METADATA\n# scope: document\np := 1 if false\n\n# METADATA\n# title: rule\np := rego.metadata.chain()\n\nq := rego.metadata.rule()\n",
  "# METADATA\n# scope: subpackages\npackage test\n",
];

test("a chain leads from the rule outwards", () => {
  const chain = outcomeOf({
    rego: modules,
    query: "[[link.path, link.annotations.title] | some link in data.test.p]",
    compile: { metadata },
  });
  expect(chain).toBe(
    '[[["test", "p"], "rule"], [["test", "p"], "scope: document"], [["test"], "package"], [["test"], "scope: subpackages"]]'.replaceAll(
      /scope: /g,
      "",
    ),
  );
});

test("a rule without annotation has an empty object", () => {
  expect(outcomeOf({ rego: modules, query: "data.test.q", compile: { metadata } })).toBe("{}");
});
