import type { FieldPath } from "@ostiary/rules";
import { expect, it } from "vitest";
import { hintMisplaced } from "./hint-misplaced.js";

it.each<[path: FieldPath, place: string]>([
  [["policies"], "`spec.policies`"],
  [["spec", "match", "policies"], "`spec.policies`"],
  [["spec", "match", "namespaceSelector", "policies"], "`spec.policies`"],
  [["spec", "policies", "match"], "`spec.match`"],
  [["enforcementAction"], "`spec.enforcementAction`"],
  [["spec", "namespaceSelector"], "`spec.match.namespaceSelector`"],
  [["spec", "match", "matchNames"], "`spec.match.namespaceSelector.matchNames`"],
  [["spec", "allowedRepos"], "`spec.policies.allowedRepos`"],
  [["spec", "match", "allowedRepos"], "`spec.policies.allowedRepos`"],
])("%j belongs into %s", (path, place) => {
  expect(hintMisplaced("OperationPolicy", path)).toBe(`it belongs into ${place}`);
});

it.each([
  ["OperationPolicy", "requiredProbs", "requiredProbes"],
  ["OperationPolicy", "AllowedRepos", "allowedRepos"],
  ["SecurityPolicy", "allowHostPI", "allowHostPID"],
  ["SecurityPolicy", "alowPrivileged", "allowPrivileged"],
] as const)("in an %s `%s` may be meant for `%s`", (kind, name, near) => {
  expect(hintMisplaced(kind, ["spec", "policies", name])).toBe(`the nearest is \`${near}\``);
  expect(hintMisplaced(kind, ["spec", name])).toBeUndefined();
});

it("a field that the release does not have is not meant for another", () => {
  expect(hintMisplaced("SecurityPolicy", ["spec", "policies", "allowHostIPC"])).toBeUndefined();
  expect(hintMisplaced("SecurityPolicy", ["spec", "policies", "x".repeat(1_000_000)])).toBeUndefined();
});

it.each<[FieldPath]>([
  [["spec", "policies", "allowedRepos"]],
  [["spec", "allowPrivileged"]],
  [["spec", "policies", "requiredLabels", "labels", 0, "policies"]],
  [["odd"]],
])("%j belongs nowhere", (path) => {
  expect(hintMisplaced("OperationPolicy", path)).toBeUndefined();
});
