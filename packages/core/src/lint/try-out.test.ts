import { describe, expect, it } from "vitest";
import { makePod } from "../../test/requests.js";
import type { Policy } from "../deckhouse/generate-constraints.js";
import { decideEverywhere, decideExcepted, outcomeOf } from "./try-out.js";

const policy: Policy = {
  kind: "OperationPolicy",
  name: "own",
  spec: {
    enforcementAction: "Dryrun",
    match: { namespaceSelector: { matchNames: ["elsewhere"] } },
    policies: { requiredProbes: ["livenessProbe"] },
  },
};

describe("an object is tried out", () => {
  it("under policies that deny, and hold everywhere", () => {
    expect(outcomeOf(decideEverywhere(makePod(), [policy], "1.76"))).toBe("refused");
    expect(outcomeOf(decideEverywhere(makePod(), [], "1.76"))).toBe("admitted");
  });

  it("under a standard, with an exception", () => {
    const labels = { "security.deckhouse.io/security-policy-exception": "spe" };
    const pod = makePod({ hostPID: true }, { namespace: "shop", labels });
    const decide = (allowedValue: boolean) => {
      const spec = { network: { hostPID: { allowedValue } } };
      return outcomeOf(decideExcepted(pod, { name: "spe", namespace: "shop", spec }, "1.76", "baseline"));
    };
    expect([decide(true), decide(false)]).toEqual(["admitted", "refused"]);
  });
});
