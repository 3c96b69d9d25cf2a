import { compileConstraintMatch, readMatchNamespace } from "@ostiary/core/match";
import { ObjectView, Reading } from "@ostiary/rules";
import { describe, expect, test } from "vitest";
import { creating, POD } from "../../test/policies.js";
import type { AdmissionRequest } from "../engine/admission-request.js";
import { objectRequest } from "../engine/object-request.js";
import { matchReview, readMatchableReview } from "./match-review.js";

const NAMESPACE = { apiVersion: "v1", kind: "Namespace", metadata: { name: "shop", labels: { team: "a" } } };
const byTeam = { namespaceSelector: { matchLabels: { team: "a" } } };
const compile = (match: object) => compileConstraintMatch(ObjectView.root(new Reading(), match, []));

const judge = (match: object, request: AdmissionRequest, namespaceObject?: unknown, known: readonly object[] = []) =>
  matchReview(
    compile(match),
    readMatchableReview(
      { request, namespaceObject, source: "Original" },
      new Map(known.map((one) => [readMatchNamespace(one).name, readMatchNamespace(one)])),
    ),
    "3.23",
  );

describe("the Namespace", () => {
  test("that is attached counts, else one that is known by the request's namespace", () => {
    expect(judge(byTeam, creating(POD), NAMESPACE)).toBe(true);
    expect(judge(byTeam, creating(POD), undefined, [NAMESPACE])).toBe(true);
    expect(judge(byTeam, creating(POD), { metadata: { name: "shop" } }, [NAMESPACE])).toBe(false);
  });

  test("that is missing is a fault, which names the object in newer releases", () => {
    const cause = "failed to run Match criteria: namespace selector for namespace-scoped object but missing Namespace";
    expect(judge(byTeam, creating(POD))).toEqual({ fault: `error matching the requested object: web :${cause}` });
    const matchable = readMatchableReview({ request: creating(POD), namespaceObject: null, source: "" }, new Map());
    expect(matchReview(compile(byTeam), matchable, "3.13")).toEqual({
      fault: `error matching the requested object: ${cause}`,
    });
  });
});

describe("the object", () => {
  const byLabel = { labelSelector: { matchLabels: { app: "web" } } };
  const other = { ...POD, metadata: { name: "web", namespace: "shop" } };

  test("before or after the request suffices", () => {
    const updating: AdmissionRequest = { ...objectRequest(other), operation: "UPDATE", oldObject: POD };
    expect(judge(byLabel, updating)).toBe(true);
    expect(judge(byLabel, creating(other))).toBe(false);
    expect(judge(byLabel, objectRequest(POD, "DELETE"))).toBe(true);
  });

  test.each([
    [{ ...POD, kind: undefined }, '{"apiVersion":"v1"'],
    [{ ...POD, apiVersion: "a/b/c" }, '{"apiVersion":"a/b/c"'],
  ])("that nobody can decode is a fault for every match block", (object, start) => {
    const { kind, ...others } = object;
    const fault = judge({ kinds: [{ kinds: ["Else"] }] }, creating(kind === undefined ? others : { ...others, kind }));
    expect(fault).toMatchObject({
      fault: expect.stringContaining(`invalid request object: failed to unmarshal gkReview object ${start}`),
    });
  });

  test("that is not there at all is a fault", () => {
    expect(judge({}, creating(null))).toEqual({
      fault: "invalid request object: neither object nor old object are defined",
    });
  });
});
