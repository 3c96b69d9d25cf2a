import type { PolicyDocument } from "@ostiary/core";
import { expect, test } from "vitest";
import { ALWAYS, constraintOf, templateOf } from "../../test/policies.js";
import { enginesOf } from "../all-engines/engines-of.js";
import { loadGatekeeper } from "./load-gatekeeper.js";

const load = (...values: readonly { readonly apiVersion: string; readonly kind: string }[]) =>
  loadGatekeeper(
    values.map((value, index): PolicyDocument => {
      const [group = "", version = ""] = value.apiVersion.split("/");
      return { group, version, kind: value.kind, index, value };
    }),
    { engines: enginesOf({}) },
  );

test("every document is told in its place when it is broken, and hinders no other", () => {
  const { problems, client } = load(
    templateOf("A", "x = 1"),
    constraintOf("B", "one"),
    templateOf("B", ALWAYS),
    { apiVersion: "mutations.gatekeeper.sh/v1", kind: "Assign" },
    { apiVersion: "expansion.gatekeeper.sh/v1beta1", kind: "ExpansionTemplate" },
    { apiVersion: "externaldata.gatekeeper.sh/v1beta1", kind: "Provider" },
    { apiVersion: "syncset.gatekeeper.sh/v1alpha1", kind: "SyncSet" },
  );
  expect(problems.map(({ document }) => document)).toEqual(expect.arrayContaining([0, 3, 4, 5]));
  expect(problems.every(({ effect, message }) => effect === "deny" && !message.includes("\n"))).toBe(true);
  expect(client.constraints).toMatchObject([{ kind: "B", name: "one" }]);
  expect(client.findTemplate("b")?.kind).toBe("B");
  expect(client.findTemplate("a")).toBeUndefined();
});

test("a Config says which namespaces are left out", () => {
  const config = {
    apiVersion: "config.gatekeeper.sh/v1alpha1",
    kind: "Config",
    spec: { match: [{ processes: ["*"], excludedNamespaces: ["kube-*"] }] },
  };
  expect(load(config).isExcluded("webhook", "kube-system")).toBe(true);
  expect(load().isExcluded("webhook", "kube-system")).toBe(false);
});
