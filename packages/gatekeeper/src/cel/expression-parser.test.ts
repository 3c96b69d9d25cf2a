import { describe, expect, it } from "vitest";
import { runCel } from "../../test/cel.js";
import { kubernetesEnvironment } from "./environment.js";

const environment = kubernetesEnvironment();
const parse = (text: string) => {
  const parsed = environment.parse(text);
  return parsed.ok ? parsed.value : parsed.error.message;
};

describe("what parses", () => {
  it.each([
    ["a + b", 2],
    ["(a) . b", 4],
    ["a[0]", 1],
    ["foo(1)", 3],
    ["a.foo(1)", 5],
    ["a ? b : c", 2],
    ["[1]", 0],
    ["!a", 0],
    ["a in b", 2],
  ])("cel-go would place `%s` at %i", (text, offset) => {
    expect(parse(text)).toMatchObject({ offset });
  });

  it("signs before a number are part of it, and two of them cancel out", () => {
    expect(parse("-1")).toMatchObject({ kind: "literal", value: -1n });
    expect(parse("-1.5")).toMatchObject({ kind: "literal", value: -1.5 });
    expect(parse("!!a")).toMatchObject({ kind: "identifier", name: "a" });
    expect(parse("-a")).toMatchObject({ kind: "call", name: "-_" });
  });

  it("functions with a dot in their name are told from methods", () => {
    expect(parse("optional.of(1)")).toMatchObject({ kind: "call", name: "optional.of" });
    expect(parse("optional.of(1)")).not.toHaveProperty("target");
    expect(parse("a.of(1)")).toMatchObject({ kind: "call", name: "of", target: { name: "a" } });
  });

  it("types with dots in their name are told from fields", () => {
    expect(parse("net.IP")).toMatchObject({ kind: "identifier", name: "net.IP" });
    expect(parse("net.IPs")).toMatchObject({ kind: "select", field: "IPs" });
    expect(runCel('type(ip("1.1.1.1")) == net.IP').text).toBe("true");
    expect(runCel('type(cidr("1.1.1.0/24")) == net.CIDR').text).toBe("true");
    expect(runCel('type(duration("1s")) == google.protobuf.Duration').text).toBe("true");
    expect(runCel("type(optional.of(1)) == optional_type").text).toBe("true");
    expect(runCel("optional_type == type(1)").text).toBe("false");
  });

  it("optional access", () => {
    expect(parse("a.?b")).toMatchObject({ kind: "select", mode: "optional", field: "b" });
    expect(parse("a[?0]")).toMatchObject({ kind: "call", name: "_[?_]" });
    expect(parse("has(a.b)")).toMatchObject({ kind: "select", mode: "presence", field: "b" });
  });
});
