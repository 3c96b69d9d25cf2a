import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readKnownFailures } from "../known-failures.js";
import { regoSuite } from "./rego.js";

const folder = join(process.env["OSTIARY_CONFORMANCE"] ?? join("..", "shared", "conformance"), "rego");
const known = readKnownFailures(join(import.meta.dirname, "..", "..", "known-failures.jsonl"));
const isThere = existsSync(folder);

describe.skipIf(!isThere)(`answers of OPA (skipped where ${folder} is missing)`, () => {
  const names = isThere ? readdirSync(folder).filter((name) => name.endsWith(".jsonl")) : [];
  const formats = regoSuite().files(folder);

  test.each(names)("%s", async (name) => {
    const format = formats.find((candidate) => candidate.names.test(name));
    const failures: string[] = [];
    for (const { id, judge } of format?.list(join(folder, name)) ?? []) {
      const outcome = await judge();
      if (outcome.kind === "failed") failures.push(id);
    }
    expect(failures).toStrictEqual([...known("rego", name).keys()]);
  });
});
