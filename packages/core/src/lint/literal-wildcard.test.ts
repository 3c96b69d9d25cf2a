import { describe, expect, it } from "vitest";
import { makeOperationPolicy, makeSecurityPolicy } from "../../test/deckhouse.js";
import { lintInEach } from "../../test/lint.js";

const CODE = "literal-wildcard";
const ALLOWED = { allowPrivileged: true, allowPrivilegeEscalation: true };
const lintSecurity = (policies: object) => lintInEach(CODE, makeSecurityPolicy({ ...ALLOWED, ...policies }));

describe("a `*` that stands for itself", () => {
  it.each(["allowedRepos", "priorityClassNames", "ingressClassNames", "storageClassNames"])("in %s", (field) => {
    const policy = makeOperationPolicy({ [field]: ["fine", "shop-*"] });
    expect(lintInEach(CODE, policy)).toEqual(Array(3).fill([`spec.policies.${field}.1 refused`]));
  });

  it("in the beginning of a path", () => {
    expect(lintSecurity({ allowedHostPaths: [{ pathPrefix: "/var/*" }] })).toEqual(
      Array(3).fill(["spec.policies.allowedHostPaths.0.pathPrefix refused"]),
    );
  });

  it("in drivers and roles before next, which has wildcards at their end only", () => {
    const place = "spec.policies.allowedFlexVolumes.0.driver refused";
    expect(lintSecurity({ allowedFlexVolumes: [{ driver: "example/*" }] })).toEqual([[place], [place], []]);
    expect(lintSecurity({ allowedFlexVolumes: [{ driver: "*/lvm" }] })).toEqual([[place], [place], [place]]);
    const role = "spec.policies.allowedClusterRoles.0 refused";
    expect(lintSecurity({ allowedClusterRoles: ["shop-*"] })).toEqual([[role], [role], []]);
  });

  it("within sysctls", () => {
    const lists = { forbiddenSysctls: ["a.b"], allowedUnsafeSysctls: ["net.*.x"] };
    expect(lintSecurity(lists)).toEqual(Array(3).fill(["spec.policies.allowedUnsafeSysctls.0 refused"]));
  });

  it("is no matter where all is meant, or where it is a wildcard", () => {
    expect(
      lintSecurity({ allowedUnsafeSysctls: ["net.*"], allowedFlexVolumes: [{}], allowedClusterRoles: ["*"] }),
    ).toEqual([[], [], []]);
    expect(lintInEach(CODE, makeOperationPolicy({ allowedRepos: ["a/"] }))).toEqual([[], [], []]);
  });
});
