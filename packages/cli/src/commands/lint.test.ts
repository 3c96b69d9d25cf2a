import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { run } from "../../test/run.js";

const POLICY = `apiVersion: deckhouse.io/v1alpha1
kind: OperationPolicy
metadata: {name: repositories}
spec:
  match: {namespaceSelector: {matchNames: [shop]}}
  policies:
    allowedRepos:
      - registry.example.com
`;
const GOOD = POLICY.replace("registry.example.com", "registry.example.com/");
const TRAP = `apiVersion: deckhouse.io/v1alpha1
kind: SecurityPolicy
metadata: {name: trap}
spec:
  match: {namespaceSelector: {matchNames: [shop]}}
  policies: {allowPrivileged: true, allowPrivilegeEscalation: true, allowHostNetwork: false}
`;

const lintText = async (text: string, ...words: readonly string[]) => run(["lint", "-", ...words], { input: text });

describe("ostiary lint", () => {
  test("shows what is meant, where, and an object that shows it", async () => {
    const { code, output, errors } = await run(["lint", "."], { folder: makeFolder({ "a.yaml": POLICY }) });
    expect([code, errors]).toEqual([1, ""]);
    expect(output).toContain("a.yaml:8:9");
    expect(output.replaceAll(/\s+/g, " ")).toContain(
      "OperationPolicy `repositories`: `registry.example.com` also admits `registry.example.com.evil.example/app:1.0`",
    );
    expect(output).toContain("open-repository-prefix");
    const [, object = ""] = /^ {2}admitted: (.*)$/m.exec(output) ?? [];
    expect(JSON.parse(object)).toMatchObject({ kind: "Pod" });
    expect(output).toMatch(/\n1 remark\n$/);
  });

  test("says when there is nothing to say, of other documents too", async () => {
    const { code, output } = await lintText(`${GOOD}---\napiVersion: v1\nkind: Pod\n`);
    expect([code, output]).toEqual([0, "nothing to say\n"]);
  });

  test("says where the other policy is that asks for the same", async () => {
    const { output } = await lintText(`${GOOD}---\n${GOOD.replace("name: repositories", "name: copy")}`);
    expect(output.replaceAll(/\s+/g, " ")).toContain("OperationPolicy `repositories` asks for too (-:1)");
  });

  test("is about a release", async () => {
    expect((await lintText(TRAP)).output).toContain("refuses every pod in release 1.76");
    expect((await lintText(TRAP, "--release", "next")).output).toContain("restricts nothing in release next");
    expect((await lintText(TRAP, "--release", "1.0")).code).toBe(2);
  });

  test("leaves out what is excluded, and goes on after what cannot be read", async () => {
    const folder = makeFolder({ "a.yaml": POLICY, "b.yaml": "a: [", "c.yaml": POLICY });
    const { code, output } = await run(["lint", ".", "gone.yaml", "--exclude", "c.yaml"], { folder });
    expect(code).toBe(2);
    expect(output).toContain("gone.yaml");
    expect(output).toContain("b.yaml:1");
    expect(output).toContain("a.yaml:8");
    expect(output).not.toContain("c.yaml");
  });

  test("a policy that a cluster refuses is an error, at its place", async () => {
    const { code, output } = await lintText(POLICY.replace("- registry.example.com", "- 5"));
    expect(code).toBe(2);
    expect(output).toContain("-:8:9");
    expect(output.replaceAll(/\s+/g, " ")).toContain("expected string, found 5");
    expect(output).not.toContain("policy document");
  });

  test("without anything to lint it says how to call it", async () => {
    const { code, errors } = await run(["lint"]);
    expect([code, errors]).toEqual([2, "error: nothing to lint: name files or folders, or `-` for standard input\n"]);
  });

  test("the documentation's samples have what they are known for", async () => {
    const folder = fileURLToPath(new URL("../../../..", import.meta.url));
    const codes = async (release: string) => {
      const { output } = await run(["lint", join("examples", "deckhouse"), "--release", release], { folder });
      return new Set(output.match(/\b(?:empty-list|toothless-field|open-repository-prefix|refuses-everything)\b/g));
    };
    expect(await codes("1.76")).toEqual(new Set(["empty-list", "open-repository-prefix"]));
    expect(await codes("next")).toEqual(new Set(["empty-list", "open-repository-prefix", "toothless-field"]));
  });
});

test("what is nearly a policy is told, and looked at no further", async () => {
  const { code, output } = await lintText(GOOD.replace("OperationPolicy", "OperationPolcy"));
  expect(code).toBe(1);
  expect(output.replaceAll(/\s+/g, " ")).toContain(
    "`OperationPolcy` is no policy, the nearest is `OperationPolicy` of `deckhouse.io`",
  );
});
