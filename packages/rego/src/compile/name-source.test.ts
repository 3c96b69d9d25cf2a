import { expect, test } from "vitest";
import { isGenerated, NameSource } from "./name-source.js";

test("each name is new, and only the compiler's own count as generated", () => {
  const names = new NameSource();
  const [own, declared] = [names.fresh(), names.fresh("x")];
  expect([own, declared]).toStrictEqual(["#0", "x#1"]);
  expect([isGenerated(own), isGenerated(declared), isGenerated("x")]).toStrictEqual([true, false, false]);
});
