import { formatFieldPath, ObjectView, Reading } from "@ostiary/rules";
import { describe, expect, it } from "vitest";
import { makeConfiguration } from "../../test/requests.js";
import { type ConfigurationFault, NO_CONFIGURATION, readConfiguration } from "./pod-security-configuration.js";

const read = (fields: object) => {
  const faults: ConfigurationFault[] = [];
  const reading = new Reading();
  const configuration = readConfiguration(ObjectView.root(reading, makeConfiguration({ ...fields }), []), faults);
  return {
    configuration,
    faults: faults.map(({ path, message }) => `${formatFieldPath(path)}: ${message}`),
    types: reading.faults.map(({ path, expected }) => `${formatFieldPath(path)}: ${expected}`),
  };
};

describe("a configuration", () => {
  it.each([{}, { defaults: null, exemptions: null }, { defaults: {}, exemptions: {} }, { defaults: { enforce: "" } }])(
    "that says nothing asks for nothing and exempts nobody: %j",
    (fields) => {
      expect(read(fields)).toEqual({ configuration: NO_CONFIGURATION, faults: [], types: [] });
    },
  );

  it("sets the defaults and the exemptions", () => {
    const { configuration, faults } = read({
      defaults: {
        enforce: "baseline",
        "enforce-version": "v1.25",
        audit: "restricted",
        "warn-version": "latest",
        warn: "baseline",
      },
      exemptions: { usernames: ["jane", "system:a b"], namespaces: ["kube-system"], runtimeClasses: ["gvisor.v1"] },
    });
    expect(faults).toEqual([]);
    expect(configuration).toEqual({
      defaults: {
        enforce: { level: "baseline", version: "v1.25" },
        audit: { level: "restricted", version: "latest" },
        warn: { level: "baseline", version: "latest" },
      },
      exemptions: {
        usernames: new Set(["jane", "system:a b"]),
        namespaces: new Set(["kube-system"]),
        runtimeClasses: new Set(["gvisor.v1"]),
      },
    });
  });

  it("with an invalid default falls back to the strictest", () => {
    const { configuration, faults } = read({ defaults: { warn: "none", "warn-version": "1.25" } });
    expect(configuration.defaults.warn).toEqual({ level: "restricted", version: "latest" });
    expect(faults).toEqual([
      "defaults.warn: must be one of privileged, baseline, restricted, not `none`",
      'defaults.warn-version: must be "latest" or "v1.x", not `1.25`',
    ]);
  });

  it.each([
    [{ default: {} }, "default: unknown field `default`: expected one of apiVersion, kind, defaults, exemptions"],
    [
      { defaults: { Enforce: "baseline" } },
      "defaults.Enforce: unknown field `Enforce`: expected one of enforce, enforce-version, audit, audit-version, warn, warn-version",
    ],
    [
      { exemptions: { users: [] } },
      "exemptions.users: unknown field `users`: expected one of usernames, namespaces, runtimeClasses",
    ],
  ])("with an unknown field is refused: %j", (fields, fault) => {
    expect(read(fields).faults).toEqual([fault]);
  });

  it.each([
    ["usernames", "", "username must not be empty: ``"],
    ["usernames", null, "username must not be empty: ``"],
    ["namespaces", "", "must be a DNS label: lower case letters, digits and `-`, at most 63: ``"],
    ["namespaces", "Shop", "must be a DNS label: lower case letters, digits and `-`, at most 63: `Shop`"],
    ["namespaces", "a.b", "must be a DNS label: lower case letters, digits and `-`, at most 63: `a.b`"],
    ["namespaces", "-a", "must be a DNS label: lower case letters, digits and `-`, at most 63: `-a`"],
    ["namespaces", "kube-*", "must be a DNS label: lower case letters, digits and `-`, at most 63: `kube-*`"],
    ["namespaces", "a".repeat(64), expect.stringContaining("at most 63")],
    ["runtimeClasses", "a..b", "must be a DNS subdomain: lower case letters, digits, `-` and `.`, at most 253: `a..b`"],
    ["runtimeClasses", "a\n", expect.stringContaining("at most 253")],
    ["runtimeClasses", `${"a.".repeat(127)}a`, expect.stringContaining("at most 253")],
  ])("with the exemption %s %.20j is refused", (list, entry, message) => {
    const { configuration, faults } = read({ exemptions: { [list]: ["fine", entry] } });
    const text = expect.stringMatching(new RegExp(`^exemptions\\.${list}\\[1\\]: `));
    expect(faults).toEqual([text]);
    expect(faults[0]?.replace(/^[^:]*: /, "")).toEqual(message);
    expect(configuration.exemptions).toEqual({ ...NO_CONFIGURATION.exemptions, [list]: new Set(["fine"]) });
  });

  it.each(["a".repeat(63), "0", "a-b"])("may exempt the namespace %.10s", (namespace) => {
    expect(read({ exemptions: { namespaces: [namespace] } }).faults).toEqual([]);
  });

  it("with an exemption twice is refused", () => {
    const { configuration, faults } = read({ exemptions: { usernames: ["jane", "joe", "jane"] } });
    expect(faults).toEqual(["exemptions.usernames[2]: duplicate value: `jane`"]);
    expect(configuration.exemptions.usernames).toEqual(new Set(["jane", "joe"]));
  });

  it.each([
    [{ defaults: [] }, "defaults: object"],
    [{ defaults: { enforce: 5 } }, "defaults.enforce: string"],
    [{ exemptions: { usernames: "jane" } }, "exemptions.usernames: list of strings"],
    [{ exemptions: { namespaces: ["a", 5] } }, "exemptions.namespaces[1]: string"],
  ])("with a wrong type leaves it to the reading: %j", (fields, type) => {
    expect(read(fields).types).toEqual([type]);
  });
});
