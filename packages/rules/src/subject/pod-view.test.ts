import { describe, expect, it } from "vitest";
import { deepFreeze } from "../../test/judge.js";
import { CONTAINER_LISTS, viewPod } from "./pod-view.js";

const view = (pod: unknown) => viewPod(deepFreeze(pod));

describe("CONTAINER_LISTS", () => {
  it("is the order in which Kubernetes visits containers", () => {
    expect(CONTAINER_LISTS).toEqual(["initContainers", "containers", "ephemeralContainers"]);
  });
});

describe("PodView", () => {
  it.each([undefined, null, {}, { spec: null, metadata: null }, { spec: {}, metadata: {} }])(
    "sees nothing in %j",
    (pod) => {
      const { containers, annotations, securityContext, isWindows, hasUserNamespace, reading } = view(pod);
      expect(containers).toEqual([]);
      expect(annotations.size).toBe(0);
      expect(securityContext.present).toBe(false);
      expect(isWindows).toBe(false);
      expect(hasUserNamespace).toBe(false);
      expect(reading.faults).toEqual([]);
    },
  );

  it.each(["pod", 1, true, [[]]])("takes %j for a wrong type", (pod) => {
    expect(view(pod).reading.faults).toMatchObject([{ path: [], expected: "object" }]);
  });

  it("takes metadata and spec of other types for faults, at their place in the document", () => {
    const { reading } = viewPod({ metadata: [], spec: "spec" }, ["spec", "template"]);
    expect(reading.faults).toEqual([
      { path: ["spec", "template", "metadata"], expected: "object", found: "list" },
      { path: ["spec", "template", "spec"], expected: "object", found: "string" },
    ]);
  });

  it("lists init containers, containers and ephemeral containers, each list in its order", () => {
    const pod = {
      spec: {
        ephemeralContainers: [{ name: "d" }],
        containers: [{ name: "b" }, { name: "c" }],
        initContainers: [{ name: "a" }],
      },
    };
    expect(view(pod).containers.map(({ ref }) => ref)).toEqual([
      { list: "initContainers", index: 0, name: "a" },
      { list: "containers", index: 0, name: "b" },
      { list: "containers", index: 1, name: "c" },
      { list: "ephemeralContainers", index: 0, name: "d" },
    ]);
  });

  it.each([undefined, null, {}, { name: null }, { name: "" }])("gives the container %j an empty name", (container) => {
    expect(view({ spec: { containers: [container] } }).containers.map(({ ref }) => ref.name)).toEqual([""]);
  });

  it("leaves out what is no container, without moving the others", () => {
    const { containers, reading } = view({ spec: { containers: ["app", { name: "b" }, { name: 3 }] } });
    expect(containers.map(({ ref }) => [ref.index, ref.name])).toEqual([
      [1, "b"],
      [2, ""],
    ]);
    expect(reading.faults.map(({ path }) => path)).toEqual([
      ["spec", "containers", 0],
      ["spec", "containers", 2, "name"],
    ]);
  });

  it.each([{}, "app", 1])("takes containers %j for a wrong type", (containers) => {
    const pod = view({ spec: { containers } });
    expect(pod.containers).toEqual([]);
    expect(pod.reading.faults).toMatchObject([{ path: ["spec", "containers"], expected: "list of objects" }]);
  });

  it("gives the security context of each container at its place", () => {
    const pod = view({ spec: { containers: [{ securityContext: { privileged: true } }, {}] } });
    const [first, second] = pod.containers;
    expect(first?.securityContext.boolean("privileged")).toBe(true);
    expect(first?.securityContext).toBe(first?.securityContext);
    expect(second?.securityContext.present).toBe(false);
    expect(second?.securityContext.path("privileged")).toEqual([
      "spec",
      "containers",
      1,
      "securityContext",
      "privileged",
    ]);
  });

  it("lists the pod's own security context before those of the containers", () => {
    const pod = view({ spec: { initContainers: [{ name: "a" }], containers: [{ name: "b" }] } });
    expect(pod.securityContexts.map(({ ref }) => ref?.name)).toEqual([undefined, "a", "b"]);
    expect(pod.securityContexts[0]?.securityContext).toBe(pod.securityContext);
    expect(pod.securityContexts.map(({ securityContext }) => securityContext.path())).toEqual([
      ["spec", "securityContext"],
      ["spec", "initContainers", 0, "securityContext"],
      ["spec", "containers", 0, "securityContext"],
    ]);
  });

  it("reads each list and map once, however often it is asked for", () => {
    const pod = view({ metadata: { annotations: { a: "1" } }, spec: { containers: [{}] } });
    expect(pod.containers).toBe(pod.containers);
    expect(pod.annotations).toBe(pod.annotations);
    expect(pod.securityContexts).toBe(pod.securityContexts);
    expect([...pod.annotations]).toEqual([["a", "1"]]);
  });

  it.each([
    [{ name: "windows" }, true],
    [{ name: "Windows" }, false],
    [{ name: "windows " }, false],
    [{ name: "linux" }, false],
    [{ name: "" }, false],
    [{ name: null }, false],
    [{}, false],
    [null, false],
  ])("with spec.os %j is a Windows pod: %s", (os, isWindows) => {
    expect(view({ spec: { os } }).isWindows).toBe(isWindows);
  });

  it.each([
    [false, true],
    [true, false],
    [null, false],
    [undefined, false],
    ["false", false],
    [0, false],
  ])("with spec.hostUsers %j has a user namespace: %s", (hostUsers, hasUserNamespace) => {
    expect(view({ spec: { hostUsers } }).hasUserNamespace).toBe(hasUserNamespace);
  });

  it("sees the root of the object", () => {
    expect(view({ kind: "Pod" }).root.string("kind")).toBe("Pod");
  });
});
