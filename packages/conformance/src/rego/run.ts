import {
  allBuiltins,
  type BuiltinTable,
  type CompileOptions,
  compileRego,
  createBuiltins,
  type EvaluateOptions,
  type ModuleSource,
  networkBuiltins,
  type Outcome,
  type QueryResult,
  type Value,
} from "@ostiary/rego";
import { type Fields, isFields, listOf, textOf } from "./case.js";

/** Which release's answer is compared. */
export type Release = "1.17" | "1.22";

/** A moment and a host, the same for all cases: 2026-02-02T02:40:00Z, about when OPA's answers were recorded. */
const host = (): EvaluateOptions => ({
  now: () => 1_770_000_000_000_000_000n,
  random: pseudoRandom(),
  uuid: countingUuids(),
  lookUp: (name) => (name === "localhost" ? ["127.0.0.1", "::1"] : []),
});

/** UUIDs of version 4 that count. */
const countingUuids = (): (() => string) => {
  let count = 0;
  return () => {
    count += 1;
    return `${String(count).padStart(8, "0")}-89ab-4cde-8f01-23456789abcd`;
  };
};

/** A sequence that looks random and is the same for each case. */
const pseudoRandom = (): (() => number) => {
  let state = 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
};

/** The builtins of a server, network included: cases mock them. */
export const builtins = (): BuiltinTable => new Map([...allBuiltins(), ...createBuiltins(networkBuiltins)]);

/** The modules of a case under the names that error texts use. */
export const modulesOf = (fields: Fields): readonly ModuleSource[] =>
  listOf(fields["modules"]).map((source, index) => ({ file: `test-${index}.rego`, source: String(source) }));

/** The options of a case. */
export const compileOptionsOf = (fields: Fields, reference: Release): CompileOptions => {
  const version = fields["rego_version"] === "v0" ? "v0" : "v1";
  return { version, reference, builtins: builtins() };
};

/** Compiles the modules of a case and evaluates its query. */
export const runCase = (
  fields: Fields,
  reference: Release,
  input: Value | undefined,
): Outcome<readonly QueryResult[]> => {
  const compiled = compileRego(modulesOf(fields), compileOptionsOf(fields, reference));
  if (!compiled.ok) return compiled;
  const mode = fields["want_values"] === undefined ? "conditions" : "values";
  const prepared = compiled.value.prepare(textOf(fields["query"]) ?? "", { mode });
  if (!prepared.ok) return prepared;
  return prepared.value.evaluate({
    ...host(),
    ...(input === undefined ? {} : { inputValue: input }),
    ...(isFields(fields["data"]) ? { data: fields["data"] } : {}),
    strictBuiltinErrors: fields["strict_error"] === true,
  });
};

/** The input of a case; `input_term` is Rego text. */
export const inputOf = (fields: Fields): Value | undefined => {
  const term = textOf(fields["input_term"]);
  if (term === undefined) return fields["input"];
  const compiled = compileRego([], {});
  const results = compiled.ok ? compiled.value.evaluate(`value = ${term}`) : undefined;
  return results?.ok === true ? results.value[0]?.bindings.get("value") : undefined;
};
