import { namespaceLabelsArbitrary, podArbitrary } from "@ostiary/fixtures/arbitraries";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyDefaults, evaluate, readPolicies, review } from "../src/index.js";
import { bytesOf } from "./bytes.js";
import { labelsFor, makeConfiguration, makeNamespace, makePod, makeRequest } from "./requests.js";

/** What an attacker would put into `Object.prototype`: whatever could make a refusal an admission, or a field appear. */
const POLLUTION: readonly (readonly [string, unknown])[] = [
  ["namespace", "kube-system"],
  ["name", "other"],
  ["userInfo", { username: "admin" }],
  ["username", "admin"],
  ["subresource", "status"],
  ["operation", "DELETE"],
  ["resource", { group: "", version: "v1", resource: "configmaps" }],
  ["kind", "ConfigMap"],
  ["apiVersion", "v2"],
  ["group", "apps"],
  ["namespaceObject", { metadata: {} }],
  ["oldObject", makePod()],
  ["existingPods", []],
  ["lookupError", "no"],
  ["labels", { "pod-security.kubernetes.io/enforce": "privileged" }],
  ["annotations", {}],
  ["pod-security.kubernetes.io/enforce", "privileged"],
  ["metadata", { name: "other", labels: {} }],
  ["spec", { hostPID: false }],
  ["template", {}],
  ["containers", []],
  ["runtimeClassName", "gvisor"],
  ["os", { name: "windows" }],
  ["hostUsers", false],
  ["securityContext", { runAsNonRoot: true, allowPrivilegeEscalation: false, seccompProfile: { type: "Localhost" } }],
  ["capabilities", { drop: ["ALL"] }],
  ["emptyDir", {}],
  ["explain", true],
  ["applyDefaults", true],
  ["standards", { enforce: "privileged" }],
  ["settings", 5],
  ["kinds", [5]],
  ["podCarriers", [{ group: "", kind: "Pod", podPath: ["nowhere"] }]],
  ["emulatedVersion", "v1.0"],
  ["exemptions", { namespaces: ["shop"] }],
  ["defaults", { enforce: "privileged" }],
  ["loaded", []],
  ["problems", []],
];

const whilePolluted = <Result>(name: string, value: unknown, action: () => Result): Result => {
  Object.defineProperty(Object.prototype, name, { value, configurable: true, writable: true, enumerable: false });
  try {
    return action();
  } finally {
    Reflect.deleteProperty(Object.prototype, name);
  }
};

const configuration = makeConfiguration({
  defaults: { enforce: "restricted" },
  exemptions: { namespaces: ["kube-system"], usernames: ["admin"], runtimeClasses: ["gvisor"] },
});

describe("Object.prototype polluted with", () => {
  it.each(POLLUTION)("%s changes no evaluation", (name, value) => {
    fc.assert(
      fc.property(podArbitrary(), namespaceLabelsArbitrary(), (pod, labels) => {
        const judge = () => bytesOf([evaluate(pod, labels, [configuration]), applyDefaults(pod)]);
        const expected = judge();
        expect(whilePolluted(name, value, judge)).toBe(expected);
      }),
      { numRuns: 20 },
    );
  });

  it.each(POLLUTION)("%s changes no review", (name, value) => {
    const policies = readPolicies([configuration]);
    const namespaceObject = makeNamespace(labelsFor({ enforce: "restricted" }));
    const {
      userInfo: _,
      name: __,
      namespace: ___,
      ...request
    } = makeRequest(makePod({ hostPID: true }), { namespaceObject });
    const judge = () => bytesOf(review(request, policies));
    const expected = judge();
    expect(expected).toContain('"allowed":false');
    expect(whilePolluted(name, value, judge)).toBe(expected);
  });
});
