import { describe, expect, it } from "vitest";
import { evaluateCel } from "../../../test/cel.js";

describe("named formats", () => {
  it.each([
    ['format.dns1123Label().validate("abc").hasValue()', "false"],
    ['format.dns1123Subdomain().validate("a.b").hasValue()', "false"],
    ['format.uuid().validate("123e4567-e89b-12d3-a456-426614174000").hasValue()', "false"],
  ])("a text of the format has no faults: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    [
      'format.dns1123Label().validate("A").value()',
      "[\"a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')\"]",
    ],
    [
      'format.named("dns1035Label").value().validate("1").value()',
      "[\"a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')\"]",
    ],
    ['format.date().validate("2020-02-30").value()', '["invalid date"]'],
  ])("faults are told in the words of Kubernetes: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ['format.named("zzz").hasValue()', "false"],
    ['format.named("uri").hasValue()', "true"],
    ["format.uuid() == format.uuid()", "true"],
  ])("formats have names: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });
});
