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

const DECKHOUSE = ["examples/deckhouse", "--profile", "deckhouse"];

test("the examples of Deckhouse are refused for what their names say, and for nothing else", async () => {
  const { code, output } = await run(["check", ...DECKHOUSE, "--output", "json"], { folder: top });
  const report: { objects: readonly { file: string; decision: Decision }[]; problems: unknown } = JSON.parse(output);
  expect([code, report.problems]).toEqual([1, []]);
  expect(report.objects).toHaveLength(8);
  for (const { file, decision } of report.objects) {
    expect(decision.allowed, file).toBe(!file.includes("-breaks-"));
    expect(decision.violations.length === 0, file).toBe(!/-breaks-|-warns/.test(file));
  }
});

test.each(["1.66", "next"])("release %s refuses the same examples", async (release) => {
  const words = [
    ...DECKHOUSE,
    "--release",
    release,
    "--exclude",
    "restricted.yaml",
    "--exclude",
    "scanner-excepted.yaml",
  ];
  const { output } = await run(["check", ...words, "--output", "json"], { folder: top });
  const report: { objects: readonly { file: string; decision: Decision }[] } = JSON.parse(output);
  expect(report.objects).toHaveLength(7);
  for (const { file, decision } of report.objects) expect(decision.allowed, file).toBe(!file.includes("-breaks-"));
});

test("the text for people about Deckhouse's examples is this, explanations included", async () => {
  const { output, errors } = await run(["check", ...DECKHOUSE], { folder: top });
  expect(errors).toBe("");
  await expect(output).toMatchFileSnapshot("deckhouse.golden.txt");
  const explained = await run(["check", ...DECKHOUSE, "--explain", "--exclude", "*-breaks-*"], { folder: top });
  await expect(explained.output).toMatchFileSnapshot("deckhouse-explain.golden.txt");
});

test.each(["junit", "github", "policyreport", "markdown"])("%s tells of policies what it is", async (format) => {
  const { output } = await run(["check", ...DECKHOUSE, "--output", format], { folder: top });
  await expect(output).toMatchFileSnapshot(`deckhouse.golden.${format}.txt`);
});

test("SARIF names rules of policies, describes them, and says which constraint spoke", async () => {
  const { output } = await run(["check", ...DECKHOUSE, "--output", "sarif"], { folder: top });
  const [{ results, tool }] = JSON.parse(output).runs;
  const spoken = results.map(({ ruleId, level, properties: { policies } }: SarifResult) =>
    [level, ruleId, ...policies.map(({ constraint }) => `${constraint?.kind} ${constraint?.name}`)].join(" "),
  );
  expect(spoken).toContain("error requiredProbes D8RequiredProbes common");
  expect(spoken).toContain(
    "warning D8AllowPrivilegeEscalation D8AllowPrivilegeEscalation d8-pod-security-restricted-warn",
  );
  for (const { id, help } of tool.driver.rules) expect(help.text, id).toContain("spec.policies.");
});

interface SarifResult {
  readonly ruleId: string;
  readonly level: string;
  readonly properties: {
    readonly policies: readonly { readonly constraint?: { readonly kind: string; readonly name: string } }[];
  };
}

interface Decision {
  readonly allowed: boolean;
  readonly violations: readonly unknown[];
}

test("the text for people is this", async () => {
  const { code, output, errors } = await check();
  expect([code, errors]).toEqual([1, ""]);
  await expect(output).toMatchFileSnapshot("examples.golden.txt");
});
