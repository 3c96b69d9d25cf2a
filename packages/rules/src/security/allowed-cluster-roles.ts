import * as z from "zod/mini";
import { always, type ConstraintCheck, constraintKind, type PolicyField } from "../constraint-kind.js";
import { printValue } from "../language/print-value.js";
import { fitsWildcardSuffix } from "../language/wildcard-suffix.js";
import { listIncludes } from "./list-value.js";

/** `spec.policies.allowedClusterRoles`: the cluster roles that bindings in namespaces may give. */
export const allowedClusterRolesField: PolicyField = {
  name: "allowedClusterRoles",
  schema: always(z.array(z.string())),
};

const schema = z.looseObject({ allowedClusterRoles: z._default(z.array(z.string()), []) });

type Parameters = z.infer<typeof schema>;

/** What differs between releases: whether a list admits a role. */
type Admits = (allowed: readonly string[], role: string) => boolean;

/** An empty list admits every role. */
const admits166: Admits = (allowed, role) => allowed.length === 0 || allowed.includes(role);

const admitsNext: Admits = (allowed, role) => allowed.some((pattern) => fitsWildcardSuffix(pattern, role));

/**
 * Bindings may give only listed cluster roles.
 *
 * Field    spec.policies.allowedClusterRoles: list of names; `*` is as absent
 * Judges   RoleBindings whose roleRef.kind is ClusterRole: roleRef.name
 * Allowed  a listed name; in next a final `*` stands for any rest
 * Empty    no constraint in 1.66; admits every role in 1.76, none in next
 * Fix      bind a listed ClusterRole, or a Role of the namespace that allows what is needed
 * Source   security-policy: allowed-cluster-roles
 */
export const allowedClusterRoles = constraintKind<Parameters>({
  name: "D8AllowedClusterRoles",
  fields: [allowedClusterRolesField],
  objects: [{ apiGroups: ["rbac.authorization.k8s.io"], kinds: ["RoleBinding"] }],
  parameters: schema,
  generate: always(({ allowedClusterRoles: roles }) =>
    roles === undefined || listIncludes(roles, "*") ? undefined : { allowedClusterRoles: roles },
  ),
  behaviours: {
    "1.66": requireRole166,
    "1.76": requireRole166,
    next: (parameters) => requireRole(parameters, admitsNext),
  },
});

function requireRole166(parameters: Parameters): ConstraintCheck {
  return requireRole(parameters, admits166);
}

function requireRole({ allowedClusterRoles: allowed }: Parameters, admits: Admits): ConstraintCheck {
  const list = printValue(allowed, "exact");
  return ({ object, kind }) => {
    const role = object.object("roleRef");
    if (kind.kind !== "RoleBinding" || role.string("kind") !== "ClusterRole") return [];
    const found = role.string("name") ?? "";
    if (admits(allowed, found)) return [];
    const message = `ClusterRole "${found}" is not in list of allowed roles ${list}`;
    return [{ message, findings: [{ path: role.path("name"), found, allowed }] }];
  };
}
