import { describe, expect, it } from "vitest";
import { podWith } from "../../test/judge-constraint.js";
import { viewPod } from "../subject/pod-view.js";
import { isReadOnly, readVolumeMounts } from "./volume-mounts.js";

describe("readVolumeMounts", () => {
  it("finds the mounts of a volume in containers of all three kinds", () => {
    const mounts = readVolumeMounts(
      viewPod(
        podWith({
          containers: [{ name: "app", volumeMounts: [{ name: "v", readOnly: true }, { name: "w" }] }],
          initContainers: [{ name: "init", volumeMounts: [{ name: "v", readOnly: false }, {}] }],
          ephemeralContainers: [{ name: "debug", volumeMounts: [{ name: "__proto__" }] }],
        }),
      ),
    );
    expect([...mounts.keys()]).toEqual(["v", "", "w", "__proto__"]);
    expect(mounts.get("v")?.map((mount) => [mount.container.name, isReadOnly(mount)])).toEqual([
      ["init", false],
      ["app", true],
    ]);
  });
});
