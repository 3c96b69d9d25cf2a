import { describe, expect, it } from "vitest";
import {
  labelsFor,
  makeConfiguration,
  makeDeployment,
  makeNamespace,
  makePod,
  makeRequest,
} from "../../test/requests.js";
import { exempting, makeSettings } from "../../test/settings.js";
import type { Review } from "../request.js";
import { resolveLabels } from "../standards/namespace-labels.js";
import { readSubject } from "../subject.js";
import { asksForNothing, resolvePolicy, weighPod } from "./weigh-pod.js";
import type { Settings } from "./weighing.js";

const restricted = makeNamespace(labelsFor({ enforce: "restricted" }));
const weigh = (changed: Partial<Review> = {}, settings: Partial<Settings> = {}, object: object = makePod()) => {
  const review = { ...makeRequest(makePod()), namespaceObject: restricted, object, ...changed };
  return weighPod(readSubject(review, "request", []), makeSettings(settings));
};
const everyone = exempting({ usernames: ["jane"], namespaces: ["shop"], runtimeClasses: ["gvisor"] });

describe("1. subresources", () => {
  it.each(["exec", "attach", "binding", "eviction", "log", "portforward", "proxy", "status"])(
    "%s is ignored, even if nothing can be decoded",
    (subresource) => {
      const note = `pods/${subresource} is not judged`;
      expect(weigh({ subresource, namespaceObject: undefined }, {}, {})).toEqual({ kind: "ignored", note });
    },
  );

  it.each(["ephemeralcontainers", "resize", "Exec", ""])("%j is judged", (subresource) => {
    expect(weigh({ subresource }).kind).toBe("evaluated");
  });
});

describe("2. exemptions", () => {
  it.each<[string, Partial<Review>, string]>([
    ["namespace", {}, "namespace"],
    ["namespace even if it cannot be looked up", { namespaceObject: { lookupError: "no" } }, "namespace"],
    ["user", { namespace: "other" }, "user"],
  ])("the %s is exempt", (_, changed, by) => {
    expect(weigh(changed, everyone)).toEqual({ kind: "exempt", by });
  });

  it.each<[Partial<Review>]>([
    [{ namespace: "other", userInfo: { username: "joe" } }],
    [{ namespace: "", userInfo: {} }],
    [{ namespace: "", userInfo: { username: "" } }],
    [{ namespace: "Shop", userInfo: { username: "Jane" } }],
  ])("nobody else is: %j", (changed) => {
    expect(weigh(changed, everyone).kind).toBe("evaluated");
  });
});

describe("3. the namespace", () => {
  it("that cannot be looked up refuses", () => {
    expect(weigh({ namespaceObject: { lookupError: "timeout" }, namespace: 'a"b' })).toEqual({
      kind: "refused",
      refusal: {
        code: 500,
        reason: "InternalError",
        message: 'failed to lookup namespace "a\\"b"',
        cause: "timeout",
      },
    });
  });
});

describe("4. fully privileged", () => {
  it("lets even what cannot be decoded pass", () => {
    const weighing = weigh({ namespaceObject: makeNamespace(labelsFor({ enforce: "privileged:v1.25" })) }, {}, {});
    const latest = { level: "privileged", version: "latest" };
    expect(weighing).toEqual({
      kind: "unrestricted",
      policy: { enforce: { level: "privileged", version: "v1.25" }, audit: latest, warn: latest },
    });
  });

  it("is not, with an error in the labels", () => {
    expect(weigh({ namespaceObject: makeNamespace(labelsFor({ audit: "none" })) }).kind).toBe("evaluated");
  });
});

