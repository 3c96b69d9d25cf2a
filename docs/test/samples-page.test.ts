import { DOCUMENTATION_SAMPLES, SAMPLE_PODS } from "@ostiary/fixtures/deckhouse";
import { expect, it } from "vitest";
import { samplesPage } from "../scripts/samples-page.js";

const { text } = samplesPage();

it.each(DOCUMENTATION_SAMPLES)("$name: the page has its policies, its commands and a row for every pod", (sample) => {
  const [, section = ""] = text.toLowerCase().split(`## ${sample.name}\n`.toLowerCase());
  const [own = ""] = section.split(/^## /m);
  for (const policy of sample.texts) expect(own).toContain(policy.toLowerCase().trimEnd());
  for (const command of sample.commands) expect(own).toContain(command);
  for (const pod of Object.keys(SAMPLE_PODS))
    expect(own).toMatch(new RegExp(`^\\| ${pod} \\| (admitted|refused)`, "m"));
});

it("the page has every pod", () => {
  const [, pods = ""] = text.split("## The pods\n");
  expect(pods.match(/^```yaml$/gm)).toHaveLength(Object.keys(SAMPLE_PODS).length);
});
