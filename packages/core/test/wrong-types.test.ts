import { hostilePodArbitrary } from "@ostiary/fixtures/arbitraries";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate, type FieldPath, readPolicies } from "../src/index.js";
import { labelsFor, makeDeployment, makePod } from "./requests.js";

const policies = readPolicies([]);

type Type = "string" | "boolean" | "integer" | "object" | "list" | "strings";

const VALUES: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  string: fc.string(),
  boolean: fc.boolean(),
  integer: fc.integer(),
  fraction: fc.constantFrom(0.5, -1.25, 1e300),
  object: fc.dictionary(fc.string(), fc.constant("x"), { maxKeys: 2 }),
  list: fc.array(fc.constant(5), { minLength: 1, maxLength: 2 }),
};

/** Any value but null that is not of a type. */
const wrongFor = (type: Type): fc.Arbitrary<unknown> => {
  const right = type === "strings" ? "list" : type;
  return fc.oneof(...Object.entries(VALUES).flatMap(([name, values]) => (name === right ? [] : [values])));
};

const SECURITY_CONTEXT: readonly (readonly [FieldPath, Type])[] = [
  [[], "object"],
  [["appArmorProfile"], "object"],
  [["appArmorProfile", "type"], "string"],
  [["seLinuxOptions"], "object"],
  [["seLinuxOptions", "type"], "string"],
  [["seLinuxOptions", "user"], "string"],
  [["seLinuxOptions", "role"], "string"],
  [["seccompProfile"], "object"],
  [["seccompProfile", "type"], "string"],
  [["windowsOptions"], "object"],
  [["windowsOptions", "hostProcess"], "boolean"],
  [["runAsNonRoot"], "boolean"],
  [["runAsUser"], "integer"],
];

const HANDLERS = ["livenessProbe", "readinessProbe", "startupProbe"].map((probe): FieldPath => [probe]);
const HOOKS = ["postStart", "preStop"].map((hook): FieldPath => ["lifecycle", hook]);

const CONTAINER: readonly (readonly [FieldPath, Type])[] = [
  [["name"], "string"],
  [["ports"], "list"],
  [["ports", 0], "object"],
  [["ports", 0, "hostPort"], "integer"],
  [["lifecycle"], "object"],
  ...[...HANDLERS, ...HOOKS].flatMap((path): readonly (readonly [FieldPath, Type])[] => [
    [path, "object"],
    [[...path, "httpGet"], "object"],
    [[...path, "httpGet", "host"], "string"],
    [[...path, "tcpSocket"], "object"],
    [[...path, "tcpSocket", "host"], "string"],
  ]),
  ...SECURITY_CONTEXT.map(([path, type]): readonly [FieldPath, Type] => [["securityContext", ...path], type]),
  [["securityContext", "allowPrivilegeEscalation"], "boolean"],
  [["securityContext", "privileged"], "boolean"],
  [["securityContext", "procMount"], "string"],
  [["securityContext", "capabilities"], "object"],
  [["securityContext", "capabilities", "add"], "strings"],
  [["securityContext", "capabilities", "add", 0], "string"],
  [["securityContext", "capabilities", "drop"], "strings"],
  [["securityContext", "capabilities", "drop", 0], "string"],
];

const SPEC: readonly (readonly [FieldPath, Type])[] = [
  [["hostNetwork"], "boolean"],
  [["hostPID"], "boolean"],
  [["hostIPC"], "boolean"],
  [["hostUsers"], "boolean"],
  [["runtimeClassName"], "string"],
  [["os"], "object"],
  [["os", "name"], "string"],
  [["volumes"], "list"],
  [["volumes", 0], "object"],
  [["volumes", 0, "name"], "string"],
  [["volumes", 0, "emptyDir"], "object"],
  [["volumes", 0, "hostPath"], "object"],
  [["volumes", 0, "storageos"], "object"],
  ...SECURITY_CONTEXT.map(([path, type]): readonly [FieldPath, Type] => [["securityContext", ...path], type]),
  [["securityContext", "sysctls"], "list"],
  [["securityContext", "sysctls", 0], "object"],
  [["securityContext", "sysctls", 0, "name"], "string"],
  ...["initContainers", "containers", "ephemeralContainers"].flatMap(
    (list): readonly (readonly [FieldPath, Type])[] => [
      [[list], "list"],
      [[list, 0], "object"],
      ...CONTAINER.map(([path, type]): readonly [FieldPath, Type] => [[list, 0, ...path], type]),
    ],
  ),
];

