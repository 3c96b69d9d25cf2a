import { describe, expect, it } from "vitest";
import { FORMATS } from "./formats.js";

const CASES: readonly (readonly [format: string, good: readonly string[], bad: readonly string[]])[] = [
  ["bsonobjectid", ["507f1f77bcf86cd799439011"], ["507f1f77", ""]],
  ["byte", ["YQ==", "YWI=", "YWJj"], ["", "YQ=", "YQ", "Y Q="]],
  ["email", ["a@b", "a.b@example.com", "Name <a@b.c>"], ["a", "@b", "a@", "a b@c", "Name <a@b.c", "a@b>"]],
  ["hexcolor", ["#fff", "a0b1c2"], ["#ff", "blue"]],
  ["hostname", ["a", "example.com", "ex-ample.com", "пример.рф"], ["", "-a", "a_b.c", `${"a".repeat(64)}.com`]],
  ["k8sshortname", ["a-b"], ["a.b", "A", ""]],
  ["k8slongname", ["a-b.c"], ["a..b", ""]],
  ["password", ["", "anything"], []],
  ["rgbcolor", ["rgb(1, 2,255)"], ["rgb(1,2,256)", "rgb(1,2)"]],
  ["ssn", ["123-45-6789", "123 45 6789"], ["123456789", "12-345-6789"]],
  ["uuid", ["A987FBC9-4BED-3078-CF07-9141BA07C9F3", "a987fbc94bed3078cf079141ba07c9f3"], ["a987", ""]],
  ["uuid3", ["A987FBC9-4BED-3078-CF07-9141BA07C9F3"], ["A987FBC9-4BED-4078-CF07-9141BA07C9F3"]],
  ["uuid4", ["57B73598-8764-4AD0-A76A-679BB6640EB1"], ["57B73598-8764-4AD0-C76A-679BB6640EB1"]],
  ["uuid5", ["987FBC97-4BED-5078-AF07-9141BA07C9F3"], ["987FBC97-4BED-4078-AF07-9141BA07C9F3"]],
  ["isbn", ["0321751043", "978-0321751041"], ["0321751044", ""]],
];

describe.each(CASES)("%s", (format, good, bad) => {
  it("takes what it should", () => {
    expect(good.filter((text) => !FORMATS.get(format)?.(text))).toEqual([]);
  });

  it("refuses what it should", () => {
    expect(bad.filter((text) => FORMATS.get(format)?.(text))).toEqual([]);
  });
});

it("the longest texts have an answer, in no time", () => {
  const texts = ["a", "A", "1", "=", "[", "a.", "1:", "(a"].map((part) => part.repeat(1_000_000));
  for (const isValid of FORMATS.values()) for (const text of texts) expect(typeof isValid(text)).toBe("boolean");
});
