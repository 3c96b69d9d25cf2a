import { expect, test } from "vitest";
import { hasVisibleLabels, isDomain, readMailbox } from "./x509-domain.js";

test.each<[string, boolean, boolean]>([
  ["", true, true],
  ["a.b", true, true],
  [".a.b", false, true],
  ["a.b.", false, false],
  ["a..b", false, false],
  [".", false, false],
  ["a b", false, false],
  ["é", false, false],
  ["*.a_b", true, true],
])("`%s` as a name %s, as a constraint %s", (text, name, constraint) => {
  expect([isDomain(text, "name"), isDomain(text, "constraint")]).toStrictEqual([name, constraint]);
});

test.each<[string, boolean]>([
  ["", true],
  ["a.b", true],
  ["a..b", false],
  [".a", false],
  ["a.", false],
  ["a b", false],
])("labels of `%s`: %s", (text, expected) => {
  expect(hasVisibleLabels(text)).toBe(expected);
});

test.each<[string, string, string]>([
  ["a@b.c", "a", "b.c"],
  ["a.b+c@d", "a.b+c", "d"],
  ["a\\@b@c", "a@b", "c"],
  ['"a b"@c', "a b", "c"],
  ['"a\\"b"@c', 'a"b', "c"],
  ["a@", "a", ""],
])("`%s` is a mailbox", (text, local, domain) => {
  expect(readMailbox(text)).toStrictEqual({ local, domain });
});

test.each([
  "",
  "a",
  "@b",
  ".a@b",
  "a.@b",
  "a..b@c",
  "a b@c",
  '"a@b',
  '"a\n"@b',
  '"a\tb"@c',
  "a@b..c",
  "a@b c",
  "a\\",
  '"a"b',
])("`%s` is none", (text) => {
  expect(readMailbox(text)).toBeUndefined();
});

test("hostile mailboxes are read in no time", () => {
  expect(readMailbox("a".repeat(1_000_000))).toBeUndefined();
  expect(readMailbox(`"${"\\".repeat(1_000_000)}`)).toBeUndefined();
});
