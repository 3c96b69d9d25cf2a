import { describe, expect, it } from "vitest";
import { readMatchNamespace, readMatchTarget } from "./match-target.js";

const pod = { apiVersion: "v1", kind: "Pod", metadata: { name: "one", namespace: "shop", labels: { app: "web" } } };

describe("what match blocks look at in an object", () => {
  it("kind, names and labels", () => {
    expect(readMatchTarget(pod)).toEqual({
      group: "",
      kind: "Pod",
      name: "one",
      generateName: "",
      namespace: "shop",
      labels: new Map([["app", "web"]]),
    });
    expect(readMatchTarget({ apiVersion: "apps/v1", kind: "Deployment" })).toMatchObject({ group: "apps" });
    expect(readMatchTarget({ metadata: { generateName: "web-" } })).toMatchObject({ name: "", generateName: "web-" });
  });

  it.each([
    ["a label that is no string: none at all", { labels: { app: "web", tier: 2 } }, "labels", new Map()],
    ["labels that are no map", { labels: "app" }, "labels", new Map()],
    ["a name that is no string", { name: 5 }, "name", ""],
    ["a namespace that is no string", { namespace: {} }, "namespace", ""],
    ["no metadata", undefined, "name", ""],
    ["metadata that is no object", "none", "labels", new Map()],
  ])("reads leniently: %s", (_, metadata, field, value) => {
    expect(readMatchTarget({ ...pod, metadata })).toMatchObject({ kind: "Pod", [field]: value });
  });

  it("a null label is an empty one", () => {
    expect(readMatchTarget({ metadata: { labels: { app: null } } }).labels).toEqual(new Map([["app", ""]]));
  });

  it("an apiVersion with two slashes makes group and kind empty", () => {
    expect(readMatchTarget({ ...pod, apiVersion: "a/b/c" })).toMatchObject({ group: "", kind: "", name: "one" });
  });

  it.each([undefined, null, "text", 5, []])("%j is an object without anything", (value) => {
    expect(readMatchTarget(value)).toMatchObject({ group: "", kind: "", name: "", namespace: "" });
  });
});

it("of a Namespace they look at name and labels", () => {
  expect(readMatchNamespace({ metadata: { name: "shop", labels: { team: "a" } } })).toEqual({
    name: "shop",
    labels: new Map([["team", "a"]]),
  });
  expect(readMatchNamespace(undefined)).toEqual({ name: "", labels: new Map() });
});
