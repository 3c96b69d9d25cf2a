import { expect, test } from "vitest";
import { deepestSchema, SchemaFault } from "./json-schema-model.js";
import { bestVerdict, DocumentPlace, SchemaVerdict } from "./json-schema-verdict.js";

const root = DocumentPlace.root(() => undefined);

test("places are written with dots", () => {
  expect(root.at("a").within().at("0").field).toBe("a.0");
});

test("places do not become arbitrarily deep", () => {
  let place = root;
  for (let depth = 0; depth <= deepestSchema; depth += 1) place = place.within();
  expect(() => place.within()).toThrow(SchemaFault);
});

test("findings lower the score, and are merged", () => {
  const [verdict, other] = [new SchemaVerdict(), new SchemaVerdict()];
  other.report(root, "x", "bad");
  verdict.merge(other);
  expect(verdict).toMatchObject({ isValid: false, score: -2 });
  expect(verdict.findings).toEqual([{ type: "x", field: "(Root)", description: "bad" }]);
});

test("the best verdict is the first with the highest score", () => {
  const verdicts = [new SchemaVerdict(), new SchemaVerdict(), new SchemaVerdict()];
  for (const [index, verdict] of verdicts.entries()) verdict.score = [1, 3, 3][index] ?? 0;
  expect(bestVerdict(verdicts)).toBe(verdicts[1]);
  expect(bestVerdict([])).toBeUndefined();
});
