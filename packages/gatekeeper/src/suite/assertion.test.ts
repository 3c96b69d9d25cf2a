import { describe, expect, it } from "vitest";
import { type Assertion, checkAssertion } from "./assertion.js";

const messages = ["web needs label <owner>", "web needs label <team>"];

describe("an assertion holds (gator 3.2)", () => {
  it.each<[Assertion, readonly string[]]>([
    [{ violations: "yes" }, messages],
    [{ violations: "no" }, []],
    [{ violations: 2 }, messages],
    [{ violations: 0 }, []],
    [{ violations: 1, message: "owner" }, messages],
    [{ violations: 2, message: "" }, messages],
    [{ violations: "no", message: "OWNER" }, messages],
    [{ violations: "yes", message: "^web.*>$" }, messages],
    [{ violations: "no", message: "[" }, []],
  ])("%j of %j", (assertion, given) => {
    expect(checkAssertion(assertion, given)).toBeUndefined();
  });
});

describe("an assertion does not hold:", () => {
  it.each<[string, Assertion, readonly string[]]>([
    ["got 0 violations but want at least 1: got messages []", { violations: "yes" }, []],
    [
      "got 2 violations but want none: got messages [web needs label <owner> web needs label <team>]",
      { violations: "no" },
      messages,
    ],
    ["got 1 violations but want exactly 2: got messages [a]", { violations: 2 }, ["a"]],
    [
      'got 0 violations containing "^\\"b" but want exactly 1: got messages [a]',
      { violations: 1, message: '^"b' },
      ["a"],
    ],
    [
      'got 0 violations containing "b" but want at least 1: got messages [a]',
      { violations: "yes", message: "b" },
      ["a"],
    ],
  ])("%s", (message, assertion, given) => {
    expect(checkAssertion(assertion, given)).toEqual({
      code: "number-of-violations",
      message: `unexpected number of violations: ${message}`,
    });
  });

  it.each([-1, "maybe", ""])("violations: %j are none", (violations) => {
    expect(checkAssertion({ violations }, ["a"])).toEqual({
      code: "invalid-yaml",
      message:
        'invalid yaml: assertion.violation, if set, must be a nonnegative integer, "yes", or "no": got messages [a]',
    });
  });

  it("a message that is no regular expression is told when there is a violation", () => {
    expect(checkAssertion({ violations: "yes", message: "[" }, ["a"])).toEqual({
      code: "invalid-regex",
      message: "message contains invalid regular expression: error parsing regexp: missing closing ]: `[`",
    });
  });
});
