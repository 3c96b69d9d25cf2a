import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { allBuiltins, compileRego } from "../src/index.js";

/** Operands, and what OPA makes of them as `sprintf` prints it. */
type Row = readonly string[];

interface OddOperands {
  readonly name: string;
  readonly rows: readonly Row[];
}

const lines = readFileSync(join(import.meta.dirname, "odd-operands.jsonl"), "utf8")
  .trim()
  .split("\n");
// The file is our own: each line has this shape.
const tables = lines.map((line) => JSON.parse(line) as OddOperands).map((table) => [table.name, table] as const);

/** One value of each type, so that no call is refused for its types. */
const ofAllTypes = ["null", "true", "0", '""', "[]", "{}", "set()"];

/** The operands are read from a list, at places that the input names. */
function outcomesOf({ name, rows }: OddOperands): readonly Row[] {
  const calls = rows.map((row) => row.slice(0, -1).map(String));
  const operands = [...new Set([...ofAllTypes, ...calls.flat()])];
  const read = (operand: string): string => `operands[input[${operands.indexOf(operand)}]]`;
  const rules = calls.map((call, row) => `outcomes[${row}] := sprintf("%v", [${name}(${call.map(read).join(", ")})])`);
  const source = `package test\n\noperands := [${operands.join(", ")}]\n\n${rules.join("\n\n")}\n`;
  const policy = compileRego([{ file: "test.rego", source }]);
  const results = policy.ok
    ? policy.value.evaluate("outcome := data.test.outcomes[row]", { input: [...operands.keys()] })
    : policy;
  if (!results.ok) throw new Error(results.errors.map(({ message }) => message).join("\n"));
  const outcomes = new Map(results.value.map(({ bindings }) => [bindings.get("row"), bindings.get("outcome")]));
  return calls.map((call, row) => [...call, String(outcomes.get(row) ?? "undefined")]);
}

test.each(tables)("odd operands of %s give what OPA gives", (_name, table) => {
  expect(outcomesOf(table)).toStrictEqual(table.rows);
});

/** They answer otherwise each time, need a host, sign with random numbers, have many results, or have tables of their own. */
const others =
  /^(time\.now_ns|rand\.|uuid\.rfc4122|opa\.runtime|http\.|net\.lookup|trace|walk|rego\.|internal\.|graphql\.|providers\.|crypto\.x509\.|io\.jwt\.(encode_sign|decode_verify)|bits\.lsh|numbers\.range$)/;

test("every other builtin has a table", () => {
  const names = [...allBuiltins().values()].filter(
    (builtin) => builtin.deprecated !== true && !others.test(builtin.name),
  );
  const known = new Set(tables.map(([name]) => name));
  expect(names.map(({ name }) => name).filter((name) => !known.has(name))).toStrictEqual([]);
  expect(tables.every(([, { rows }]) => rows.length >= 3)).toBe(true);
});
