import { expect, it } from "vitest";
import { refuseOption } from "./invalid-option.js";

it.each([
  ["5", "option `kinds`: expected a list, found `5`"],
  [5, "option `kinds`: expected a list, found number"],
  [null, "option `kinds`: expected a list, found null"],
])("an option that is %j refuses", (value, message) => {
  expect(refuseOption("kinds", value, "a list")).toEqual({ code: "invalid-option", message, effect: "deny" });
});
