import type { FieldPath } from "@ostiary/rules";
import { examplePod, exampleSecured } from "./example-pod.js";
import { fieldPath, type LintRule } from "./lint-rule.js";
import { listAt } from "./value-at.js";

/** Where policies have ranges, and what a number in one of them looks like in a pod. */
const FIELDS: readonly (readonly [path: FieldPath, pod: (value: number) => object])[] = [
  [["allowedHostPorts"], (port) => examplePod({ ports: [{ containerPort: 80, hostPort: port }] })],
  [["runAsUser", "ranges"], (id) => exampleSecured({ runAsUser: id })],
  [["runAsGroup", "ranges"], (id) => exampleSecured({ runAsGroup: id })],
  [["fsGroup", "ranges"], (id) => examplePod({}, { securityContext: { fsGroup: id } })],
  [["supplementalGroups", "ranges"], (id) => examplePod({}, { securityContext: { supplementalGroups: [id] } })],
];

/** A missing bound of a range is 0, and a range that ends before it begins holds no number. */
export const emptyRange: LintRule = {
  code: "empty-range",
  find: ({ policy: { spec } }) =>
    FIELDS.flatMap(([path, pod]) =>
      rangesAt(spec.policies, path).flatMap(({ min = 0, max = 0 }, index) => {
        if (min <= max) return [];
        return [
          {
            message: `the range holds no number: it goes from ${min} to ${max}, for a missing bound is 0`,
            path: fieldPath(...path, index),
            evidence: { object: pod(min), outcome: "refused" },
          },
        ];
      }),
    ),
};

interface Range {
  readonly min?: number;
  readonly max?: number;
}

// The schema has let nothing in but ranges.
const rangesAt = (policies: object, path: FieldPath): readonly Range[] => listAt(policies, path) as readonly Range[];
