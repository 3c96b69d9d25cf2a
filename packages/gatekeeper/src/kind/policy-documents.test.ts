import { expect, test } from "vitest";
import {
  type DocumentRole,
  moveProblems,
  onOneLine,
  refuseDocument,
  refuseDocuments,
  roleOf,
  sortDocuments,
} from "./policy-documents.js";

const documentOf = (group: string, kind: string, index = 0) => ({
  group,
  version: "v1",
  kind,
  index,
  value: { metadata: { name: `n${index}` } },
});

test.each<[string, string, DocumentRole | undefined]>([
  ["templates.gatekeeper.sh", "ConstraintTemplate", "template"],
  ["constraints.gatekeeper.sh", "Anything", "constraint"],
  ["config.gatekeeper.sh", "Config", "config"],
  ["mutations.gatekeeper.sh", "ModifySet", "mutator"],
  ["expansion.gatekeeper.sh", "ExpansionTemplate", "expansion"],
  ["externaldata.gatekeeper.sh", "Provider", "provider"],
  ["syncset.gatekeeper.sh", "SyncSet", "sync"],
  ["templates.gatekeeper.sh", "Else", undefined],
  ["", "constructor", undefined],
  ["example.com", "Config", undefined],
])("%s %s is a %s", (group, kind, role) => {
  expect(roleOf({ group, kind })).toBe(role);
});

test("documents are sorted by role, in the order given", () => {
  const documents = [
    documentOf("constraints.gatekeeper.sh", "A", 0),
    documentOf("templates.gatekeeper.sh", "ConstraintTemplate", 1),
    documentOf("constraints.gatekeeper.sh", "B", 2),
  ];
  const { constraints, templates, mutators } = sortDocuments(documents);
  expect([constraints, templates, mutators].map((list) => list.map(({ index }) => index))).toEqual([[0, 2], [1], []]);
});

test("a document that is refused refuses everything, on one line", () => {
  const document = documentOf("constraints.gatekeeper.sh", "A", 7);
  const problem = {
    code: "bad",
    message: "policy document 7: errors (1):; disallowed",
    policy: { kind: "A", name: "n7" },
    document: 7,
    effect: "deny",
  };
  expect(refuseDocument(document, { code: "bad", message: "errors (1):\n\tdisallowed\n" })).toEqual(problem);
  expect(refuseDocuments([document, document], [undefined, { code: "bad", message: "x" }])).toHaveLength(1);
  expect(refuseDocument({ ...document, index: undefined }, { code: "bad", message: "x" })).toMatchObject({
    message: "settings: x",
  });
  expect(onOneLine(" a\n\n b ")).toBe("a; b");
});

test("problems that name a place in a list are moved to that document", () => {
  const document = documentOf("mutations.gatekeeper.sh", "Assign", 5);
  const problem = { code: "bad", message: "x", document: 0, path: ["spec"], effect: "deny" } as const;
  expect(moveProblems([document], [problem])).toMatchObject([
    { document: 5, message: "policy document 5: x", path: ["spec"] },
  ]);
  expect(moveProblems([], [problem])).toEqual([problem]);
});