const FIELDS: readonly (readonly [FieldPath, Type])[] = [
  [["metadata"], "object"],
  [["metadata", "name"], "string"],
  [["metadata", "generateName"], "string"],
  [["metadata", "namespace"], "string"],
  [["metadata", "labels"], "object"],
  [["metadata", "labels", "a"], "string"],
  [["metadata", "annotations"], "object"],
  [["metadata", "annotations", "a"], "string"],
  [["spec"], "object"],
  ...SPEC.map(([path, type]): readonly [FieldPath, Type] => [["spec", ...path], type]),
];

/** An object with a value at a path and nothing else, laid over another object. */
const withValue = (base: unknown, path: FieldPath, value: unknown): unknown => {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (typeof step === "number") return [withValue({}, rest, value)];
  const inner = Object(base)[step];
  return { ...Object(base), [step]: withValue(inner, rest, value) };
};

const expectRefusal = (object: unknown, path: FieldPath): void => {
  // Each field is read by some control at one of these versions.
  const labels = labelsFor({ enforce: "restricted", warn: "baseline", audit: "restricted:v1.18" });
  const { allowed, problems } = evaluate(object, labels, policies);
  expect(allowed).toBe(false);
  const problem = expect.objectContaining({ code: "invalid-type", path, effect: "deny" });
  expect(problems, JSON.stringify(object)).toContainEqual(problem);
};

describe("a wrong type fails closed, with its path", () => {
  it.each(FIELDS.map(([path, type]) => ({ path, name: path.join("."), type })))("$name ($type)", ({ path, type }) => {
    fc.assert(
      fc.property(wrongFor(type), (value) => {
        expectRefusal(withValue(makePod(), path, value), path);
        // The metadata of a template is read like a Pod's, but its names are nobody's.
        const isName = path[0] === "metadata" && path.length === 2 && !["labels", "annotations"].includes(`${path[1]}`);
        const isLabel = path[1] === "labels";
        if (!isName && !isLabel) {
          expectRefusal(withValue(makeDeployment(), ["spec", "template", ...path], value), [
            "spec",
            "template",
            ...path,
          ]);
        }
      }),
      { numRuns: 12 },
    );
  });

  it.each([2 ** 31, -(2 ** 31) - 1, 2n ** 40n])("a host port of more than 32 bits: %s", (hostPort) => {
    const path = ["spec", "containers", 0, "ports", 0, "hostPort"];
    const labels = labelsFor({ enforce: "baseline" });
    const pod = makePod({ containers: [{ ports: [{ hostPort }] }] });
    expect(evaluate(pod, labels, policies)).toMatchObject({ allowed: false, problems: [{ path }] });
  });
});

describe("anything at all in the place of a pod", () => {
  it("is decided, and allowed only if it is an object whose types are right", () => {
    const labels = labelsFor({ enforce: "restricted" });
    fc.assert(
      fc.property(hostilePodArbitrary(), (pod) => {
        const { allowed, violations, problems } = evaluate(pod, labels, policies, { applyDefaults: true });
        const denials = violations.filter(({ action }) => action === "deny");
        // A kind that Kubernetes does not have is only reported.
        const refusals = problems.filter(({ effect }) => effect === "deny");
        expect(allowed).toBe(denials.length + refusals.length === 0);
        expect(allowed && (typeof pod !== "object" || pod === null || Array.isArray(pod))).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
