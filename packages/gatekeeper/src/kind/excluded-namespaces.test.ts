import { expect, test } from "vitest";
import { readExcludedNamespaces } from "./excluded-namespaces.js";

const configOf = (match: unknown) => ({ apiVersion: "config.gatekeeper.sh/v1alpha1", kind: "Config", spec: { match } });
const config = configOf([
  { processes: ["*"], excludedNamespaces: ["kube-*"] },
  { processes: ["audit"], excludedNamespaces: ["*-test"] },
  { excludedNamespaces: ["nowhere"] },
]);

test.each<["webhook" | "audit", string, boolean]>([
  ["webhook", "kube-system", true],
  ["audit", "kube-system", true],
  ["webhook", "shop-test", false],
  ["audit", "shop-test", true],
  ["audit", "nowhere", false],
  ["webhook", "", false],
])("%s leaves out `%s`: %s", (process, namespace, expected) => {
  expect(readExcludedNamespaces([config])(process, namespace)).toBe(expected);
});

test("of several Configs the last one counts, and none excludes nothing", () => {
  expect(readExcludedNamespaces([config, configOf([])])("webhook", "kube-system")).toBe(false);
  expect(readExcludedNamespaces([])("webhook", "kube-system")).toBe(false);
  expect(readExcludedNamespaces([null])("webhook", "kube-system")).toBe(false);
});
