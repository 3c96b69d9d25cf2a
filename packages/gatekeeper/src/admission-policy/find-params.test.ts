import { describe, expect, it } from "vitest";
import { DEPLOYMENT, judge, makeBinding, makePolicy } from "../../test/admission-policies.js";

const configMap = (name: string, max: string, namespace: string, labels = {}) => ({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name, namespace, labels },
  data: { max },
});

const policy = (spec: object = {}) =>
  makePolicy({
    paramKind: { apiVersion: "v1", kind: "ConfigMap" },
    validations: [
      { expression: "object.spec.replicas <= int(params.data.max)", messageExpression: "'at most ' + params.data.max" },
    ],
    ...spec,
  });

const verdict = (paramRef: object, inventory: readonly unknown[], spec: object = {}, object: unknown = DEPLOYMENT) => {
  const decision = judge([policy(spec), makeBinding({ paramRef })], { inventory, object });
  return [...decision.violations, ...decision.problems].map(({ message }) => message);
};

const deny = { parameterNotFoundAction: "Deny" };
const prefix =
  "ValidatingAdmissionPolicy 'policy' with binding 'binding' denied request: failed to configure binding: ";

describe("params", () => {
  it("are found by name, in the namespace of the request or the one that is given", () => {
    const inventory = [configMap("limits", "3", "shop"), configMap("limits", "9", "other")];
    expect(verdict({ name: "limits", ...deny }, inventory)).toEqual(["at most 3"]);
    expect(verdict({ name: "limits", namespace: "other", ...deny }, inventory)).toEqual([]);
  });

  it("are found by labels, and each of them counts", () => {
    const inventory = [
      configMap("a", "3", "shop", { use: "yes" }),
      configMap("b", "4", "shop", { use: "yes" }),
      configMap("c", "1", "shop"),
    ];
    const selector = { matchLabels: { use: "yes" } };
    expect(verdict({ selector, ...deny }, inventory)).toEqual(["at most 3", "at most 4"]);
  });

  it("that are not found refuse with Deny, and lift the binding with Allow", () => {
    expect(verdict({ name: "limits", ...deny }, [])).toEqual([
      `${prefix}no params found for policy binding with \`Deny\` parameterNotFoundAction`,
    ]);
    expect(verdict({ name: "limits", parameterNotFoundAction: "Allow" }, [])).toEqual([]);
    expect(verdict({ name: "limits", ...deny }, [], { failurePolicy: "Ignore" })).toHaveLength(1);
  });

  it("without a namespace cannot serve what is in none", () => {
    const node = { apiVersion: "v1", kind: "Node", metadata: { name: "n" } };
    expect(verdict({ name: "limits", ...deny }, [configMap("limits", "3", "shop")], {}, node)).toEqual([
      `${prefix}cannot use namespaced paramRef in policy binding that matches cluster-scoped resources`,
    ]);
  });

  it("of a kind that is in no namespace must not be looked for in one", () => {
    const paramKind = { apiVersion: "example.com/v1", kind: "Limit" };
    const limit = { apiVersion: "example.com/v1", kind: "Limit", metadata: { name: "limits" }, data: { max: "3" } };
    expect(verdict({ name: "limits", ...deny }, [limit], { paramKind })).toEqual(["at most 3"]);
    expect(verdict({ name: "limits", namespace: "shop", ...deny }, [limit], { paramKind })).toEqual([
      `${prefix}paramRef.namespace must not be provided for a cluster-scoped \`paramKind\``,
    ]);
    const clusterRole = { paramKind: { apiVersion: "rbac.authorization.k8s.io/v1", kind: "ClusterRole" } };
    expect(verdict({ name: "limits", namespace: "shop", ...deny }, [], clusterRole)).toEqual([
      `${prefix}paramRef.namespace must not be provided for a cluster-scoped \`paramKind\``,
    ]);
  });

  it("are null where the binding names none", () => {
    const validations = [{ expression: "params == null" }];
    expect(judge([policy({ validations }), makeBinding()]).violations).toEqual([]);
  });

  it("do not exist for a policy without paramKind", () => {
    const decision = judge([makePolicy({ validations: [{ expression: "params == null" }] }), makeBinding()]);
    expect(decision.problems[0]?.message).toContain("undeclared reference to 'params'");
  });
});
