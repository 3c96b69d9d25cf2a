import { expect, it } from "vitest";
import { checkSample } from "../test/check-sample.js";
import { SOUND_POD, WEB_SHOP, WRONG_TYPE } from "../test/samples.js";
import { createTally } from "./tally.js";

it("counts objects, violations and problems", () => {
  const tally = createTally();
  const warnsOnly = checkSample(WEB_SHOP, { standards: { warn: "restricted", audit: "baseline" } });
  for (const entry of [...checkSample([WEB_SHOP, SOUND_POD, WRONG_TYPE].join("---\n")), ...warnsOnly])
    tally.object(entry);
  tally.problem({ severity: "error" });
  tally.problem({ severity: "warning" });
  expect(tally.summarize(3)).toEqual({
    files: 3,
    objects: 4,
    denied: 2,
    warned: 1,
    violations: { deny: 2, warn: 6, dryrun: 2 },
    problems: { error: 1, warning: 1 },
  });
});

it("is zero before anything is counted", () => {
  expect(createTally().summarize(0)).toEqual({
    files: 0,
    objects: 0,
    denied: 0,
    warned: 0,
    violations: { deny: 0, warn: 0, dryrun: 0 },
    problems: { error: 0, warning: 0 },
  });
});
