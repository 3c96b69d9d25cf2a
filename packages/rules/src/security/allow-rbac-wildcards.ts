import * as z from "zod/mini";
import { type ConstraintCheck, constraintKind, type PolicyField, type PolicyValues } from "../constraint-kind.js";
import type { FieldPath } from "../field-path.js";
import type { RuleResult } from "../rule.js";
import type { ObjectView } from "../subject/object-view.js";

const schema = z._default(z.boolean(), true);

/** `spec.policies.allowRbacWildcards`: whether roles and bindings in namespaces may hold a `*`. */
export const allowRbacWildcardsField: PolicyField = {
  name: "allowRbacWildcards",
  schema: { "1.66": undefined, "1.76": schema, next: schema },
};

/** The lists of a role's rules that are looked at. */
const LISTS = ["apiGroups", "resources", "verbs"] as const;

/**
 * Roles and bindings must not hold a `*`, wherever in a name it is.
 *
 * Field    spec.policies.allowRbacWildcards: boolean; absent is true
 * Judges   RoleBindings: roleRef.name, subjects[*].name; Roles: rules[*].{apiGroups,resources,verbs}[*]
 * Allowed  names without `*`; resourceNames and nonResourceURLs are not looked at
 * Since    1.76
 * Fix      write out the groups, resources, verbs and subjects that are meant
 * Source   security-policy: allow-rbac-wildcards
 */
export const allowRbacWildcards = constraintKind<object>({
  name: "D8AllowRbacWildcards",
  fields: [allowRbacWildcardsField],
  objects: [{ apiGroups: ["rbac.authorization.k8s.io"], kinds: ["Role", "RoleBinding"] }],
  parameters: z.looseObject({}),
  generate: { "1.66": undefined, "1.76": writeForbidden, next: writeForbidden },
  behaviours: { "1.66": undefined, "1.76": judgeWildcards, next: judgeWildcards },
});

function judgeWildcards(): ConstraintCheck {
  return forbidWildcards;
}

function writeForbidden({ allowRbacWildcards: allowed }: PolicyValues) {
  return allowed === false ? {} : undefined;
}

const forbidWildcards: ConstraintCheck = ({ object, kind, name }) => {
  if (kind.kind === "Role") return judgeRole(object, name);
  return kind.kind === "RoleBinding" ? judgeBinding(object, name) : [];
};

const judgeRole = (role: ObjectView, name: string): readonly RuleResult[] => {
  const results: RuleResult[] = [];
  for (const rule of role.objects("rules")) {
    for (const list of LISTS) {
      rule.strings(list).forEach((found, index) => {
        if (!found.includes("*")) return;
        results.push(report(`rules.${list} of Role '${name}': '${found}'`, rule.path(list, index), found));
      });
    }
  }
  return results;
};

const judgeBinding = (binding: ObjectView, name: string): readonly RuleResult[] => {
  const results: RuleResult[] = [];
  const role = binding.object("roleRef");
  const given = role.string("name") ?? "";
  if (given.includes("*")) {
    results.push(report(`roleRef.name of RoleBinding '${name}': '${given}'`, role.path("name"), given));
  }
  for (const subject of binding.objects("subjects")) {
    const found = subject.string("name") ?? "";
    if (!found.includes("*")) continue;
    const who = `subject '${found}' of kind '${subject.string("kind") ?? ""}'`;
    results.push(report(`subjects of RoleBinding '${name}': ${who}`, subject.path("name"), found));
  }
  return results;
};

const report = (where: string, path: FieldPath, found: string): RuleResult => ({
  message: `Wildcard is forbidden in ${where}`,
  findings: [{ path, found }],
});
