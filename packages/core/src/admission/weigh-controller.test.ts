import { describe, expect, it } from "vitest";
import { labelsFor, makeDeployment, makeNamespace, makePod, makeRequest } from "../../test/requests.js";
import { exempting, makeSettings } from "../../test/settings.js";
import type { Review } from "../request.js";
import { readSubject } from "../subject.js";
import { weighController } from "./weigh-controller.js";
import type { Settings } from "./weighing.js";

const warning = makeNamespace(labelsFor({ warn: "baseline" }));
const weigh = (object: object, changed: Partial<Review> = {}, settings: Partial<Settings> = {}) => {
  const review = { ...makeRequest(makeDeployment()), namespaceObject: warning, object, kind: undefined, ...changed };
  const { kind, ...request } = review;
  return weighController(readSubject({ ...request, ...(kind && { kind }) }, "request", []), makeSettings(settings));
};

describe("a controller", () => {
  it.each(["status", "scale"])("1. has subresources that are ignored: %s", (subresource) => {
    expect(weigh({}, { subresource })).toEqual({ kind: "ignored", note: "subresources of controllers are not judged" });
  });

  it("2. may be exempt", () => {
    expect(weigh({}, {}, exempting({ namespaces: ["shop"] }))).toEqual({ kind: "exempt", by: "namespace" });
    expect(weigh({}, {}, exempting({ usernames: ["jane"] }))).toEqual({ kind: "exempt", by: "user" });
  });

  it("3. is let in when the namespace cannot be looked up", () => {
    expect(weigh(makeDeployment(), { namespaceObject: { lookupError: "timeout" }, namespace: "a\nb" })).toEqual({
      kind: "unjudgeable",
      error: 'failed to lookup namespace "a\\nb": timeout',
    });
  });

  it.each([
    [{}, "ignored"],
    [{ enforce: "restricted", warn: "privileged" }, "ignored"],
    [{ enforce: "none" }, "evaluated"],
    [{ audit: "baseline" }, "evaluated"],
    [{ enforce: "baseline" }, "evaluated"],
  ])("4. is ignored where nobody warns or audits: %j", (standards, kind) => {
    expect(weigh(makeDeployment(), { namespaceObject: makeNamespace(labelsFor(standards)) }).kind).toBe(kind);
  });

  it.each([{}, { apiVersion: "argoproj.io/v1alpha1", kind: "Rollout" }, { ...makeDeployment(), metadata: 5 }])(
    "5. is let in when it cannot be decoded: %j",
    (object) => {
      const error = "failed to decode object: a field is of the wrong type, or the kind is unknown";
      expect(weigh(object)).toEqual({ kind: "unjudgeable", error });
    },
  );

  it.each([
    ["v1", "Service", "/v1, Kind=Service"],
    ["apps/v1beta1", "Deployment", "apps/v1beta1, Kind=Deployment"],
    ["networking.k8s.io/v1", "Ingress", "networking.k8s.io/v1, Kind=Ingress"],
  ])("5. is let in when its kind has no template that is known: %s %s", (apiVersion, kind, type) => {
    const error = `failed to extract pod template: unexpected object type: ${type}`;
    expect(weigh({ apiVersion, kind })).toEqual({ kind: "unjudgeable", error });
  });

  it("6. is ignored without a template if it is a ReplicationController", () => {
    const controller = { apiVersion: "v1", kind: "ReplicationController", spec: {} };
    expect(weigh(controller)).toEqual({ kind: "ignored", note: "there is no pod template" });
    expect(weigh({ ...makeDeployment(), spec: {} }).kind).toBe("evaluated");
    expect(weigh({ ...controller, spec: { template: {} } }).kind).toBe("evaluated");
  });

  it("7. is audited and warned about, never enforced", () => {
    expect(weigh(makeDeployment())).toMatchObject({
      kind: "evaluated",
      modes: ["audit", "warn"],
      undecodable: { kind: "unjudgeable" },
    });
  });

  it("7. is exempt with an exempt runtime class in its template", () => {
    const exempt = exempting({ runtimeClasses: ["gvisor"] });
    expect(weigh(makeDeployment({ runtimeClassName: "gvisor" }), {}, exempt)).toEqual({
      kind: "exempt",
      by: "runtimeClass",
    });
  });

  it("may be a Pod under another resource", () => {
    expect(weigh(makePod()).kind).toBe("evaluated");
  });
});
