import { expect, test } from "vitest";
import { faultAt, findingText, GraphqlDepthFault, messageOf } from "./graphql-fault.js";

test.each([
  ["input:1:2: Unexpected $", "Unexpected $ in GraphQL string at location 1:2"],
  ["input:1:2: a: b.\n", "a: b in GraphQL string at location 1:2"],
  ["input:1:2: a.\ninput:3:4: b.\n", "a.\ninput:3:4: b in GraphQL string at location 1:2"],
  ["input: a.\n", "GraphQL parse error: input: a.\n"],
  ["input:1:-2: a", "GraphQL parse error: input:1:-2: a"],
])("the message of %j", (text, message) => {
  expect(messageOf(text)).toBe(message);
});

test("a finding is printed with its place, if it has one", () => {
  expect(findingText({ message: "a", position: { line: 1, column: 2 } })).toBe("input:1:2: a");
  expect(findingText({ message: "a" })).toBe("input: a");
});

test("a fault about a node without a place is before the first", () => {
  expect(findingText(faultAt({}, "a"))).toBe("input:-1:-1: a");
});

test("a fault of depth tells the limit", () => {
  expect(new GraphqlDepthFault("documents", 3).message).toBe("documents nest 3 levels deep at most");
});
