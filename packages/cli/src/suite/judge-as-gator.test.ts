import { expect, test } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { gatorSuite, POLICY_FILES } from "../../test/suites.js";
import { findFiles } from "../check/find-files.js";
import { judgeAsGator } from "./judge-as-gator.js";
import { readSuites } from "./read-suites.js";
import { SourceDocuments } from "./source-documents.js";

const prepare = (text: string, files: Record<string, string> = {}) => {
  const workingDirectory = makeFolder({ ...POLICY_FILES, ...files, "suite.yaml": text });
  const [suite] = readSuites(findFiles(["suite.yaml"], { workingDirectory }).files).suites;
  const [test] = suite?.tests ?? [];
  if (suite === undefined || test === undefined) throw new Error("no test");
  const judge = judgeAsGator(test, suite, { documents: new SourceDocuments(workingDirectory) });
  const [one] = test.cases;
  return judge.ok && one !== undefined ? judge.value.judge(one) : judge;
};

test("violations have the action and the words of gator", () => {
  expect(prepare(gatorSuite("{}"))).toEqual({
    ok: true,
    value: { violations: [{ policy: "owned", rule: "NeedsLabel", action: "deny", message: "web needs label owner" }] },
  });
});

test.each<[string, string, string, string]>([
  ["template", "template: template.yaml", "template: ''", "invalid Suite: missing template"],
  ["constraint", "constraint: constraint.yaml", "skip: false", "invalid Suite: missing constraint"],
  ["object", "object: pod.yaml", "skip: false", "invalid Case: must define object"],
  ["assertion", "assertions: [{}]", "skip: false", "invalid Case: assertions must be non-empty"],
])("without a %s gator's words tell what is missing", (_what, from, to, message) => {
  expect(prepare(gatorSuite("{}").replace(from, to))).toMatchObject({ ok: false, error: { message } });
});

test("a selector of namespaces that is not told the namespace rejects, as in gator", () => {
  const constraint = POLICY_FILES["constraint.yaml"].replace(
    "match: {",
    "match: {namespaceSelector: {matchLabels: {a: b}}, ",
  );
  expect(prepare(gatorSuite("{}"), { "constraint.yaml": constraint })).toMatchObject({
    ok: true,
    value: { violations: [{ message: expect.stringContaining("unable to match constraints") }] },
  });
});
