import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldIssues, podWith } from "../../test/judge-constraint.js";
import { judgeSecurity } from "../../test/judge-security.js";
import { RELEASES } from "../release.js";
import { allowedHostPaths, allowedHostPathsField } from "./allowed-host-paths.js";

const mount = (readOnly?: boolean) => ({ name: "v", mountPath: "/m", readOnly });
const withPath = (path: unknown, ...volumeMounts: unknown[]) =>
  podWith({ volumes: [{ name: "v", hostPath: { path } }], containers: [{ name: "app", volumeMounts }] });
const listing = (pathPrefix: string, readOnly = false) => ({ allowedHostPaths: [{ pathPrefix, readOnly }] });
const excepted = (...allowedValues: readonly unknown[]) => ({
  exception: { volumes: { hostPath: { allowedValues } } },
});

describe("allowedHostPaths", () => {
  it.each(RELEASES)("takes a list of prefixes in %s, and fills in the mode", (release) => {
    expect(
      fieldIssues(allowedHostPathsField, release, [{ pathPrefix: "/a" }, { pathPrefix: "", readOnly: true }]),
    ).toEqual([]);
    expect(fieldIssues(allowedHostPathsField, release, [{ readOnly: true }])).toHaveLength(1);
    expect(allowedHostPaths.generate(release, { allowedHostPaths: [{ pathPrefix: "/a" }] })).toEqual(listing("/a"));
    expect(allowedHostPaths.generate(release, { allowedHostPaths: [] })).toEqual({ allowedHostPaths: [] });
    expect(allowedHostPaths.generate(release, {})).toBeUndefined();
  });

  it.each(RELEASES)("holds a path against prefixes in %s", (release) => {
    const judge = (path: unknown, prefix: string) =>
      judgeSecurity(allowedHostPaths, release, listing(prefix), withPath(path)).places;
    expect(judge("/var/log/app", "/var/log")).toEqual([]);
    expect(judge("/etc", "/")).toEqual([]);
    expect(judge("/var/logs", "/var/log")).toEqual(['spec.volumes[0].hostPath.path: "/var/logs"']);
    expect(judge(undefined, "/")).toEqual(["spec.volumes[0].hostPath.path: absent"]);
  });

  it.each(RELEASES)("refuses every path without a list in %s, and looks at no other volume", (release) => {
    expect(judgeSecurity(allowedHostPaths, release, null, withPath("/")).messages).toHaveLength(1);
    expect(judgeSecurity(allowedHostPaths, release, null, podWith({ volumes: [{ emptyDir: {} }] })).messages).toEqual(
      [],
    );
  });

  it.each([
    [[], []],
    [[mount(true), mount(true)], []],
    [[mount(false)], ["spec.containers[0].volumeMounts[0].readOnly: false"]],
    [[mount(true), mount()], ["spec.containers[0].volumeMounts[1].readOnly: absent"]],
    [[{ ...mount(), name: "other" }], []],
  ])("asks of %j to be read-only where the entry does", (mounts, places) => {
    expect(judgeSecurity(allowedHostPaths, "1.76", listing("/a", true), withPath("/a", ...mounts)).places).toEqual(
      places,
    );
    expect(judgeSecurity(allowedHostPaths, "1.76", listing("/a"), withPath("/a", ...mounts)).places).toEqual([]);
  });

  it("reports a volume without a name as well", () => {
    const pod = podWith({ volumes: [{ hostPath: { path: "/b" } }] });
    const [result] = judgeSecurity(allowedHostPaths, "1.76", listing("/a"), pod).results;
    expect(result?.findings).toMatchObject([{ volume: "", found: "/b" }]);
  });

  it("is content with one entry that fits", () => {
    const parameters = {
      allowedHostPaths: [{ pathPrefix: "/a", readOnly: true }, { pathPrefix: "/a/b" }],
    };
    expect(judgeSecurity(allowedHostPaths, "1.66", parameters, withPath("/a/b", mount())).messages).toEqual([]);
    expect(judgeSecurity(allowedHostPaths, "1.66", parameters, withPath("/a", mount())).messages).toHaveLength(1);
  });

  it("looks at the mounts of containers of all three kinds", () => {
    const volumeMounts = [mount()];
    const pod = podWith({
      volumes: [{ name: "v", hostPath: { path: "/a" } }],
      initContainers: [{ name: "init", volumeMounts }],
      ephemeralContainers: [{ name: "debug", volumeMounts }],
    });
    expect(judgeSecurity(allowedHostPaths, "next", listing("/a", true), pod).results[0]?.findings).toEqual([
      {
        path: ["spec", "initContainers", 0, "volumeMounts", 0, "readOnly"],
        container: { list: "initContainers", index: 0, name: "init" },
        volume: "v",
        found: undefined,
        allowed: true,
      },
      expect.objectContaining({ container: { list: "ephemeralContainers", index: 0, name: "debug" } }),
    ]);
  });

  it("says what would be allowed", () => {
    const { results } = judgeSecurity(
      allowedHostPaths,
      "1.66",
      { allowedHostPaths: [{ pathPrefix: "/a" }] },
      withPath("/b"),
    );
    expect(results[0]?.findings).toEqual([
      { path: ["spec", "volumes", 0, "hostPath", "path"], volume: "v", found: "/b", allowed: [{ pathPrefix: "/a" }] },
    ]);
  });

  it.each([
    ["1.66", `HostPath volume VOLUME is not allowed, pod: p. Allowed path: LIST`],
    ["1.76", `HostPath volume is not allowed, pod: p. | Actual HostPath volume: VOLUME | Allowed paths: LIST`],
    ["next", `HostPath volume is not allowed, pod: p. | Actual HostPath volume: VOLUME | Allowed paths: LIST`],
  ] as const)("words a violation as %s does", (release, words) => {
    const message = words
      .replace("VOLUME", '{"hostPath": {"path": "/b"}, "name": "v"}')
      .replace("LIST", '[{"pathPrefix": "/a", "readOnly": false}]');
    expect(judgeSecurity(allowedHostPaths, release, listing("/a"), withPath("/b")).messages).toEqual([message]);
  });

  it.each([
    ["the path, of a volume that nothing mounts", { path: "/b", readOnly: false }, [], true],
    ["the path as read-only, of a volume that nothing mounts", { path: "/b", readOnly: true }, [], false],
    ["the path as read-only, where all mounts are", { path: "/b", readOnly: true }, [mount(true), mount(true)], true],
    ["the path, where all mounts are writable", { path: "/b" }, [mount(), mount(false)], true],
    ["the path, where mounts are of both modes", { path: "/b" }, [mount(), mount(true)], false],
    ["the path with a slash", { path: "/b/" }, [mount()], false],
    ["a path above", { path: "/" }, [mount()], false],
  ])("takes an exception with %s", (_what, value, mounts, isCovered) => {
    for (const release of ["1.76", "next"] as const) {
      const pod = withPath("/b", ...mounts);
      const { messages } = judgeSecurity(allowedHostPaths, release, listing("/a"), pod, excepted(value));
      expect(messages).toHaveLength(isCovered ? 0 : 1);
    }
  });

  it("shows an exception in 1.76", () => {
    const end = (...values: readonly unknown[]) => {
      const [message] = judgeSecurity(allowedHostPaths, "1.76", null, withPath("/b"), excepted(...values)).messages;
      return message?.split("Allowed paths: ")[1];
    };
    expect(end()).toBe("[] | SecurityPolicyException allowed: []");
    expect(end({ path: "/c", readOnly: true }, {})).toBe(
      '[] | SecurityPolicyException allowed: [{"hostPath": {"path": "/c", "type": ""}, "name": "<any>"}, ' +
        '{"hostPath": {"path": "", "type": ""}, "name": "<any>"}]',
    );
  });

  it("never refuses more for a longer list, nor for a shorter prefix", () => {
    const segments = fc.array(fc.constantFrom("a", "b"), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.constantFrom(...RELEASES), segments, segments, (release, path, prefix) => {
        const judge = (...prefixes: readonly string[]) => {
          const parameters = { allowedHostPaths: prefixes.map((pathPrefix) => ({ pathPrefix })) };
          return judgeSecurity(allowedHostPaths, release, parameters, withPath(`/${path.join("/")}`)).messages.length;
        };
        const long = `/${prefix.join("/")}`;
        const short = `/${prefix.slice(1).join("/")}`;
        expect(judge(long, short)).toBeLessThanOrEqual(judge(long));
        const above = `/${prefix.slice(0, -1).join("/")}`;
        expect(judge(above)).toBeLessThanOrEqual(judge(long));
      }),
    );
  });
});
