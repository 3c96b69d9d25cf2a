import { expect, it } from "vitest";
import { LocationScanner, type Token } from "./location-tokens.js";

const scan = (text: string): readonly string[] => {
  const scanner = new LocationScanner(text);
  const tokens: string[] = [];
  let token: Token = scanner.next();
  for (; token.type !== "EOF" && token.type !== "ERROR"; token = scanner.next()) {
    tokens.push(`${token.type} ${token.text}`);
  }
  return [...tokens, `${token.type} ${token.text}`];
};

it.each([
  ["", ["EOF "]],
  [" \t\r\n", ["EOF "]],
  ["a.b", ["IDENT a", "SEPARATOR .", "IDENT b", "EOF "]],
  ["[k: *]", ["LBRACKET [", "IDENT k", "COLON :", "GLOB *", "RBRACKET ]", "EOF "]],
  ["-a_9", ["IDENT -a_9", "EOF "]],
  ["09x", ["INT 09", "IDENT x", "EOF "]],
  ["'a\\'b\"'", ["IDENT a'b\"", "EOF "]],
  ['"a\\"\\\\\\n\n"', ['IDENT a"\\n\n', "EOF "]],
  ['"\\🐙"', ["IDENT 🐙", "EOF "]],
  ["''", ["IDENT ", "EOF "]],
  ["a🐙", ["IDENT a", "ERROR 🐙"]],
  ["/", ["ERROR /"]],
  ["é", ["ERROR é"]],
  ['"open', ["ERROR open"]],
  ['"open\\', ["ERROR open"]],
  ["\u00a0", ["ERROR \u00a0"]],
])("%j is taken apart", (text, tokens) => {
  expect(scan(text)).toEqual(tokens);
});
