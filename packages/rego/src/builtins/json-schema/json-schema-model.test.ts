import { expect, test } from "vitest";
import { emptySchema } from "./json-schema-model.js";

test("schemas share nothing", () => {
  emptySchema().types.push("null");
  expect(emptySchema().types).toEqual([]);
});
