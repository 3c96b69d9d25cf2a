import { type ContainerRef, viewPod } from "@ostiary/rules";
import type { Release } from "@ostiary/rules/deckhouse";
import { describe, expect, it } from "vitest";
import { exceptionKey, exceptionsOf } from "./exceptions.js";

const LABEL = "security.deckhouse.io/security-policy-exception";
const app: ContainerRef = { list: "containers", index: 0, name: "app" };
const known = new Map([
  ["shop/a", { for: "a" }],
  ["shop/b", { for: "b" }],
  ["default/a", { for: "default" }],
]);

const find = (labels: object, container: ContainerRef | undefined, release: Release = "next", namespace = "shop") =>
  exceptionsOf(known, viewPod({ metadata: { labels } }), namespace, release)(container).string("for");

describe("the exception that the labels of a pod name", () => {
  it.each<[string, Release, ContainerRef | undefined, object, string | undefined]>([
    ["1.66 has none", "1.66", undefined, { [LABEL]: "a" }, undefined],
    ["1.66 has none for containers", "1.66", app, { [LABEL]: "a" }, undefined],
    ["1.76: one label for the pod", "1.76", undefined, { [LABEL]: "a" }, "a"],
    ["1.76: and for its containers", "1.76", app, { [LABEL]: "a" }, "a"],
    ["1.76: a container's own label means nothing", "1.76", app, { [`${LABEL}.container.app`]: "b" }, undefined],
    ["next: the pod's label for the pod", "next", undefined, { [LABEL]: "a" }, "a"],
    ["next: and for containers", "next", app, { [LABEL]: "a" }, "a"],
    ["next: a container's own comes first", "next", app, { [LABEL]: "a", [`${LABEL}.container.app`]: "b" }, "b"],
    ["next: not for another container", "next", app, { [`${LABEL}.container.web`]: "b" }, undefined],
    ["next: never for the pod", "next", undefined, { [`${LABEL}.container.app`]: "b" }, undefined],
    ["next: an empty own label does not count", "next", app, { [LABEL]: "a", [`${LABEL}.container.app`]: "" }, "a"],
    [
      "next: an own label that names none hides the other",
      "next",
      app,
      { [LABEL]: "a", [`${LABEL}.container.app`]: "c" },
      undefined,
    ],
    ["no label", "next", app, {}, undefined],
    ["an empty label", "1.76", undefined, { [LABEL]: "" }, undefined],
    ["one that does not exist", "1.76", undefined, { [LABEL]: "constructor" }, undefined],
  ])("%s", (_, release, container, labels, found) => {
    expect(find(labels, container, release)).toBe(found);
  });

  it("is looked up in the object's namespace; one that is not said is `default`", () => {
    expect(find({ [LABEL]: "a" }, undefined, "1.76", "web")).toBeUndefined();
    expect(find({ [LABEL]: "a" }, undefined, "1.76", "")).toBe("default");
    expect(exceptionKey("", "a")).toBe("default/a");
  });

  it("is absent where there are no exceptions", () => {
    const none = exceptionsOf(new Map(), viewPod({ metadata: { labels: { [LABEL]: "a" } } }), "shop", "next");
    expect(none().present).toBe(false);
  });
});
