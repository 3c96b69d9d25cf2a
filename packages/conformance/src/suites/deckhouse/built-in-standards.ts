import { readPolicies, review } from "@ostiary/core";
import { deckhouse } from "@ostiary/core/deckhouse";
import { compare } from "../../compare.js";
import { type CaseFile, caseEachLine, type Outcome } from "../../suite.js";

/** A pod under both built-in standards, with exceptions. */
interface Line {
  readonly id: string;
  readonly object: unknown;
  readonly exceptions: readonly unknown[];
  /** The constraints that report a violation, as `<standard>/<kind>`. */
  readonly expectFired: readonly string[];
}

const NAMESPACE = {
  metadata: { name: "d8-test", labels: { "security.deckhouse.io/pod-policy": "restricted" } },
} as const;

const judge = ({ object, exceptions, expectFired }: Line): Outcome => {
  const policies = readPolicies(exceptions, { kinds: [deckhouse({ profile: "deckhouse", release: "next" })] });
  const { violations } = review({ operation: "CREATE", object, namespaceObject: NAMESPACE }, policies);
  const fired = violations.flatMap(({ policy, constraint }) =>
    constraint === undefined ? [] : [`${policy.name}/${constraint.kind}`],
  );
  return compare({ fired: asSet(fired) }, { fired: asSet(expectFired) });
};

const asSet = (items: readonly string[]): readonly string[] => [...new Set(items)].sort();

/** What exceptions lift of the built-in standards. */
export const builtInStandards: CaseFile = {
  names: /^security-exceptions-newest\.jsonl$/,
  list: caseEachLine<Line>(({ id }) => id, judge),
};
