import { readManifests } from "@ostiary/manifests";
import { OPERATION_CONSTRAINTS, RELEASES, SECURITY_CONSTRAINTS } from "@ostiary/rules/deckhouse";
import { expect, test } from "vitest";
import { generateFields } from "../../scripts/generate-fields.mjs";
import { evaluate } from "../evaluate.js";
import { FIELD_TEXTS, type FieldText } from "./fields.js";

test("the texts are those of the comments above the fields: otherwise run `pnpm --filter ostiary generate`", () => {
  expect(FIELD_TEXTS).toEqual(generateFields());
});

test("all fields have texts, in the order of the constraints that they make", () => {
  const fields = [...OPERATION_CONSTRAINTS, ...SECURITY_CONSTRAINTS].flatMap((constraint) => constraint.fields);
  expect(FIELD_TEXTS.map(({ id }) => id)).toEqual(fields.map(({ name }) => name));
});

test.each(FIELD_TEXTS)("what is said of $id is complete", ({ id, summary, facts, together, releases }) => {
  expect(summary).toMatch(/^[A-Z].*\.$/);
  expect(summary).not.toContain("{@link");
  expect(facts.map(({ name }) => name)).toEqual(expect.arrayContaining(["Field", "Judges", "Fix"]));
  expect(facts[0]?.lines[0]).toContain(`spec.policies.${id}: `);
  for (const { lines } of [...facts, ...(together?.facts ?? [])]) expect(lines.join("")).not.toBe("");
  expect(releases.map(({ release }) => release)).toEqual(RELEASES);
});

const readYaml = (text: string): unknown => {
  const [document] = readManifests(text);
  return document?.kind === "object" ? document.value : expect.unreachable();
};

/** The messages of a field's constraint about an object. */
const judge = ({ policy, constraint, setting }: FieldText, manifest: string, release: (typeof RELEASES)[number]) => {
  const document = {
    apiVersion: "deckhouse.io/v1alpha1",
    kind: policy,
    metadata: { name: "example" },
    spec: { match: { namespaceSelector: { matchNames: ["default"] } }, policies: readYaml(setting) },
  };
  const { violations } = evaluate(readYaml(manifest), {}, [document], { release, namespace: "default" });
  return violations.flatMap((violation) => (violation.constraint?.kind === constraint ? [violation.message] : []));
};

test.each(FIELD_TEXTS.filter(({ failing }) => failing !== undefined))(
  "the examples of $id pass and fail in every release that has it",
  (field) => {
    for (const { release, isKnown, messages = [] } of field.releases) {
      const known = RELEASES.find((candidate) => candidate === release) ?? expect.unreachable();
      if (!isKnown) continue;
      expect(messages.length, release).toBeGreaterThan(0);
      expect(judge(field, field.failing ?? "", known), release).toEqual(expect.arrayContaining([...messages]));
      expect(judge(field, field.passing, known), release).toEqual([]);
    }
  },
);
