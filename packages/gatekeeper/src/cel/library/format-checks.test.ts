import { describe, expect, it } from "vitest";
import { evaluateCel } from "../../../test/cel.js";

describe("format checks", () => {
  it.each([
    ['format.dns1123Label().validate("a.b").value()', '["must not contain dots"]'],
    [
      'format.dns1123Label().validate("-a").value()',
      "[\"a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')\"]",
    ],
    [
      'format.dns1123Subdomain().validate("a..b").value()',
      "[\"a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')\"]",
    ],
    [
      'format.dns1035Label().validate("1a").value()',
      "[\"a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')\"]",
    ],
    ['format.dns1123LabelPrefix().validate("abc-").hasValue()', "false"],
    ['format.dns1123SubdomainPrefix().validate("a.b-").hasValue()', "false"],
    ['format.dns1035LabelPrefix().validate("a-").hasValue()', "false"],
    [
      'size(format.dns1123Label().validate("a1234567890123456789012345678901234567890123456789012345678901234").value())',
      "1",
    ],
  ])("names of DNS: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ['format.qualifiedName().validate("a/b").hasValue()', "false"],
    [
      'format.qualifiedName().validate("/a/b").value()',
      "[\"a valid label key must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]') with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')\"]",
    ],
    [
      'format.qualifiedName().validate("/").value()',
      "[\"prefix part must be non-empty\", \"name part must be non-empty\", \"name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')\"]",
    ],
    [
      'format.qualifiedName().validate("A_/b").value()',
      "[\"prefix part a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')\"]",
    ],
    [
      'format.labelValue().validate("-").value()',
      "[\"a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')\"]",
    ],
    ['format.labelValue().validate("").hasValue()', "false"],
  ])("labels: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ['format.uuid().validate("x").value()', '["does not match the UUID format"]'],
    ['format.byte().validate("YQ==").hasValue()', "false"],
    ['format.byte().validate("Y").value()', '["invalid base64"]'],
    ['format.date().validate("2020-02-29").hasValue()', "false"],
    ['format.datetime().validate("2020-02-29T10:00:00Z").hasValue()', "false"],
    ['format.datetime().validate("2020-02-29 10:00:00Z").value()', '["invalid datetime"]'],
    ['format.datetime().validate("2020-02-29T25:00:00Z").value()', '["invalid datetime"]'],
    ['format.uri().validate("x").value()', '["parse \\"x\\": invalid URI for request"]'],
    ['format.uri().validate("https://x").hasValue()', "false"],
  ])("formats of CRDs: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });
});
