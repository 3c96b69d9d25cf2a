import { describe, expect, it } from "vitest";
import { viewPod } from "../subject/pod-view.js";
import { readAppArmor166, readAppArmor176, readAppArmorNext } from "./app-armor-profile.js";

const KEY = "container.apparmor.security.beta.kubernetes.io/app";

/** A pod with a profile in its container's field, in the annotation, and in its own field. */
const pod = (own: unknown, annotation: unknown, ofPod: unknown) =>
  viewPod({
    metadata: { annotations: annotation === undefined ? {} : { [KEY]: annotation } },
    spec: {
      securityContext: { appArmorProfile: ofPod },
      containers: [{ name: "app", securityContext: { appArmorProfile: own } }],
    },
  });

const read = (reader: typeof readAppArmor166, view: ReturnType<typeof pod>) => {
  const [container] = view.containers;
  return container && reader(container, view);
};

const LOCAL = { type: "Localhost", localhostProfile: "a.b" };
const NONE = undefined;

describe("the AppArmor profile of a container", () => {
  it.each([
    [pod(LOCAL, "unconfined", NONE), "unconfined", "localhost/a.b", "localhost"],
    [pod({ type: "RuntimeDefault" }, "unconfined", NONE), "unconfined", "runtime/default", "runtime/default"],
    [pod({ type: "Unconfined" }, NONE, NONE), "runtime/default", "unconfined", "unconfined"],
    [pod(NONE, "", { type: "Unconfined" }), "", "", ""],
    [pod(NONE, NONE, LOCAL), "runtime/default", "localhost/a.b", "localhost"],
    [pod(NONE, NONE, NONE), "runtime/default", "runtime/default", undefined],
    [pod({ type: "Localhost" }, "unconfined", NONE), "unconfined", undefined, "localhost"],
    [pod({ type: "Foo" }, NONE, NONE), "runtime/default", undefined, "Foo"],
    [pod({}, "unconfined", NONE), "unconfined", undefined, "unconfined"],
  ])("is found in case %#", (view, in166, in176, inNext) => {
    expect(read(readAppArmor166, view)?.name).toBe(in166);
    expect(read(readAppArmor176, view)?.name).toBe(in176);
    expect(read(readAppArmorNext, view)?.name).toBe(inNext);
  });

  it("comes with its place", () => {
    const place = (reader: typeof readAppArmor166, view: ReturnType<typeof pod>) => {
      const { path = [], found, isOwn } = read(reader, view) ?? {};
      return [path.join("."), found, isOwn];
    };
    const annotation = `metadata.annotations.${KEY}`;
    const own = "spec.containers.0.securityContext.appArmorProfile";
    const ofPod = "spec.securityContext.appArmorProfile";
    expect(place(readAppArmor166, pod(NONE, NONE, NONE))).toEqual([annotation, undefined, false]);
    expect(place(readAppArmor166, pod(NONE, "x", NONE))).toEqual([annotation, "x", false]);
    expect(place(readAppArmor176, pod(NONE, NONE, NONE))).toEqual([own, undefined, false]);
    expect(place(readAppArmor176, pod(LOCAL, NONE, NONE))).toEqual([`${own}.localhostProfile`, "a.b", true]);
    expect(place(readAppArmor176, pod(NONE, NONE, { type: "Unconfined" }))).toEqual([
      `${ofPod}.type`,
      "Unconfined",
      false,
    ]);
    expect(place(readAppArmorNext, pod(LOCAL, NONE, NONE))).toEqual([`${own}.type`, "Localhost", true]);
    expect(place(readAppArmorNext, pod(NONE, NONE, LOCAL))).toEqual([`${ofPod}.type`, "Localhost", false]);
  });
});
