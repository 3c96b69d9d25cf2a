import { describe, expect, it } from "vitest";
import { labelsFor, makeDeployment, makeNamespace, makePod, makeRequest } from "../../test/requests.js";
import { exempting, makeSettings } from "../../test/settings.js";
import type { PolicyOutcome } from "../policy-kind.js";
import type { Review } from "../request.js";
import { readSubject, type Subject } from "../subject.js";
import { loadPodSecurity } from "./pod-security.js";
import type { Settings } from "./weighing.js";

type Texts = Readonly<Record<string, string>>;

const bind = (
  object: unknown,
  standards: Texts,
  settings: Partial<Settings> = {},
  judgedAs: Subject["judgedAs"] = "pod",
  changed: Partial<Review> = {},
) => {
  const { kind: _, ...request } = makeRequest(makePod());
  const review: Review = {
    ...request,
    object,
    namespaceObject: makeNamespace(labelsFor(standards)),
    ...changed,
  };
  return loadPodSecurity(makeSettings(settings), []).bind(readSubject(review, judgedAs, []));
};
const policiesOf = (binding: ReturnType<typeof bind>) =>
  binding.policies.map(({ policy, actions }) => [`${policy.name}:${policy.version}`, actions]);
const refer = (name: string, version = "latest") => ({ kind: "PodSecurityStandard", name, version });

it("hands on the problems of reading", () => {
  const problems = [{ code: "a", message: "b", effect: "deny" }] as const;
  expect(loadPodSecurity(makeSettings(), problems).problems).toBe(problems);
});

describe("the policies of a pod", () => {
  it.each<[Texts, unknown]>([
    [
      { enforce: "baseline", warn: "restricted:v1.25", audit: "restricted:v1.26" },
      [
        ["baseline:latest", ["deny"]],
        ["restricted:v1.25", ["warn"]],
        ["restricted:v1.26", ["dryrun"]],
      ],
    ],
    [{ enforce: "baseline", audit: "baseline" }, [["baseline:latest", ["deny", "warn", "dryrun"]]]],
    [{ enforce: "privileged", warn: "baseline", audit: "baseline" }, [["baseline:latest", ["warn", "dryrun"]]]],
    [{ warn: "baseline:v1.25" }, [["baseline:v1.25", ["warn"]]]],
    [
      { enforce: "restricted", audit: "baseline" },
      [
        ["restricted:latest", ["deny", "warn"]],
        ["baseline:latest", ["dryrun"]],
      ],
    ],
    [{}, []],
  ])("are each distinct standard once, the strictest action first: %j", (standards, expected) => {
    expect(policiesOf(bind(makePod(), standards))).toEqual(expected);
  });

  it("tell that the cluster admits a workload and refuses its pods", () => {
    const [enforced, warned] = bind(makeDeployment(), { enforce: "baseline", warn: "restricted" }).policies;
    expect(enforced?.note).toBe("the cluster admits the Deployment and refuses the pods that it creates");
    expect(warned).not.toHaveProperty("note");
    expect(bind(makePod(), { enforce: "baseline" }).policies[0]).not.toHaveProperty("note");
  });

  it("of a controller as the request sees it do not deny", () => {
    const resource = { group: "apps", version: "v1", resource: "deployments" };
    const binding = bind(makeDeployment(), { enforce: "baseline" }, {}, "request", { resource });
    expect(policiesOf(binding)).toEqual([["baseline:latest", ["warn"]]]);
  });
});

