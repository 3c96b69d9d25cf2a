import { describe, expect, it } from "vitest";
import { containerWith, eachContainerWith, judge, podAndContainerWith } from "../../test/judge.js";
import { appArmorProfile } from "./app-armor-profile.js";

const PREFIX = "container.apparmor.security.beta.kubernetes.io/";

const annotated = (annotations: Readonly<Record<string, unknown>>) => ({ metadata: { annotations } });

describe("appArmorProfile", () => {
  describe("in fields", () => {
    it.each([undefined, null, { type: "RuntimeDefault" }, { type: "Localhost", localhostProfile: "a" }])(
      "allows the profile %j of a pod and of a container",
      (profile) => {
        const pod = podAndContainerWith({ appArmorProfile: profile });
        expect(judge(appArmorProfile, 0, pod)).toMatchObject({ findings: [], faults: [] });
      },
    );

    it.each(["Unconfined", "runtimeDefault", "RuntimeDefault ", "runtime/default", "localhost", "～"])(
      "refuses the type %j",
      (type) => {
        expect(judge(appArmorProfile, 37, containerWith({ appArmorProfile: { type } })).findings).toEqual([
          {
            path: ["spec", "containers", 0, "securityContext", "appArmorProfile", "type"],
            container: { list: "containers", index: 0, name: "app" },
            found: type,
            allowed: ["RuntimeDefault", "Localhost"],
          },
        ]);
      },
    );

    it.each([{}, { type: null }, { type: "" }, { localhostProfile: "a" }])(
      "refuses the profile %j, whose type is empty",
      (profile) => {
        expect(judge(appArmorProfile, 0, containerWith({ appArmorProfile: profile }))).toMatchObject({
          places: ['spec.containers[0].securityContext.appArmorProfile.type: ""'],
          reason: "forbidden AppArmor profile",
          detail: 'container "app" must not set AppArmor profile type to ""',
        });
      },
    );

    it("judges the pod's own profile apart: a good container is no excuse", () => {
      const pod = {
        spec: {
          securityContext: { appArmorProfile: { type: "Unconfined" } },
          containers: [{ name: "app", securityContext: { appArmorProfile: { type: "RuntimeDefault" } } }],
        },
      };
      const { findings, detail } = judge(appArmorProfile, 0, pod);
      expect(findings).toEqual([
        {
          path: ["spec", "securityContext", "appArmorProfile", "type"],
          found: "Unconfined",
          allowed: ["RuntimeDefault", "Localhost"],
        },
      ]);
      expect(detail).toBe('pod must not set AppArmor profile type to "Unconfined"');
    });

    it("visits init containers, containers and ephemeral containers, in this order", () => {
      expect(judge(appArmorProfile, 0, eachContainerWith({ appArmorProfile: { type: "Unconfined" } })).detail).toBe(
        'containers "init", "app", "debug" must not set AppArmor profile type to "Unconfined"',
      );
    });
  });

  describe("in annotations", () => {
    it.each(["", null, "runtime/default", "localhost/", "localhost/deny-write"])("allows the value %j", (value) => {
      expect(judge(appArmorProfile, 0, annotated({ [`${PREFIX}app`]: value }))).toMatchObject({
        findings: [],
        faults: [],
      });
    });

    it.each(["unconfined", "Runtime/Default", "runtime/default ", "localhost", " localhost/a", "docker/default"])(
      "refuses the value %j, also for a container that does not exist",
      (value) => {
        const { findings, reason } = judge(appArmorProfile, 37, annotated({ [`${PREFIX}absent`]: value }));
        expect(findings).toEqual([
          {
            path: ["metadata", "annotations", `${PREFIX}absent`],
            found: value,
            allowed: ["", "runtime/default", "localhost/*"],
          },
        ]);
        expect(reason).toBe("forbidden AppArmor profile");
      },
    );

    it("refuses a key that is the bare prefix", () => {
      expect(judge(appArmorProfile, 0, annotated({ [PREFIX]: "unconfined" })).detail).toBe(
        `annotation must not set AppArmor profile type to "${PREFIX}="unconfined""`,
      );
    });

    it.each([
      "container.apparmor.security.beta.kubernetes.io",
      "Container.apparmor.security.beta.kubernetes.io/app",
      "apparmor.security.beta.kubernetes.io/app",
      "__proto__",
    ])("does not read the key %s", (key) => {
      const annotations = JSON.parse(`{ "${key}": "unconfined" }`);
      expect(judge(appArmorProfile, 0, annotated(annotations)).findings).toEqual([]);
    });

    it.each([
      [{ annotations: [] }, "metadata.annotations: map of strings, not list"],
      [{ annotations: "unconfined" }, "metadata.annotations: map of strings, not string"],
      [{ annotations: { [`${PREFIX}app`]: 1 } }, `metadata.annotations[${PREFIX}app]: string, not number`],
      ["metadata", "metadata: object, not string"],
    ])("takes the metadata %j for a wrong type", (metadata, fault) => {
      expect(judge(appArmorProfile, 0, { metadata })).toMatchObject({ findings: [], faults: [fault] });
    });
  });

  it("quotes annotations within quotes, as Go does, and sorts them by bytes", () => {
    const annotations = { [`${PREFIX}😀`]: "a", [`${PREFIX}～`]: 'q"\n' };
    expect(judge(appArmorProfile, 0, annotated(annotations))).toMatchObject({
      reason: "forbidden AppArmor profiles",
      detail: `annotations must not set AppArmor profile type to "${PREFIX}～="q\\"\\n"", "${PREFIX}😀="a""`,
    });
  });

  it("lists pod, containers and annotations, the types each once and sorted, the annotations behind them", () => {
    const pod = {
      metadata: { annotations: { [`${PREFIX}b`]: "x", [`${PREFIX}a`]: "y" } },
      ...podAndContainerWith({ appArmorProfile: { type: "Unconfined" } }),
    };
    expect(judge(appArmorProfile, 0, pod).detail).toBe(
      'pod and container "app" and annotations must not set AppArmor profile type to ' +
        `"Unconfined", "${PREFIX}a="y"", "${PREFIX}b="x""`,
    );
  });

  it("speaks of one profile when pod and container set the same", () => {
    const pod = podAndContainerWith({ appArmorProfile: { type: "Unconfined" } });
    expect(judge(appArmorProfile, 0, pod).reason).toBe("forbidden AppArmor profile");
  });

  it("speaks of profiles when there is one of each kind", () => {
    const pod = {
      metadata: { annotations: { [`${PREFIX}a`]: "unconfined" } },
      ...containerWith({ appArmorProfile: { type: "B" } }),
    };
    expect(judge(appArmorProfile, 0, pod)).toMatchObject({
      reason: "forbidden AppArmor profiles",
      detail: `container "app" and annotation must not set AppArmor profile type to "B", "${PREFIX}a="unconfined""`,
    });
  });

  it.each([
    [{ appArmorProfile: "Unconfined" }, "appArmorProfile: object, not string"],
    [{ appArmorProfile: { type: 1 } }, "appArmorProfile.type: string, not number"],
  ])("takes the security context %j for a wrong type", (securityContext, fault) => {
    expect(judge(appArmorProfile, 0, containerWith(securityContext)).faults).toEqual([
      `spec.containers[0].securityContext.${fault}`,
    ]);
  });
});
