import { describe, expect, it } from "vitest";
import { fieldIssues, podWith } from "../../test/judge-constraint.js";
import { judgeSecurity } from "../../test/judge-security.js";
import { RELEASES } from "../release.js";
import { allowedUsers } from "./allowed-users.js";
import { supplementalGroupsField } from "./supplemental-groups.js";

describe("supplementalGroups", () => {
  it.each(RELEASES)("takes a rule for groups in %s", (release) => {
    expect(fieldIssues(supplementalGroupsField, release, { rule: "MayRunAs", ranges: [{ min: 1, max: 2 }] })).toEqual(
      [],
    );
    expect(fieldIssues(supplementalGroupsField, release, { rule: "MustRunAsNonRoot" })).toEqual([
      "supplementalGroups.rule: expected one of MustRunAs, MayRunAs, RunAsAny, found `MustRunAsNonRoot`",
    ]);
  });

  it.each(RELEASES)("judges the field of its name in %s", (release) => {
    const parameters = { supplementalGroups: { rule: "MayRunAs", ranges: [{ min: 1, max: 2 }] } };
    const pod = podWith({ securityContext: { supplementalGroups: [5] }, containers: [{ name: "app" }] });
    expect(judgeSecurity(allowedUsers, release, parameters, pod).places).toEqual([
      "spec.securityContext.supplementalGroups: [5]",
    ]);
  });
});
