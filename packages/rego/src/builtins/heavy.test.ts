import { expect, test } from "vitest";
import { heavy } from "./heavy.js";

test("a definition takes its signature from the list", () => {
  const definition = heavy("crypto.md5", () => "digest");
  expect(definition).toMatchObject({ name: "crypto.md5", signature: "x: string -> y: string" });
});
