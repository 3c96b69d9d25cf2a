import { describe, expect, it } from "vitest";
import { makePod, makeRequest } from "../test/requests.js";
import { evaluate } from "./evaluate.js";
import { readPolicies } from "./read-policies.js";
import { review } from "./review.js";

const policies = readPolicies([]);
const refusal = { code: "list", message: "a list is not one object: judge its items", effect: "deny" };

describe("a list", () => {
  it.each([
    [{ apiVersion: "v1", kind: "List" }],
    [{ apiVersion: "v1", kind: "List", items: [makePod()] }],
    [{ apiVersion: "v1", kind: "PodList", items: [] }],
    [{ apiVersion: "example.com/v1", kind: "ThingList", items: [] }],
  ])("is refused: %j", (list) => {
    const refused = { allowed: false, problems: [refusal] };
    expect(evaluate(list, {}, policies)).toMatchObject(refused);
    expect(review({ operation: "CREATE", object: list }, policies)).toMatchObject(refused);
  });

  it("is told by its items, not by its name alone", () => {
    expect(evaluate({ apiVersion: "example.com/v1", kind: "PlayList" }, {}, policies).problems).toEqual([]);
    expect(evaluate({ apiVersion: "example.com/v1", kind: "Shop", items: [] }, {}, policies).problems).toEqual([]);
  });

  it("is nothing odd where it is what the request is about, or nothing is created", () => {
    const object = { apiVersion: "example.com/v1", kind: "ThingList", metadata: {}, items: [] };
    const resource = { group: "example.com", version: "v1", resource: "thinglists" };
    expect(review(makeRequest(object, { resource }), policies).problems).toEqual([]);
    expect(review({ operation: "DELETE", object }, policies).problems).toEqual([]);
  });
});

describe("a kind that Kubernetes does not have", () => {
  it.each([
    ["v1", "pod", "there is no `v1` `pod`, the nearest is `v1` `Pod`"],
    ["v2", "ConfigMap", "there is no `v2` `ConfigMap`, the nearest is `v1` `ConfigMap`"],
    ["apps/v1", "Deploymnt", "there is no `apps/v1` `Deploymnt`, the nearest is `apps/v1` `Deployment`"],
    ["apps/v1", "Pod", "there is no `apps/v1` `Pod`, the nearest is `v1` `Pod`"],
    ["v1", "Deployment", "there is no `v1` `Deployment`, the nearest is `apps/v1` `Deployment`"],
    ["batch/v1", "Cronjob", "there is no `batch/v1` `Cronjob`, the nearest is `batch/v1` `CronJob`"],
    ["batch/v1", "Unheard", "there is no `batch/v1` `Unheard`"],
  ])("is reported: %s %s", (apiVersion, kind, message) => {
    expect(evaluate({ apiVersion, kind }, {}, policies)).toMatchObject({
      allowed: true,
      problems: [{ code: "unknown-kind", message, effect: "report" }],
    });
  });

  it.each([
    ["v1", "ConfigMap"],
    ["extensions/v1beta1", "Job"],
    ["example.com/v1", "pod"],
    ["argoproj.io/v1alpha1", "Deploymnt"],
  ])("is not %s %s", (apiVersion, kind) => {
    expect(evaluate({ apiVersion, kind }, {}, policies).problems).toEqual([]);
  });

  it.each([
    ["v1", ""],
    ["apps/", "Deploymnt"],
  ])("is not one that is missing: `%s` `%s`", (apiVersion, kind) => {
    const codes = evaluate({ apiVersion, kind }, {}, policies).problems.map(({ code }) => code);
    expect(codes).not.toContain("unknown-kind");
  });
});
