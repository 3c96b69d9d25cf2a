import { expect, test } from "vitest";
import { outcomeOf } from "../../test/outcome-of.js";
import { printLiteral } from "../syntax/print-term.js";

test("observers see each literal begin, succeed and fail, with its variables", () => {
  const steps: string[] = [];
  outcomeOf({
    rego: "p if { x := input[_]; x > 1 }",
    query: "data.test.p",
    input: [1, 2],
    observer: {
      pass: (literal, bindings) => {
        const values = [...bindings()].map(([name, value]) => `${name.replace(/#.*/, "")}=${String(value)}`);
        steps.push(`${printLiteral(literal)} ${values.filter((text) => text.startsWith("x")).join()}`);
      },
      fail: (literal) => steps.push(`fail ${printLiteral(literal)}`),
    },
  });
  expect(steps.slice(0, 4)).toStrictEqual(["x = input[_] x=1", "fail x > 1", "x = input[_] x=2", "x > 1 x=2"]);
});
