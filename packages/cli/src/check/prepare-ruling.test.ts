import { evaluate } from "@ostiary/core";
import { expect, test } from "vitest";
import { prepareRuling } from "./prepare-ruling.js";

test("problems of policies are told once, and not with every object", async () => {
  const policies = [{ apiVersion: "example.com/v1", kind: "Unknown" }];
  const { ruling, problems } = await prepareRuling({ policies, namespace: "shop" }, new Map());
  expect(problems.map(({ code, document }) => [code, document])).toEqual([["unknown-policy", 0]]);
  const pod = { apiVersion: "v1", kind: "Pod", spec: { containers: [] } };
  expect(evaluate(pod, {}, ruling.policies).problems).toEqual([]);
  expect(ruling.namespace).toBe("shop");
});