describe("what was considered", () => {
  it.each<[string, object, Texts, Partial<Settings>, unknown]>([
    [
      "an object without a pod",
      { apiVersion: "v1", kind: "ConfigMap" },
      { enforce: "baseline" },
      {},
      [
        { policy: refer("baseline"), outcome: "skipped", note: "a ConfigMap holds no pod" },
        { policy: refer("privileged"), outcome: "skipped", note: "a ConfigMap holds no pod" },
      ],
    ],
    [
      "an exempt namespace",
      makePod(),
      { enforce: "baseline:v1.25", audit: "baseline:v1.25" },
      exempting({ namespaces: ["shop"] }),
      [{ policy: refer("baseline", "v1.25"), outcome: "exempt", note: "namespace `shop` is exempt" }],
    ],
    [
      "an exempt user, under a standard that is set from outside",
      makePod(),
      {},
      {
        ...exempting({ usernames: ["jane"] }),
        forced: { enforce: { level: "restricted", version: "latest" } },
      },
      [
        { policy: refer("restricted"), outcome: "exempt", note: "user `jane` is exempt" },
        { policy: refer("privileged"), outcome: "exempt", note: "user `jane` is exempt" },
      ],
    ],
    [
      "an exempt runtime class",
      makePod({ runtimeClassName: "gvisor" }),
      { enforce: "baseline", audit: "baseline" },
      exempting({ runtimeClasses: ["gvisor"] }),
      [{ policy: refer("baseline"), outcome: "exempt", note: "runtime class `gvisor` is exempt" }],
    ],
    [
      "a namespace that asks for nothing",
      makePod(),
      { enforce: "privileged:v1.25" },
      {},
      [{ policy: refer("privileged", "v1.25"), outcome: "applied", actions: ["deny", "warn", "dryrun"] }],
    ],
    ["a pod that is evaluated", makePod(), { enforce: "baseline" }, {}, []],
  ])("%s", (_, object, standards, settings, expected) => {
    expect(bind(object, standards, settings).considered).toEqual(expected);
  });

  it("an exempt namespace that cannot be looked up, by the defaults", () => {
    const changed = { namespaceObject: { lookupError: "timeout" } };
    const { considered } = bind(makePod(), {}, exempting({ namespaces: ["shop"] }), "pod", changed);
    expect(considered).toEqual([
      { policy: refer("privileged"), outcome: "exempt", note: "namespace `shop` is exempt" },
    ]);
  });
});

describe("problems", () => {
  const label = "metadata.labels[pod-security.kubernetes.io/enforce]";
  const message = `${label}: Invalid value: "none": must be one of privileged, baseline, restricted`;
  it("of labels are reported, for the pod has been judged strictly", () => {
    const { problems, policies } = bind(makePod(), { enforce: "none" });
    expect(problems).toEqual([{ code: "invalid-label", message, effect: "report" }]);
    expect(policies[0]?.policy.name).toBe("restricted");
  });

  it("of a Namespace's own labels refuse it, and say where they are", () => {
    const namespace = makeNamespace(labelsFor({ enforce: "none" }));
    const resource = { group: "", version: "v1", resource: "namespaces" };
    const { problems } = bind(namespace, {}, {}, "request", { resource });
    const path = ["metadata", "labels", "pod-security.kubernetes.io/enforce"];
    expect(problems).toEqual([{ code: "invalid-label", message, path, effect: "deny" }]);
  });

  it.each([
    [
      { namespaceObject: { lookupError: "timeout" } },
      { code: "namespace-lookup", message: 'failed to lookup namespace "shop": timeout', effect: "deny" },
    ],
    [{ object: {} }, { code: "undecodable", message: "failed to decode object", effect: "deny" }],
  ])("of a request refuse it: %j", (changed, problem) => {
    expect(bind(makePod(), { enforce: "baseline" }, {}, "request", changed).problems).toEqual([problem]);
  });

  it("of a controller are reported, for the cluster lets it in", () => {
    const resource = { group: "apps", version: "v1", resource: "deployments" };
    const changed = { resource, namespaceObject: { lookupError: "timeout" } };
    expect(bind(makeDeployment(), {}, {}, "request", changed).problems).toEqual([
      { code: "unjudgeable-controller", message: 'failed to lookup namespace "shop": timeout', effect: "report" },
    ]);
  });
});

it("answers for the server, given what the rules found", () => {
  const binding = bind(makePod(), { enforce: "baseline" });
  const violation = { policy: refer("baseline"), rule: "a", action: "deny", message: "no", findings: [] } as const;
  const outcomes: PolicyOutcome[] = binding.policies.map((bound) => ({ bound, violations: [violation] }));
  expect(binding.answer?.(outcomes)).toMatchObject({ server: "pod-security", allowed: false, code: 403 });
  expect(binding.answer?.([])).toMatchObject({ allowed: true });
});
