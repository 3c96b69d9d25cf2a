import { describe, expect, it } from "vitest";
import { labelKeyFaults, labelValueFaults } from "./label-syntax.js";

const [name63, name64] = ["a".repeat(63), "a".repeat(64)];
const subdomain253 = `${"a".repeat(63)}.`.repeat(3) + "a".repeat(61);

describe("the key of a label is a qualified name", () => {
  it.each(["a", "A", "a.b_c-d", "example.com/name", "a/B", name63, `${subdomain253}/a`, "1"])("%s is one", (key) => {
    expect(labelKeyFaults(key)).toEqual([]);
  });

  it.each([
    ["", ["name part must be non-empty", "name part must consist of"]],
    ["bad key!", ["name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with"]],
    ["-a", ["name part must consist of"]],
    ["a-", ["name part must consist of"]],
    [name64, ["name part must be no more than 63 bytes"]],
    ["/a", ["prefix part must be non-empty"]],
    ["a/", ["name part must be non-empty", "name part must consist of"]],
    ["Example.com/a", ["prefix part a lowercase RFC 1123 subdomain must consist of lower case"]],
    [`${subdomain253}a/a`, ["prefix part must be no more than 253 bytes"]],
    ["a/b/c", ["a valid label key must consist of"]],
  ])("%j is none: %j", (key, faults) => {
    expect(labelKeyFaults(key)).toEqual(faults.map((fault) => expect.stringContaining(fault)));
  });

  it("a wrong one is explained in Kubernetes' words", () => {
    expect(labelKeyFaults("a/b/c")).toEqual([
      "a valid label key must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an " +
        "alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is " +
        "'([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]') with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')",
    ]);
  });
});

describe("the value of a label", () => {
  it.each(["", "a", "A.b_c-d", name63])("%j is good", (value) => {
    expect(labelValueFaults(value)).toEqual([]);
  });

  it.each([
    ["some value", ["a valid label must be an empty string or consist of"]],
    ["-", ["a valid label must be"]],
    ["a/b", ["a valid label must be"]],
    [name64, ["must be no more than 63 bytes"]],
    [`${name64}!`, ["must be no more than 63 bytes", "a valid label must be"]],
    ["é".repeat(31), ["a valid label must be"]],
    ["é".repeat(32), ["must be no more than 63 bytes", "a valid label must be"]],
    ["€".repeat(21), ["a valid label must be"]],
    ["€".repeat(22), ["must be no more than 63 bytes", "a valid label must be"]],
    ["😀".repeat(16), ["must be no more than 63 bytes", "a valid label must be"]],
  ])("%j is not: %j", (value, faults) => {
    expect(labelValueFaults(value)).toEqual(faults.map((fault) => expect.stringContaining(fault)));
  });
});
