import { describe, expect, it } from "vitest";
import { containerWith, eachContainerWith, judge, podAndContainerWith } from "../../test/judge.js";
import { seccompProfileBaseline } from "./seccomp-profile-baseline.js";

const POD = "seccomp.security.alpha.kubernetes.io/pod";
const CONTAINER = "container.seccomp.security.alpha.kubernetes.io/";

const annotated = (annotations: Readonly<Record<string, unknown>>, ...names: unknown[]) => ({
  metadata: { annotations },
  spec: { containers: names.map((name) => ({ name })) },
});

describe("seccompProfile_baseline", () => {
  it("reads annotations up to v1.18 and fields from v1.19 on", () => {
    const byAnnotation = annotated({ [POD]: "unconfined" });
    const byField = containerWith({ seccompProfile: { type: "Unconfined" } });
    expect(judge(seccompProfileBaseline, 18, byAnnotation).findings).toHaveLength(1);
    expect(judge(seccompProfileBaseline, 18, byField).findings).toEqual([]);
    expect(judge(seccompProfileBaseline, 19, byAnnotation).findings).toEqual([]);
    expect(judge(seccompProfileBaseline, 19, byField).findings).toHaveLength(1);
  });

  describe("in annotations", () => {
    it.each(["runtime/default", "docker/default", "localhost/", "localhost/audit.json"])("allows %j", (value) => {
      const pod = annotated({ [POD]: value, [`${CONTAINER}app`]: value }, "app");
      expect(judge(seccompProfileBaseline, 0, pod)).toMatchObject({ findings: [], faults: [] });
    });

    it.each([undefined, null, {}])("allows the annotations %j", (annotations) => {
      const pod = { metadata: { annotations }, spec: { containers: [{ name: "app" }] } };
      expect(judge(seccompProfileBaseline, 0, pod)).toMatchObject({ findings: [], faults: [] });
    });

    it.each(["unconfined", "", "RuntimeDefault", "runtime/default ", "localhost", "Docker/default"])(
      "refuses %j for the pod",
      (value) => {
        const { findings, reason } = judge(seccompProfileBaseline, 18, annotated({ [POD]: value }));
        expect(findings).toEqual([
          {
            path: ["metadata", "annotations", POD],
            found: value,
            allowed: ["runtime/default", "docker/default", "localhost/*"],
          },
        ]);
        expect(reason).toBe("seccompProfile");
      },
    );

    it("refuses null, which is present with an empty value", () => {
      expect(judge(seccompProfileBaseline, 0, annotated({ [POD]: null })).detail).toBe(
        `forbidden annotation ${POD}=""`,
      );
    });

    it("refuses it for a container that exists and ignores it for one that does not", () => {
      const pod = annotated({ [`${CONTAINER}app`]: "unconfined", [`${CONTAINER}other`]: "unconfined" }, "app");
      expect(judge(seccompProfileBaseline, 0, pod).findings).toEqual([
        {
          path: ["metadata", "annotations", `${CONTAINER}app`],
          container: { list: "containers", index: 0, name: "app" },
          found: "unconfined",
          allowed: ["runtime/default", "docker/default", "localhost/*"],
        },
      ]);
    });

    it("looks at init containers, containers, ephemeral containers and one without a name", () => {
      const pod = {
        metadata: {
          annotations: Object.fromEntries(["a", "b", "c", ""].map((name) => [CONTAINER + name, "unconfined"])),
        },
        spec: {
          initContainers: [{ name: "c" }],
          containers: [{ name: "b" }, null],
          ephemeralContainers: [{ name: "a" }],
        },
      };
      expect(judge(seccompProfileBaseline, 0, pod).detail).toBe(
        `forbidden annotations ${CONTAINER}="unconfined", ${CONTAINER}a="unconfined", ` +
          `${CONTAINER}b="unconfined", ${CONTAINER}c="unconfined"`,
      );
    });

    it("counts an annotation once, however many containers have the name", () => {
      const pod = annotated({ [`${CONTAINER}a`]: "unconfined" }, "a", "a");
      const { findings, detail } = judge(seccompProfileBaseline, 0, pod);
      expect(findings).toHaveLength(2);
      expect(detail).toBe(`forbidden annotation ${CONTAINER}a="unconfined"`);
    });

    it("quotes values as Go does and sorts by bytes", () => {
      const pod = annotated({ [`${CONTAINER}😀`]: "a", [`${CONTAINER}～`]: 'q"\u00a0', [POD]: "" }, "😀", "～");
      expect(judge(seccompProfileBaseline, 0, pod).detail).toBe(
        `forbidden annotations ${CONTAINER}～="q\\"\\u00a0", ${CONTAINER}😀="a", ${POD}=""`,
      );
    });

    it("finds nothing under names that every object inherits", () => {
      expect(judge(seccompProfileBaseline, 0, annotated({}, "constructor", "__proto__", "toString")).findings).toEqual(
        [],
      );
    });

    it("takes a value of a wrong type for a fault", () => {
      expect(judge(seccompProfileBaseline, 0, annotated({ [POD]: 1 }))).toMatchObject({
        findings: [],
        faults: [`metadata.annotations[${POD}]: string, not number`],
      });
    });
  });

  describe("in fields", () => {
    it.each([undefined, null, { type: "RuntimeDefault" }, { type: "Localhost", localhostProfile: "a.json" }])(
      "allows the profile %j of pod and container",
      (seccompProfile) => {
        expect(judge(seccompProfileBaseline, 19, podAndContainerWith({ seccompProfile }))).toMatchObject({
          findings: [],
          faults: [],
        });
      },
    );

    it.each(["Unconfined", "runtimeDefault", "RuntimeDefault ", "runtime/default"])("refuses the type %j", (type) => {
      const { findings, reason, detail } = judge(
        seccompProfileBaseline,
        37,
        containerWith({ seccompProfile: { type } }),
      );
      expect(findings).toEqual([
        {
          path: ["spec", "containers", 0, "securityContext", "seccompProfile", "type"],
          container: { list: "containers", index: 0, name: "app" },
          found: type,
          allowed: ["RuntimeDefault", "Localhost"],
        },
      ]);
      expect(reason).toBe("seccompProfile");
      expect(detail).toBe(`container "app" must not set securityContext.seccompProfile.type to "${type}"`);
    });

    it.each([{}, { type: null }, { type: "" }])("refuses the profile %j, whose type is empty", (seccompProfile) => {
      expect(judge(seccompProfileBaseline, 19, containerWith({ seccompProfile })).detail).toBe(
        'container "app" must not set securityContext.seccompProfile.type to ""',
      );
    });

    it("refuses a bad profile of the pod even when every container has a good one", () => {
      const pod = {
        spec: {
          securityContext: { seccompProfile: { type: "Unconfined" } },
          containers: [{ name: "app", securityContext: { seccompProfile: { type: "RuntimeDefault" } } }],
        },
      };
      const { findings, detail } = judge(seccompProfileBaseline, 19, pod);
      expect(findings).toEqual([
        {
          path: ["spec", "securityContext", "seccompProfile", "type"],
          found: "Unconfined",
          allowed: ["RuntimeDefault", "Localhost"],
        },
      ]);
      expect(detail).toBe('pod must not set securityContext.seccompProfile.type to "Unconfined"');
    });

    it("names pod and containers, and each type once, sorted by bytes", () => {
      const pod = {
        spec: {
          securityContext: { seccompProfile: { type: "😀" } },
          containers: ["～", "😀", "B"].map((type) => ({ name: type, securityContext: { seccompProfile: { type } } })),
        },
      };
      expect(judge(seccompProfileBaseline, 19, pod).detail).toBe(
        'pod and containers "～", "😀", "B" must not set securityContext.seccompProfile.type to "B", "～", "😀"',
      );
    });

    it("visits init containers, containers and ephemeral containers, in this order", () => {
      expect(judge(seccompProfileBaseline, 19, eachContainerWith({ seccompProfile: {} })).detail).toBe(
        'containers "init", "app", "debug" must not set securityContext.seccompProfile.type to ""',
      );
    });

    it("takes a profile of a wrong type for a fault", () => {
      expect(judge(seccompProfileBaseline, 19, containerWith({ seccompProfile: "Unconfined" }))).toMatchObject({
        findings: [],
        faults: ["spec.containers[0].securityContext.seccompProfile: object, not string"],
      });
    });
  });
});
