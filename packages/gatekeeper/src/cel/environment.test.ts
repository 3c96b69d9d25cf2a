import { describe, expect, it } from "vitest";
import { kubernetesEnvironment } from "./environment.js";

/** One function of each library that Kubernetes 1.36 has. */
const PRESENT = [
  "matches",
  "getFullYear",
  "optional.of",
  "lowerAscii",
  "isSorted",
  "flatten",
  "sets.contains",
  "findAll",
  "isURL",
  "quantity",
  "ip.isCanonical",
  "containsCIDR",
  "semver",
  "format.named",
];

/** What Kubernetes 1.36 does not have, and the authorizer, which only a cluster can be. */
const ABSENT = ["authorizer", "check", "cel.bind", "includes", "math.greatest", "base64.encode", "jsonpatch.escapeKey"];

describe("kubernetesEnvironment", () => {
  const { functions, types } = kubernetesEnvironment();

  it.each(PRESENT)("has %s", (name) => {
    expect(functions.has(name)).toBe(true);
  });

  it.each(ABSENT)("has no %s", (name) => {
    expect(functions.has(name)).toBe(false);
  });

  it("has the names of types", () => {
    expect([...types.keys()].sort()).toEqual(
      [
        ...["bool", "bytes", "double", "int", "list", "map", "null_type", "optional_type", "string", "type", "uint"],
        ...["google.protobuf.Duration", "google.protobuf.Timestamp", "net.CIDR", "net.IP"],
      ].sort(),
    );
  });

  it("every overload can be run, but for what the evaluator does itself", () => {
    const own = ["_?_:_", "_&&_", "_||_", "_[_]", "_[?_]", "or", "orValue"];
    const idle = [...functions.values()].filter(
      ({ run, overloads }) => !run && overloads.some((overload) => !overload.run),
    );
    expect(idle.map(({ name }) => name).sort()).toEqual(own.sort());
  });
});
