import { expect, test } from "vitest";
import { readUri } from "./uri-reference.js";

test.each([
  [
    "http://u@h:1/a%2fb?c?d#e",
    {
      scheme: "http",
      host: "h:1",
      hostname: "h",
      port: "1",
      path: "/a/b",
      rawPath: "/a%2fb",
      escapedPath: "/a%2fb",
      rawQuery: "c?d",
      fragment: "e",
    },
  ],
  ["http://h/é", { path: "/é", rawPath: "/é", escapedPath: "/%C3%A9" }],
  ["http://h/%C3%A9", { path: "/é", rawPath: "/é", escapedPath: "/%C3%A9" }],
  ["///a", { host: "", path: "///a" }],
  ["a:b", { scheme: "a", path: "" }],
])("%s", (text, expected) => {
  const reading = readUri(text);
  expect(reading.ok && reading.uri).toMatchObject(expected);
});

test("a fault names the whole in quotes", () => {
  expect(readUri("a\n://")).toStrictEqual({
    ok: false,
    message: 'parse "a\\n://": net/url: invalid control character in URL',
  });
});