describe("5. decoding", () => {
  const refused = (message: string) => ({ kind: "refused", refusal: { code: 400, reason: "BadRequest", message } });
  it.each([
    [{}, "failed to decode object"],
    [{ apiVersion: "v1", kind: "Unknown" }, "failed to decode object"],
    [makePod({}, { name: 5 }), "failed to decode object"],
    [makeDeployment(), "failed to decode pod"],
  ])("refuses %j", (object, message) => {
    expect(weigh({}, {}, object)).toEqual(refused(message));
  });

  it.each([
    [undefined, "failed to decode old pod"],
    [null, "failed to decode old pod"],
    [{}, "failed to decode old object"],
    [5, "failed to decode old object"],
    [makeDeployment(), "failed to decode old pod"],
    [makePod({ containers: {} }), "failed to decode old object"],
  ])("refuses an update whose old object is %j", (oldObject, message) => {
    expect(weigh({ operation: "UPDATE", oldObject })).toEqual(refused(message));
  });

  it.each([
    [{ containers: [{ name: "app", image: 5 }] }, { containers: [{ name: "app" }] }, "spec.containers.0.image"],
    [{ containers: {} }, { containers: [] }, "spec.containers"],
    [{ initContainers: "x" }, {}, "spec.initContainers"],
    [{ ephemeralContainers: [5] }, {}, "spec.ephemeralContainers.0"],
  ])("refuses an update that looks like none because of a wrong type: %j", (spec, oldSpec, path) => {
    const review = { ...makeRequest(makePod(spec)), operation: "UPDATE", oldObject: makePod(oldSpec) } as const;
    const subject = readSubject({ ...review, namespaceObject: restricted }, "request", []);
    expect(weighPod(subject, makeSettings())).toEqual(refused("failed to decode object"));
    expect(subject.reading.faults.map((fault) => fault.path.join("."))).toContain(path);
  });
});

describe("6. updates", () => {
  const ephemeral = (...containers: readonly object[]) => ({ ephemeralContainers: containers });
  it.each([
    ["labels and annotations", {}, {}, { labels: { a: "b" }, annotations: { a: "b" } }],
    ["tolerations", { tolerations: [{}] }, {}, {}],
    ["a container's other fields", { containers: [{ name: "app", image: "web:1", tty: true }] }, {}, {}],
    ["a container's name", { containers: [{ name: "other", image: "web:1" }] }, {}, {}],
    ["an ephemeral container that is gone", {}, ephemeral({ name: "debug" }), {}],
  ])("that change %s are not judged", (_, spec, oldSpec, metadata) => {
    const note = "the update changes no container and no image";
    const oldObject = makePod(oldSpec);
    expect(weigh({ operation: "UPDATE", oldObject }, {}, makePod(spec, metadata))).toEqual({ kind: "ignored", note });
  });

  it.each([
    ["an image", { containers: [{ name: "app", image: "web:2" }] }, {}],
    ["the number of containers", { containers: [] }, {}],
    ["the number of init containers", { initContainers: [{}] }, {}],
    ["an ephemeral container", ephemeral({ name: "debug" }), {}],
    [
      "an ephemeral container's image",
      ephemeral({ name: "debug", image: "b" }),
      ephemeral({ name: "debug", image: "a" }),
    ],
  ])("that change %s are judged", (_, spec, oldSpec) => {
    expect(weigh({ operation: "UPDATE", oldObject: makePod(oldSpec) }, {}, makePod(spec)).kind).toBe("evaluated");
  });
});

describe("7. evaluation", () => {
  it("asks for all three modes", () => {
    expect(weigh()).toMatchObject({ kind: "evaluated", modes: ["enforce", "audit", "warn"], labelErrors: [] });
  });

  it("is spared to pods of an exempt runtime class", () => {
    const exempt = exempting({ runtimeClasses: ["gvisor"] });
    expect(weigh({}, exempt, makePod({ runtimeClassName: "gvisor" }))).toEqual({ kind: "exempt", by: "runtimeClass" });
    expect(weigh({}, exempt, makePod({ runtimeClassName: "" })).kind).toBe("evaluated");
    expect(weigh({}, exempt).kind).toBe("evaluated");
  });
});

describe("the policy of a namespace", () => {
  const enforced = { enforce: { level: "baseline", version: "v1.25" } } as const;
  it("is that of its labels, but for the modes that are set from outside", () => {
    const labels = new Map(Object.entries(labelsFor({ enforce: "restricted", audit: "restricted" })));
    const { policy } = resolvePolicy(labels, makeSettings({ forced: enforced }));
    expect(policy.enforce).toEqual(enforced.enforce);
    expect(policy.audit).toEqual({ level: "restricted", version: "latest" });
  });

  it.each([
    [{}, true],
    [{ enforce: "privileged" }, true],
    [{ warn: "none" }, false],
    [{ audit: "baseline" }, false],
  ])("asks for nothing: %j %j", (standards, expected) => {
    const labels = new Map(Object.entries(labelsFor(standards)));
    expect(asksForNothing(resolveLabels(labels, makeSettings().defaults))).toBe(expected);
  });
});

it("a configuration is no pod", () => {
  expect(weigh({}, {}, makeConfiguration()).kind).toBe("refused");
});
