import type { FieldPath } from "@ostiary/rules";
import type { PerRelease, Release } from "@ostiary/rules/deckhouse";
import { exampleObject } from "./example-object.js";
import { examplePod } from "./example-pod.js";
import { fieldPath, type LintFinding, type LintRule } from "./lint-rule.js";

/** A list whose items look as if they could have wildcards. */
interface Listed {
  readonly field: string;
  /** Where an item has its text, if it is no text itself. */
  readonly part?: string;
  /** In which releases a `*` at the end stands for any rest; elsewhere it is a sign like others. */
  readonly endsIn: PerRelease<boolean>;
  /** An object that the item seems to admit. */
  object(text: string): object;
}

const NEVER: PerRelease<boolean> = { "1.66": false, "1.76": false, next: false };
const ALWAYS: PerRelease<boolean> = { "1.66": true, "1.76": true, next: true };
const IN_NEXT: PerRelease<boolean> = { "1.66": false, "1.76": false, next: true };

const LISTS: readonly Listed[] = [
  { field: "allowedRepos", endsIn: NEVER, object: (text) => examplePod({ image: `${text}app:1.0` }) },
  { field: "priorityClassNames", endsIn: NEVER, object: (text) => examplePod({}, { priorityClassName: text }) },
  {
    field: "ingressClassNames",
    endsIn: NEVER,
    object: (text) => exampleObject("networking.k8s.io/v1", "Ingress", { spec: { ingressClassName: text } }),
  },
  {
    field: "storageClassNames",
    endsIn: NEVER,
    object: (text) => exampleObject("v1", "PersistentVolumeClaim", { spec: { storageClassName: text } }),
  },
  {
    field: "allowedHostPaths",
    part: "pathPrefix",
    endsIn: NEVER,
    object: (path) => examplePod({}, { volumes: [{ name: "data", hostPath: { path } }] }),
  },
  {
    field: "allowedFlexVolumes",
    part: "driver",
    endsIn: IN_NEXT,
    object: (driver) => examplePod({}, { volumes: [{ name: "data", flexVolume: { driver } }] }),
  },
  {
    field: "allowedUnsafeSysctls",
    endsIn: ALWAYS,
    object: (name) => examplePod({}, { securityContext: { sysctls: [{ name, value: "1" }] } }),
  },
  {
    field: "allowedClusterRoles",
    endsIn: IN_NEXT,
    object: (name) =>
      exampleObject("rbac.authorization.k8s.io/v1", "RoleBinding", {
        roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name },
      }),
  },
];

/** A `*` that is no wildcard: the item admits nothing that is meant. The item `*` alone is another matter. */
const isLiteral = (text: string, { endsIn }: Listed, release: Release): boolean =>
  text.includes("*") && text !== "*" && !(endsIn[release] && text.indexOf("*") === text.length - 1);

const findIn = (listed: Listed, value: unknown, release: Release): readonly LintFinding[] => {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return items.flatMap((item, index): readonly LintFinding[] => {
    const { field, part } = listed;
    const text = String(part === undefined ? item : Reflect.get(Object(item), part));
    if (!isLiteral(text, listed, release)) return [];
    const path: FieldPath = part === undefined ? [field, index] : [field, index, part];
    const message = `a \`*\` in \`${text}\` stands for itself in release ${release}, and for nothing else`;
    const object = listed.object(text.replaceAll("*", "any"));
    return [{ message, path: fieldPath(...path), evidence: { object, outcome: "refused" } }];
  });
};

/** A `*` where the release compares text by text, or by beginnings. */
export const literalWildcard: LintRule = {
  code: "literal-wildcard",
  find: ({ policy: { spec }, release }) =>
    LISTS.flatMap((listed) => findIn(listed, spec.policies[listed.field], release)),
};
