import { describe, expect, it } from "vitest";
import { fieldIssues, podWith } from "../../test/judge-constraint.js";
import { judgeSecurity } from "../../test/judge-security.js";
import { RELEASES } from "../release.js";
import { allowedUsers } from "./allowed-users.js";
import { runAsGroupField } from "./run-as-group.js";

describe("runAsGroup", () => {
  it.each(RELEASES)("takes a rule for groups in %s", (release) => {
    expect(fieldIssues(runAsGroupField, release, { rule: "MayRunAs", ranges: [{ min: 1, max: 2 }] })).toEqual([]);
    expect(fieldIssues(runAsGroupField, release, { rule: "MustRunAsNonRoot" })).toEqual([
      "runAsGroup.rule: expected one of MustRunAs, MayRunAs, RunAsAny, found `MustRunAsNonRoot`",
    ]);
  });

  it.each(RELEASES)("judges the field of its name in %s", (release) => {
    const parameters = { runAsGroup: { rule: "MayRunAs", ranges: [{ min: 1, max: 2 }] } };
    const pod = podWith({ securityContext: { runAsGroup: 5 }, containers: [{ name: "app" }] });
    expect(judgeSecurity(allowedUsers, release, parameters, pod).places).toEqual([
      "spec.securityContext.runAsGroup: 5",
    ]);
  });
});
