import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { subjectUnder } from "../../test/judge-security.js";
import { RELEASES } from "../release.js";
import { SECURITY_CONSTRAINTS } from "./constraints.js";

const fieldsOf = (release: (typeof RELEASES)[number]) =>
  SECURITY_CONSTRAINTS.flatMap(({ fields }) => fields).filter(({ schema }) => schema[release] !== undefined);

/** Any JSON, most of it with names that rules look for. */
const anything = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom<unknown>(null, true, 0, -1, 1.5, "", "a", "*", "__proto__", 10n),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom(
        ..."containers initContainers securityContext volumes hostPath flexVolume ports hostPort name capabilities".split(
          " ",
        ),
        ..."add drop seccompProfile seLinuxOptions sysctls runAsUser supplementalGroups volumeMounts roleRef rules".split(
          " ",
        ),
        "__proto__",
      ),
      tie("value"),
      { maxKeys: 4 },
    ),
  ),
})).value;

describe("SECURITY_CONSTRAINTS", () => {
  it.each([
    ["1.66", 24],
    ["1.76", 28],
    ["next", 28],
  ] as const)("have in %s the %d fields of the custom resource, each once", (release, count) => {
    const names = fieldsOf(release).map(({ name }) => name);
    expect(names).toHaveLength(count);
    expect(new Set(names).size).toBe(count);
  });

  it("have names of their own", () => {
    const names = SECURITY_CONSTRAINTS.map(({ name }) => name);
    expect(names).toHaveLength(21);
    expect(new Set(names).size).toBe(21);
    for (const name of names) expect(name).toMatch(/^D8[A-Z]/);
  });

  it.each([
    ["1.66", ["D8HostProcesses", "D8HostNetwork", "D8PrivilegedContainer", "D8AllowPrivilegeEscalation"]],
    ["1.76", ["D8PrivilegedContainer", "D8AllowPrivilegeEscalation"]],
    ["next", ["D8PrivilegedContainer", "D8AllowPrivilegeEscalation"]],
  ] as const)("forbid in %s, where a policy says nothing, what %j are about", (release, kinds) => {
    const made = SECURITY_CONSTRAINTS.filter((kind) => kind.generate(release, {}) !== undefined);
    expect(made.map(({ name }) => name)).toEqual(kinds);
  });

  it("take any object, any exception and any parameters", () => {
    const cases = fc.record({ spec: anything, metadata: anything, exception: anything, parameters: anything });
    fc.assert(
      fc.property(cases, fc.constantFrom(...RELEASES), ({ spec, metadata, exception, parameters }, release) => {
        for (const kind of SECURITY_CONSTRAINTS) {
          for (const given of [{}, parameters]) {
            const prepared = kind.prepare(release, given);
            if (prepared === undefined || "faults" in prepared) continue;
            const subject = subjectUnder(
              { apiVersion: "v1", kind: "Pod", metadata, spec, roleRef: spec },
              { exception },
            );
            expect(Array.isArray(prepared.check(subject))).toBe(true);
          }
        }
      }),
    );
  });
});
