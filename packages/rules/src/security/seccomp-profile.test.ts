import { describe, expect, it } from "vitest";
import { viewPod } from "../subject/pod-view.js";
import { readSeccompProfile, readSeccompProfileNext } from "./seccomp-profile.js";

const OWN_KEY = "container.seccomp.security.alpha.kubernetes.io/app";
const POD_KEY = "seccomp.security.alpha.kubernetes.io/pod";

const pod = (own: unknown, ofPod?: unknown, annotations: Readonly<Record<string, string>> = {}) =>
  viewPod({
    metadata: { annotations },
    spec: {
      securityContext: { seccompProfile: ofPod },
      containers: [{ name: "app", securityContext: { seccompProfile: own } }],
    },
  });

const read = (reader: typeof readSeccompProfile, view: ReturnType<typeof pod>) => {
  const [container] = view.containers;
  return container && reader(container, view);
};

const LOCAL = { type: "Localhost", localhostProfile: "a" };

describe("the seccomp profile of a container", () => {
  it.each([
    [pod(LOCAL, { type: "Unconfined" }), "Localhost", "localhost/a", "container securityContext"],
    [pod(undefined, { type: "Unconfined" }, { [OWN_KEY]: "x" }), "Unconfined", "Unconfined", "pod securityContext"],
    [pod(undefined, undefined, { [OWN_KEY]: "x", [POD_KEY]: "y" }), "x", "x", `annotation ${OWN_KEY}`],
    [pod(undefined, undefined, { [POD_KEY]: "" }), "", "", `annotation ${POD_KEY}`],
    [pod(undefined), "undefined", undefined, "no explicit profile found"],
    [pod({}), undefined, undefined, undefined],
    [pod({ localhostProfile: "a" }, { type: "Unconfined" }), undefined, undefined, undefined],
    [pod({ type: "" }), "", "", "container securityContext"],
    [pod({ type: "Localhost" }, LOCAL), "Localhost", "localhost/a", "container securityContext"],
    [pod({ type: "Localhost" }), "Localhost", "localhost", "container securityContext"],
    [pod(undefined, undefined, { [POD_KEY]: "Localhost" }), "Localhost", "localhost", `annotation ${POD_KEY}`],
  ])("is found in case %#", (view, name, inNext, location) => {
    expect(read(readSeccompProfile, view)?.name).toBe(name);
    expect(read(readSeccompProfile, view)?.location).toBe(location);
    expect(read(readSeccompProfileNext, view)?.name).toBe(inNext);
  });

  it("comes with its place, and with its file if it is of one", () => {
    const own = ["spec", "containers", 0, "securityContext", "seccompProfile"];
    expect(read(readSeccompProfile, pod(LOCAL))).toMatchObject({
      file: "a",
      path: [...own, "localhostProfile"],
      found: "a",
    });
    expect(read(readSeccompProfile, pod({ type: "Localhost" }))).toMatchObject({ file: "", found: "" });
    expect(read(readSeccompProfile, pod({ type: "Foo", localhostProfile: "a" }))).toMatchObject({
      file: undefined,
      path: [...own, "type"],
      found: "Foo",
    });
    expect(read(readSeccompProfile, pod(undefined))).toMatchObject({ file: undefined, path: own, found: undefined });
    expect(read(readSeccompProfile, pod(undefined, undefined, { [OWN_KEY]: "x" }))).toMatchObject({
      path: ["metadata", "annotations", OWN_KEY],
      found: "x",
    });
  });
});
