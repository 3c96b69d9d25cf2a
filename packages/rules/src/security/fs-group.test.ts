import { describe, expect, it } from "vitest";
import { fieldIssues, podWith } from "../../test/judge-constraint.js";
import { judgeSecurity } from "../../test/judge-security.js";
import { RELEASES } from "../release.js";
import { allowedUsers } from "./allowed-users.js";
import { fsGroupField } from "./fs-group.js";

describe("fsGroup", () => {
  it.each(RELEASES)("takes a rule for groups in %s", (release) => {
    expect(fieldIssues(fsGroupField, release, { rule: "MayRunAs", ranges: [{ min: 1, max: 2 }] })).toEqual([]);
    expect(fieldIssues(fsGroupField, release, { rule: "MustRunAsNonRoot" })).toEqual([
      "fsGroup.rule: expected one of MustRunAs, MayRunAs, RunAsAny, found `MustRunAsNonRoot`",
    ]);
  });

  it.each(RELEASES)("judges the field of its name in %s", (release) => {
    const parameters = { fsGroup: { rule: "MayRunAs", ranges: [{ min: 1, max: 2 }] } };
    const pod = podWith({ securityContext: { fsGroup: 5 }, containers: [{ name: "app" }] });
    expect(judgeSecurity(allowedUsers, release, parameters, pod).places).toEqual(["spec.securityContext.fsGroup: 5"]);
  });
});
