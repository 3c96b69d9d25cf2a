import { describe, expect, it } from "vitest";
import { labelsFor, makeDeployment, makeNamespace, makePod, makeRequest } from "../../test/requests.js";
import { exempting, makeSettings } from "../../test/settings.js";
import type { Review } from "../request.js";
import { readSubject } from "../subject.js";
import { weigh } from "./weigh.js";

const restricted = makeNamespace(labelsFor({ enforce: "restricted", audit: "restricted" }));
const weighRequest = (review: Review) => weigh(readSubject(review, "request", []), makeSettings());
const weighPod = (object: unknown, changed: Partial<Review> = {}, settings = makeSettings()) =>
  weigh(
    readSubject(
      { operation: undefined, object, namespaceObject: restricted, namespace: "shop", ...changed },
      "pod",
      [],
    ),
    settings,
  );
const MODES_OF_PODS = ["enforce", "audit", "warn"];
const MODES_OF_CONTROLLERS = ["audit", "warn"];
const configMap = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "web" } };
const namespaceObject = restricted;

describe("a request is dispatched by its resource", () => {
  it.each([
    ["pods", makePod(), { kind: "evaluated", modes: MODES_OF_PODS }],
    ["deployments", makeDeployment(), { kind: "evaluated", modes: MODES_OF_CONTROLLERS }],
    ["namespaces", makeNamespace(), { kind: "namespace" }],
    ["others, as controllers", configMap, { kind: "unjudgeable" }],
  ])("%s", (_, object, expected) => {
    expect(weighRequest(makeRequest(object, { namespaceObject }))).toMatchObject(expected);
  });

  it("and not by the object", () => {
    const resource = { group: "apps", version: "v1", resource: "deployments" };
    const weighing = weighRequest(makeRequest(makePod(), { namespaceObject, resource }));
    expect(weighing).toMatchObject({ kind: "evaluated", modes: MODES_OF_CONTROLLERS });
  });

  it.each(["pods", "namespaces"])("%s of another group are controllers", (resource) => {
    const other = { group: "metrics.k8s.io", version: "v1", resource };
    const weighing = weighRequest(makeRequest(makePod(), { namespaceObject, resource: other }));
    expect(weighing).toMatchObject({ modes: MODES_OF_CONTROLLERS });
  });

  it.each([
    [makePod(), { kind: "evaluated", modes: MODES_OF_PODS }],
    [makeDeployment(), { kind: "evaluated", modes: MODES_OF_CONTROLLERS }],
    [makeNamespace(), { kind: "namespace" }],
    [configMap, { kind: "ignored", note: "a ConfigMap holds no pod" }],
  ])("or, where it names none, by the kind: %#", (object, expected) => {
    const { resource: _, kind: __, ...request } = makeRequest(object, { namespaceObject });
    expect(weighRequest(request)).toMatchObject(expected);
    // Requests come from outside: the types promise nothing.
    expect(weighRequest({ ...request, resource: null, kind: null } as unknown as Review)).toMatchObject(expected);
  });
});

describe("only creating and updating counts", () => {
  it.each(["DELETE", "CONNECT"] as const)("%s is ignored", (operation) => {
    const expected = { kind: "ignored", note: "only creating and updating counts" };
    expect(weighRequest(makeRequest(makePod(), { operation, namespaceObject }))).toEqual(expected);
    expect(weighRequest(makeRequest(makeDeployment(), { operation, namespaceObject }))).toEqual(expected);
  });

  it("what is audited without a request is judged as if it were created", () => {
    const weighing = weighRequest(makeRequest(makePod(), { operation: undefined, namespaceObject }));
    expect(weighing).toMatchObject({ kind: "evaluated", modes: MODES_OF_PODS });
  });
});

describe("an object judged as a pod", () => {
  it.each([
    ["a Pod", makePod()],
    ["a workload", makeDeployment()],
    ["a workload of a version that is no longer served", { ...makeDeployment(), apiVersion: "extensions/v1beta1" }],
  ])("is evaluated in every mode: %s", (_, object) => {
    expect(weighPod(object)).toMatchObject({ kind: "evaluated", modes: MODES_OF_PODS });
  });

  it("is ignored if it holds no pod", () => {
    expect(weighPod(configMap)).toEqual({ kind: "ignored", note: "a ConfigMap holds no pod" });
  });

  it("may be exempt", () => {
    const settings = makeSettings(exempting({ namespaces: ["shop"], runtimeClasses: ["gvisor"] }));
    expect(weighPod(makePod(), {}, settings)).toEqual({ kind: "exempt", by: "namespace" });
    const inGvisor = makePod({ runtimeClassName: "gvisor" });
    expect(weighPod(inGvisor, { namespace: "other" }, settings)).toEqual({ kind: "exempt", by: "runtimeClass" });
  });

  it("is refused if its namespace could not be looked up", () => {
    expect(weighPod(makePod(), { namespaceObject: { lookupError: "timeout" } })).toMatchObject({
      kind: "refused",
      refusal: { code: 500, cause: "timeout" },
    });
  });

  it("is not restricted if the namespace asks for nothing", () => {
    expect(weighPod(makePod(), { namespaceObject: makeNamespace() }).kind).toBe("unrestricted");
  });
});
