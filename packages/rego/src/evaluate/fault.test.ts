import { expect, test } from "vitest";
import { EvaluationFault } from "./fault.js";

test("a fault carries what the diagnostic needs and is cheap: no error with a stack", () => {
  const fault = new EvaluationFault("eval_conflict_error", "text", undefined);
  expect(fault).not.toBeInstanceOf(Error);
  expect({ ...fault }).toStrictEqual({ code: "eval_conflict_error", message: "text", location: undefined });
});
