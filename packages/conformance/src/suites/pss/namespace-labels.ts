import { evaluate, isFullyPrivileged, type PodSecurityPolicy, readPolicies, resolveLabels } from "@ostiary/core";
import { compare } from "../../compare.js";
import { type CaseFile, caseEachLine, type Outcome } from "../../suite.js";

type Defaults = { readonly [label: string]: string };

/** Labels of a namespace with the cluster's defaults, and what upstream makes of them. */
interface Line {
  readonly name: string;
  readonly labels: Readonly<Record<string, string | null>> | null;
  /** The defaults as a configuration spells them: `enforce`, `enforce-version`, … */
  readonly defaults: Defaults;
  readonly expect: PodSecurityPolicy;
  readonly errors: readonly { readonly field: string; readonly value: string; readonly message: string }[];
  readonly fullyPrivileged: boolean;
}

const SMALLEST_POD = {
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "app" },
  spec: { containers: [{ name: "app" }] },
};

const judge = ({ labels, defaults, expect, errors, fullyPrivileged }: Line): Outcome => {
  // A null label is there, with an empty value.
  const present = Object.entries(labels ?? {}).map(([key, value]): [string, string] => [key, value ?? ""]);
  const { policy, errors: ours } = resolveLabels(new Map(present), completeDefaults(defaults));
  const { problems } = evaluate(SMALLEST_POD, Object.fromEntries(present), configure(defaults));
  return compare(
    {
      policy,
      errors: ours.map(({ field, value, detail }, index) => ({
        field,
        value,
        detail,
        message: problems[index]?.message,
      })),
      problems: problems.length,
      fullyPrivileged: isFullyPrivileged(policy),
    },
    { policy: expect, errors, problems: errors.length, fullyPrivileged },
  );
};

const configure = (defaults: Defaults) =>
  readPolicies([{ apiVersion: "pod-security.admission.config.k8s.io/v1", kind: "PodSecurityConfiguration", defaults }]);

const completeDefaults = (defaults: Defaults): PodSecurityPolicy => {
  const standard = (mode: keyof PodSecurityPolicy) => ({
    // The levels of the collection's defaults are valid.
    level: (defaults[mode] ?? "privileged") as PodSecurityPolicy[typeof mode]["level"],
    version: defaults[`${mode}-version`] ?? "latest",
  });
  return { enforce: standard("enforce"), audit: standard("audit"), warn: standard("warn") };
};

/** The namespace labels of `pss`. */
export const namespaceLabels: CaseFile = {
  names: /^namespace-labels\.jsonl$/,
  list: caseEachLine<Line>(({ name }) => name, judge),
};
