import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createBuiltins, operatorBuiltins } from "./builtins/index.js";
import {
  allBuiltins,
  compileParsed,
  compilePolicy,
  compileRego,
  parseModule,
  policyChecks,
  renderDiagnostics,
  toText,
} from "./index.js";

describe("a policy is compiled once and evaluated often", () => {
  const policy = compileRego([
    { file: "a.rego", source: "package a\n\np contains x if { some x in input; x > limit }\n\nlimit := data.limit\n" },
  ]);

  test("prepared queries are independent of each other", () => {
    const prepared = policy.ok ? policy.value.prepare("data.a.p") : policy;
    if (!prepared.ok) throw new Error(renderDiagnostics(prepared.errors));
    const run = (input: unknown, data: unknown): string => {
      const results = prepared.value.evaluate({ input, data });
      return results.ok ? results.value.map(({ expressions }) => expressions.map(toText).join()).join() : "error";
    };
    expect(run([1, 5], { limit: 3 })).toBe("{5}");
    expect(run([1, 5], { limit: 0 })).toBe("{1, 5}");
    expect(run([1, 5], {})).toBe("set()");
  });

  test("base documents are read as they are at each evaluation, checked or not", () => {
    const prepared = policy.ok ? policy.value.prepare("data.a.p") : policy;
    if (!prepared.ok) throw new Error(renderDiagnostics(prepared.errors));
    const run = (data: unknown): string => {
      const results = prepared.value.evaluate({ input: [1, 5], data });
      return results.ok ? results.value.map(({ expressions }) => expressions.map(toText).join()).join() : "error";
    };
    const clean = { limit: 3 };
    expect(run(clean)).toBe("{5}");
    clean.limit = 0;
    expect(run(clean)).toBe("{1, 5}");
    const unclean = { limit: 3, none: undefined };
    expect(run(unclean)).toBe("{5}");
    unclean.limit = 9;
    expect(run(unclean)).toBe("set()");
    expect([run({ limit: Number.NaN }), run({ limit: 4 })]).toStrictEqual(["error", "{5}"]);
  });

  test("the same input gives the same bytes", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (input) => {
        const answer = () => policy.ok && JSON.stringify(policy.value.evaluate("data.a", { input }));
        expect(answer()).toBe(answer());
      }),
    );
  });

  test("what an evaluation threw at one policy does not disturb the next evaluation", () => {
    const failing = compileRego([{ file: "a.rego", source: "package a\n\np := input[_]\n" }]);
    const run = (input: unknown) => failing.ok && failing.value.evaluate("data.a.p", { input }).ok;
    expect([run([1, 2]), run([1]), run([1, 2]), run([3])]).toStrictEqual([false, true, false, true]);
  });
});

test("every module that does not parse is reported", () => {
  const outcome = compileRego([
    { file: "a.rego", source: "package a\n\np := 01\n" },
    { file: "b.rego", source: "" },
  ]);
  const files = outcome.ok ? [] : outcome.errors.map(({ file }) => file);
  expect(new Set(files)).toStrictEqual(new Set(["a.rego", "b.rego"]));
});

test("a module can name its own version", () => {
  const sources = [
    { file: "a.rego", source: "package a\n\np[x] { x := 1 }\n", version: "v0" as const },
    { file: "b.rego", source: "package b\n\np contains 1\n" },
  ];
  const outcome = compileRego(sources, { version: "v1" });
  expect(outcome.ok).toBe(true);
});

test("a host chooses the builtins that policies may call", () => {
  const sources = [{ file: "a.rego", source: "package a\n\np := 1 + 1\n\nq := count([])\n" }];
  const outcome = compileRego(sources, { builtins: createBuiltins(operatorBuiltins) });
  expect(outcome.ok ? [] : outcome.errors.map(({ message }) => message)).toStrictEqual(["undefined function count"]);
});

test("nesting beyond the engine's stack is an error of the source", () => {
  const source = `package a\n\np := ${"f(".repeat(3_000)}1${")".repeat(3_000)}\n`;
  const outcome = compileRego([{ file: "a.rego", source }], { maximumDepth: 1_000_000 });
  expect(outcome.ok ? "" : renderDiagnostics(outcome.errors)).toContain("nesting too deep");
});

describe("modules that are parsed already", () => {
  const parse = (file: string, source: string) => {
    const parsed = parseModule(source, { file, version: "v1" });
    if (!parsed.ok) throw new Error(renderDiagnostics(parsed.errors));
    return parsed.value;
  };

  test("they are compiled under whatever package the host has given them", () => {
    const module = parse("a.rego", "package a\n\np := 1\n");
    const moved = { ...module, package: { ...module.package, path: ["moved"] } };
    const policy = compileParsed([moved], { builtins: allBuiltins() });
    const results = policy.ok ? policy.value.evaluate("data.moved.p") : policy;
    expect(results.ok && results.value.map(({ expressions }) => expressions)).toStrictEqual([[1]]);
  });

  test("errors come in the order in which the modules are given", () => {
    const modules = ["b", "a"].map((name) => parse(`${name}.rego`, `package ${name}\n\np := nothing(1)\n`));
    const policy = compileParsed(modules, { builtins: allBuiltins() });
    expect(policy.ok ? [] : policy.errors.map(({ file }) => file)).toStrictEqual(["b.rego", "a.rego"]);
  });
});

test("a host's builtin counts also where it has the name of a usual one", () => {
  const own = createBuiltins([{ name: "count", signature: "any -> number", call: () => 7 }]);
  const policy = compileRego([{ file: "a.rego", source: "package a\n\np := count([1])\n" }], {
    builtins: new Map([...allBuiltins(), ...own]),
  });
  const results = policy.ok ? policy.value.evaluate("data.a.p") : policy;
  expect(results.ok && results.value.map(({ expressions }) => expressions)).toStrictEqual([[7]]);
});

describe("what the engine or its host does wrong is an error, not an exception", () => {
  const broken = (): never => {
    throw new TypeError("bug");
  };

  test("while modules are compiled", () => {
    const checks = { ...policyChecks, types: broken };
    const policy = compilePolicy([{ file: "a.rego", source: "package a\n" }], { builtins: allBuiltins(), checks });
    expect(policy).toMatchObject({
      ok: false,
      errors: [{ code: "rego_compile_error", message: "internal error: TypeError: bug" }],
    });
  });

  test("while steps are observed", () => {
    const policy = compileRego([]);
    const outcome = policy.ok && policy.value.evaluate("true", { observer: { enterQuery: broken } });
    expect(outcome).toMatchObject({ ok: false, errors: [{ code: "eval_internal_error", message: "TypeError: bug" }] });
  });
});
