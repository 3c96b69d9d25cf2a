import { expect, test } from "vitest";
import { allBuiltins } from "../builtins/index.js";
import { withLanguageBuiltins } from "../compile/language-builtins.js";
import { compileModules } from "../compile/pipeline.js";
import { operatorReference } from "../syntax/ast.js";
import { nowhere } from "../syntax/location.js";
import { parseModule } from "../syntax/parse-module.js";
import { createPlanner } from "./create-planner.js";

test("every place with rules, and every package, is a node", () => {
  const parsed = parseModule("package a.b\n\np := 1\n\nf(x) := x\n\ns contains 1\n\nt[x] := 1 if { x := 2 }\n", {
    file: "a",
    version: "v1",
  });
  const builtins = withLanguageBuiltins(allBuiltins());
  const compiled = compileModules(parsed.ok ? [parsed.value] : [], { builtins, printing: "off", release: "1.17" });
  if (!compiled.ok) throw new Error("not compiled");
  const planner = createPlanner(compiled.value, false);
  const kind = (name: string): string | undefined => planner.nodeOf(operatorReference(name, nowhere("")))?.group?.kind;
  expect(["p", "f", "s", "t"].map((name) => kind(`data.a.b.${name}`))).toStrictEqual([
    "complete",
    "function",
    "set",
    "tree",
  ]);
  expect(planner.nodeOf(operatorReference("data.a.b", nowhere("")))?.group).toBeUndefined();
  expect(planner.nodeOf(operatorReference("data.a.none", nowhere("")))).toBeUndefined();
});
