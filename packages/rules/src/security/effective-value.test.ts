import { describe, expect, it } from "vitest";
import { podWith } from "../../test/judge-constraint.js";
import { viewPod } from "../subject/pod-view.js";
import { readEffective } from "./effective-value.js";

const read = (own: unknown, ofPod: unknown) => {
  const pod = viewPod(
    podWith({ securityContext: { runAsUser: ofPod }, containers: [{ securityContext: { runAsUser: own } }] }),
  );
  pod.reading.reads = [];
  const [container] = pod.containers;
  const value = container && readEffective(container, pod, "runAsUser", (holder) => holder.integer("runAsUser", 64));
  return { found: value?.found, holder: value?.holder.path().join("."), reads: pod.reading.reads };
};

describe("readEffective", () => {
  it.each([
    [0, 1, 0, "spec.containers.0.securityContext"],
    [null, 1, 1, "spec.securityContext"],
    [undefined, undefined, undefined, "spec.securityContext"],
  ])("finds of %j and %j the value %j", (own, ofPod, found, holder) => {
    expect(read(own, ofPod)).toMatchObject({ found, holder });
  });

  it("notes what a container leaves to its pod", () => {
    expect(read(undefined, 1).reads).toContainEqual({
      path: ["spec", "containers", 0, "securityContext", "runAsUser"],
      found: 1,
      inheritedFrom: ["spec", "securityContext", "runAsUser"],
    });
  });
});
