import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldIssues } from "../../test/judge-constraint.js";
import { judgeSecurity } from "../../test/judge-security.js";
import { RELEASES, type Release } from "../release.js";
import { allowedClusterRoles, allowedClusterRolesField } from "./allowed-cluster-roles.js";

const binding = (name: unknown, kind = "ClusterRole", of = "RoleBinding") => ({
  apiVersion: "rbac.authorization.k8s.io/v1",
  kind: of,
  metadata: { name: "b" },
  roleRef: { kind, name },
});
const judge = (release: Release, list: readonly string[], object: unknown) =>
  judgeSecurity(allowedClusterRoles, release, { allowedClusterRoles: list }, object);

describe("allowedClusterRoles", () => {
  it.each(RELEASES)("takes a list of names in %s, of which a star makes no constraint", (release) => {
    expect(fieldIssues(allowedClusterRolesField, release, ["view"])).toEqual([]);
    expect(fieldIssues(allowedClusterRolesField, release, [1])).toHaveLength(1);
    const make = (roles: readonly string[]) => allowedClusterRoles.generate(release, { allowedClusterRoles: roles });
    expect(make(["view"])).toEqual({ allowedClusterRoles: ["view"] });
    expect(make([])).toEqual({ allowedClusterRoles: [] });
    expect(make(["view", "*"])).toBeUndefined();
    expect(allowedClusterRoles.generate(release, {})).toBeUndefined();
  });

  it("judges RoleBindings", () => {
    expect(allowedClusterRoles.objects({})).toEqual([
      { apiGroups: ["rbac.authorization.k8s.io"], kinds: ["RoleBinding"] },
    ]);
  });

  it.each([
    [["view"], binding("view"), [0, 0, 0]],
    [["view"], binding("View"), [1, 1, 1]],
    [["view"], binding("edit", "Role"), [0, 0, 0]],
    [["view"], binding("edit", "ClusterRole", "ClusterRoleBinding"), [0, 0, 0]],
    [["d8:*"], binding("d8:user"), [1, 1, 0]],
    [["*"], binding("*"), [0, 0, 0]],
    [[], binding("view"), [0, 0, 1]],
    [["view"], binding(undefined), [1, 1, 1]],
  ])("holds against %j the binding %j in all releases", (list, object, violations) => {
    expect(RELEASES.map((release) => judge(release, list, object).messages.length)).toEqual(violations);
  });

  it.each(RELEASES)("words a violation in %s, and points at the role", (release) => {
    expect(judge(release, ["view", "edit"], binding("admin")).results).toEqual([
      {
        message: 'ClusterRole "admin" is not in list of allowed roles ["view", "edit"]',
        findings: [{ path: ["roleRef", "name"], found: "admin", allowed: ["view", "edit"] }],
      },
    ]);
  });

  it("never refuses more for a longer list, unless the short one is empty and admits everything", () => {
    const roles = fc.array(fc.constantFrom("view", "d8:*", "edit"), { minLength: 1 });
    fc.assert(
      fc.property(
        fc.constantFrom(...RELEASES),
        roles,
        roles,
        fc.constantFrom("view", "d8:x"),
        (release, some, more, role) => {
          const count = (list: readonly string[]) => judge(release, list, binding(role)).messages.length;
          expect(count([...some, ...more])).toBeLessThanOrEqual(count(some));
        },
      ),
    );
  });
});
