import { describe, expect, it } from "vitest";
import { makeOperationPolicy, makeSecurityPolicy } from "../../test/deckhouse.js";
import { lintInEach } from "../../test/lint.js";

const CODE = "refuses-everything";
const replicas = ["spec.policies.replicaLimits refused"];

describe("a field that nothing can satisfy", () => {
  it("allowHostNetwork: false without ports refuses every pod in 1.76", () => {
    const policies = { allowPrivileged: true, allowPrivilegeEscalation: true, allowHostNetwork: false };
    expect(lintInEach(CODE, makeSecurityPolicy(policies))).toEqual([
      [],
      ["spec.policies.allowHostNetwork refused"],
      [],
    ]);
    expect(lintInEach(CODE, makeSecurityPolicy({ ...policies, allowedHostPorts: [] }))).toEqual([[], [], []]);
  });

  it.each([
    [{}, [[], replicas, replicas]],
    [{ minReplicas: 0 }, [[], replicas, replicas]],
    [{ minReplicas: 3, maxReplicas: 2 }, [replicas, replicas, replicas]],
    [{ minReplicas: 1, maxReplicas: 3 }, [[], [], []]],
    [{ minReplicas: 3 }, [[], [], []]],
    [{ maxReplicas: 3 }, [[], [], []]],
  ])("replicaLimits %j", (replicaLimits, expected) => {
    expect(lintInEach(CODE, makeOperationPolicy({ replicaLimits }))).toEqual(expected);
  });
});
