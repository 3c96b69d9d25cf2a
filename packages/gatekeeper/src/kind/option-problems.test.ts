import { expect, test } from "vitest";
import { optionProblems } from "./option-problems.js";

test.each<[unknown, readonly string[]]>([
  [{}, []],
  [{ release: "3.18", disabledBuiltins: ["http.send"], serviceAccount: undefined }, []],
  [null, ["option `gatekeeper`: expected an object"]],
  [
    { limits: null, podsOfWorkloads: true },
    ["option `limits`: expected an object", "option `podsOfWorkloads`: expected one of judged, ignored"],
  ],
])("of %j is said %j", (options, messages) => {
  expect(optionProblems(options).map(({ message }) => message)).toEqual(messages);
});

test("an option that does not exist is told with those that do", () => {
  const [problem] = optionProblems({ relase: "3.18" });
  expect(problem).toMatchObject({ code: "invalid-option", effect: "deny" });
  expect(problem?.message).toMatch(/^unknown option `relase`: expected one of disabledBuiltins, engines, /);
});
