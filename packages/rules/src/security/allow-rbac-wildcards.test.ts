import { describe, expect, it } from "vitest";
import { fieldIssues } from "../../test/judge-constraint.js";
import { judgeSecurity } from "../../test/judge-security.js";
import { allowRbacWildcards, allowRbacWildcardsField } from "./allow-rbac-wildcards.js";

const SINCE = ["1.76", "next"] as const;
const object = (kind: string, fields: object) => ({
  apiVersion: "rbac.authorization.k8s.io/v1",
  kind,
  metadata: { name: "x" },
  ...fields,
});

describe("allowRbacWildcards", () => {
  it("does not exist in 1.66", () => {
    expect(fieldIssues(allowRbacWildcardsField, "1.66", false)).toEqual(["allowRbacWildcards: no such field"]);
    expect(allowRbacWildcards.generate("1.66", { allowRbacWildcards: false })).toBeUndefined();
    expect(allowRbacWildcards.prepare("1.66", {})).toBeUndefined();
  });

  it.each(SINCE)("is a boolean in %s, true by default, of which only false makes a constraint", (release) => {
    expect(fieldIssues(allowRbacWildcardsField, release, false)).toEqual([]);
    expect(fieldIssues(allowRbacWildcardsField, release, "*")).toHaveLength(1);
    expect(allowRbacWildcardsField.schema[release]?.safeParse(undefined)).toMatchObject({ data: true });
    const make = (value?: boolean) => allowRbacWildcards.generate(release, { allowRbacWildcards: value });
    expect([make(false), make(true), make()]).toEqual([{}, undefined, undefined]);
  });

  it("judges Roles and RoleBindings", () => {
    expect(allowRbacWildcards.objects({})).toEqual([
      { apiGroups: ["rbac.authorization.k8s.io"], kinds: ["Role", "RoleBinding"] },
    ]);
  });

  it.each(SINCE)("finds stars in the rules of a Role in %s", (release) => {
    const rules = [
      { apiGroups: ["", "*"], resources: ["pods/*"], verbs: ["get"], resourceNames: ["*"], nonResourceURLs: ["*"] },
      { verbs: ["*"] },
    ];
    const { messages, places } = judgeSecurity(allowRbacWildcards, release, null, object("Role", { rules }));
    expect(messages).toEqual([
      "Wildcard is forbidden in rules.apiGroups of Role 'x': '*'",
      "Wildcard is forbidden in rules.resources of Role 'x': 'pods/*'",
      "Wildcard is forbidden in rules.verbs of Role 'x': '*'",
    ]);
    expect(places).toEqual(['rules[0].apiGroups[1]: "*"', 'rules[0].resources[0]: "pods/*"', 'rules[1].verbs[0]: "*"']);
  });

  it.each(SINCE)("finds stars in the names of a RoleBinding in %s", (release) => {
    const fields = {
      roleRef: { name: "a*", kind: "Role" },
      subjects: [{ name: "b", kind: "*" }, { name: "*", kind: "Group" }, { name: "c*" }],
    };
    const { messages, places } = judgeSecurity(allowRbacWildcards, release, null, object("RoleBinding", fields));
    expect(messages).toEqual([
      "Wildcard is forbidden in roleRef.name of RoleBinding 'x': 'a*'",
      "Wildcard is forbidden in subjects of RoleBinding 'x': subject '*' of kind 'Group'",
      "Wildcard is forbidden in subjects of RoleBinding 'x': subject 'c*' of kind ''",
    ]);
    expect(places).toEqual(['roleRef.name: "a*"', 'subjects[1].name: "*"', 'subjects[2].name: "c*"']);
  });

  it("lets objects without stars, without fields, and of other kinds pass", () => {
    const judge = (value: unknown) => judgeSecurity(allowRbacWildcards, "1.76", null, value).messages;
    expect(judge(object("RoleBinding", { subjects: [{}] }))).toEqual([]);
    expect(judge(object("Role", { rules: [{ verbs: ["get"] }] }))).toEqual([]);
    expect(judge(object("ClusterRole", { rules: [{ verbs: ["*"] }] }))).toEqual([]);
  });
});
