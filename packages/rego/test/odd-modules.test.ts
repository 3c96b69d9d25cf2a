import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compileRego, type Diagnostic, toText } from "../src/index.js";

/** A module with what OPA says of it: its first error, or the values of the whole package. */
interface OddModule {
  readonly version: "v0" | "v1";
  readonly source: string;
  readonly error?: string;
  readonly values?: readonly string[];
}

const lines = readFileSync(join(import.meta.dirname, "odd-modules.jsonl"), "utf8")
  .trim()
  .split("\n");
// The file is our own: each line has this shape.
const modules = lines.map((line) => JSON.parse(line) as OddModule);

const firstOf = ([first]: readonly Diagnostic[]): string => `${first?.row}: ${first?.code}: ${first?.message}`;

test.each(modules.map((odd) => [odd.source, odd] as const))(
  "OPA says of %j",
  (_source, { version, source, error, values }) => {
    const policy = compileRego([{ file: "odd.rego", source: `package t\n\n${source}\n` }], { version });
    const input = { strs: ["a"], m: { a: 1 } };
    const results = policy.ok ? policy.value.evaluate("x = data.t", { input }) : policy;
    if (error !== undefined) expect(results.ok ? "no error" : firstOf(results.errors)).toBe(error);
    else {
      const given = results.ok
        ? results.value.map(({ bindings }) => toText(bindings.get("x") ?? null))
        : results.errors;
      expect(given).toStrictEqual(values);
    }
  },
);
