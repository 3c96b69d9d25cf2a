import { expect, test } from "vitest";
import { parseModule } from "../index.js";
import { BodyOwners } from "./body-owners.js";

test("each literal belongs to its body, those of closures to the closures' bodies", () => {
  const source = "package a\n\np if { not input.a; x := [y | y := 1]; every z in x { z > 0; {w | w := z} } }\n";
  const parsed = parseModule(source, { file: "a.rego", version: "v1" });
  const body = (parsed.ok && parsed.value.rules[0]?.body) || [];
  const owners = new BodyOwners();
  owners.add(body);
  owners.add(body);
  expect(body.map((literal) => owners.ownerOf(literal) === body)).toStrictEqual([true, true, true]);
  const every = body[2]?.expression;
  const inner = (every?.kind === "every" && every.body) || [];
  expect(inner.map((literal) => owners.ownerOf(literal) === inner)).toStrictEqual([true, true]);
});

test("a literal of nowhere belongs to no body", () => {
  const parsed = parseModule("package a\n\np if input.a\n", { file: "a.rego", version: "v1" });
  const literal = parsed.ok ? parsed.value.rules[0]?.body[0] : undefined;
  expect(literal && new BodyOwners().ownerOf(literal)).toBeUndefined();
});
