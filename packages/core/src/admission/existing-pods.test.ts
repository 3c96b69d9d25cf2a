import { describe, expect, it } from "vitest";
import { makePod } from "../../test/requests.js";
import { exempting, makeSettings } from "../../test/settings.js";
import type { Review } from "../request.js";
import { warnAboutExistingPods } from "./existing-pods.js";
import type { Settings } from "./weighing.js";

const BASELINE = { level: "baseline", version: "v1.25" } as const;
const warn = (pods: NonNullable<Review["existingPods"]>, settings: Partial<Settings> = {}, namespace = "shop") =>
  warnAboutExistingPods(namespace, pods, BASELINE, makeSettings(settings));

const named = (name: string, spec: object = { hostPID: true }, metadata: object = {}) =>
  makePod({ ...spec }, { name, ...metadata });
const owned = (uid: unknown, controller: unknown = true) => ({ ownerReferences: [{}, { uid, controller }] });
const HEAD = 'existing pods in namespace "shop" violate the new PodSecurity enforce level "baseline:v1.25"';

describe("warnings about existing pods", () => {
  it("are none without pods, or if all pass", () => {
    expect(warn([])).toEqual([]);
    expect(warn([named("a", {}), null, {}])).toEqual([]);
  });

  it("say that the pods could not be listed, but not why", () => {
    expect(warn({ lookupError: "timeout" })).toEqual([
      "failed to list pods while checking new PodSecurity enforce level",
    ]);
  });

  it.each([
    [["b"], "b: host namespaces"],
    [["b", "a"], "a (and 1 other pod): host namespaces"],
    [["b", "a", "c"], "a (and 2 other pods): host namespaces"],
    [["😀", "～"], "～ (and 1 other pod): host namespaces"],
  ])("name the first pod by its bytes, and count the others: %j", (names, line) => {
    expect(warn(names.map((name) => named(name)))).toEqual([HEAD, line]);
  });

  it("come once for each reason, without details, sorted", () => {
    const pods = [
      named("c", { hostPID: true, volumes: [{ name: "v", hostPath: {} }] }),
      named("b", { hostIPC: true }),
      named("a", { volumes: [{ name: "v", hostPath: {} }] }),
      named("d", { hostPID: true }),
    ];
    expect(warn(pods)).toEqual([
      HEAD,
      "a: hostPath volumes",
      "b (and 1 other pod): host namespaces",
      "c: host namespaces, hostPath volumes",
    ]);
  });

  it("quote the namespace as Go does", () => {
    expect(warn([named("a")], {}, "a\tb")[0]).toContain('existing pods in namespace "a\\tb" violate');
  });

  it("leave out pods of exempt runtime classes", () => {
    const pods = [named("a", { hostPID: true, runtimeClassName: "gvisor" }), named("b")];
    expect(warn(pods, exempting({ runtimeClasses: ["gvisor"] }))).toEqual([HEAD, "b: host namespaces"]);
  });

  it("take pods without a name for pods with an empty one", () => {
    expect(warn([{ spec: { hostPID: true } }])).toEqual([HEAD, ": host namespaces"]);
  });

  it("are given for 3000 pods at most, and say so", () => {
    const pods = Array.from({ length: 3002 }, (_, index) => named(`pod-${index}`));
    expect(warn(pods)).toEqual([
      "new PodSecurity enforce level only checked against the first 3000 of 3002 existing pods",
      HEAD,
      "pod-0 (and 2999 other pods): host namespaces",
    ]);
    expect(warn(pods.map(() => makePod()))).toHaveLength(1);
    expect(warn(pods.slice(2))).toHaveLength(2);
  });

  it.each<[string, (index: number) => object, boolean]>([
    ["one controller", () => owned("one"), true],
    ["one controller without uid", () => owned(undefined), true],
    ["an owner that is no controller", () => owned("one", false), false],
    ["many controllers", (index) => owned(`${index}`), false],
    ["nobody", () => ({}), false],
  ])("look at pods of %s last, but for the first: other pods are seen is %j", (_, metadata, isSeen) => {
    const replicas = Array.from({ length: 3000 }, (_ignored, index) => named("replica", {}, metadata(index)));
    const warnings = warn([...replicas, named("other")]);
    expect(warnings.includes("other: host namespaces")).toBe(isSeen);
  });
});
