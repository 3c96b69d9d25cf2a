import { describe, expect, it } from "vitest";
import { viewPod } from "./pod-view.js";
import { isSignificantUpdate } from "./significant-update.js";

const isSignificant = (spec: unknown, oldSpec: unknown) =>
  isSignificantUpdate(viewPod({ spec }), viewPod({ spec: oldSpec }));

const app = { name: "app", image: "app:1" };
const web = { name: "web", image: "web:1" };

describe("isSignificantUpdate", () => {
  it.each(["containers", "initContainers"])("is so when the number of %s differs", (list) => {
    expect(isSignificant({ [list]: [app, web] }, { [list]: [app] })).toBe(true);
    expect(isSignificant({ [list]: [app] }, { [list]: [app, web] })).toBe(true);
    expect(isSignificant({ [list]: [app] }, {})).toBe(true);
    expect(isSignificant({ [list]: [] }, { [list]: null })).toBe(false);
  });

  it.each(["containers", "initContainers"])("is so when the image at the same position of %s differs", (list) => {
    expect(isSignificant({ [list]: [app, { ...web, image: "web:2" }] }, { [list]: [app, web] })).toBe(true);
    expect(isSignificant({ [list]: [web, app] }, { [list]: [app, web] })).toBe(true);
    expect(isSignificant({ [list]: [app] }, { [list]: [{ name: "app" }] })).toBe(true);
    expect(isSignificant({ [list]: [{ name: "other", image: "app:1" }] }, { [list]: [app] })).toBe(false);
    expect(isSignificant({ [list]: [{ image: null }] }, { [list]: [{ image: "" }] })).toBe(false);
  });

  it("is so when an ephemeral container is new or its image differs", () => {
    expect(isSignificant({ ephemeralContainers: [app] }, {})).toBe(true);
    expect(isSignificant({ ephemeralContainers: [{ name: "new" }] }, { ephemeralContainers: [app] })).toBe(true);
    expect(isSignificant({ ephemeralContainers: [{ ...app, image: "app:2" }] }, { ephemeralContainers: [app] })).toBe(
      true,
    );
  });

  it("is not so when an ephemeral container goes or moves", () => {
    expect(isSignificant({}, { ephemeralContainers: [app] })).toBe(false);
    expect(isSignificant({ ephemeralContainers: [web, app] }, { ephemeralContainers: [app, web] })).toBe(false);
  });

  it("is not so for anything else", () => {
    const spec = { containers: [app], initContainers: [web], ephemeralContainers: [app] };
    const changed = {
      containers: [{ ...app, securityContext: { privileged: true } }],
      initContainers: [{ ...web, ports: [{ hostPort: 80 }] }],
      ephemeralContainers: [{ ...app, env: [] }],
      hostNetwork: true,
      tolerations: [{}],
    };
    expect(isSignificant(changed, spec)).toBe(false);
  });

  it("tells a container of one list from one of another", () => {
    expect(isSignificant({ containers: [app] }, { initContainers: [app] })).toBe(true);
  });
});
