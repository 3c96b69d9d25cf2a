import { expect, it } from "vitest";
import { unpainted } from "./paint.js";

it("leaves text without colours as it is", () => {
  expect(unpainted("error", "text")).toBe("text");
});
