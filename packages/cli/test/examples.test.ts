import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { run } from "./run.js";

const top = fileURLToPath(new URL("../../..", import.meta.url));

const WEB_SHOP = ["examples/namespaces.yaml", "examples/shop", "examples/monitoring"];

const check = async (...words: readonly string[]) => run(["check", ...WEB_SHOP, ...words], { folder: top });

test("the examples are refused for what their names say, and for nothing else", async () => {
  const { code, output } = await check("--output", "json");
  const report: { objects: readonly { file: string; decision: Decision }[]; problems: unknown } = JSON.parse(output);
  expect([code, report.problems]).toEqual([1, []]);
  for (const { file, decision } of report.objects) {
    expect(decision.allowed, file).toBe(!file.includes("-breaks-"));
    expect(decision.violations.length === 0, file).toBe(!/-breaks-|-warns/.test(file));
  }
});

interface Decision {
  readonly allowed: boolean;
  readonly violations: readonly unknown[];
}

test("the text for people is this", async () => {
  const { code, output, errors } = await check();
  expect([code, errors]).toEqual([1, ""]);
  await expect(output).toMatchFileSnapshot("examples.golden.txt");
});
