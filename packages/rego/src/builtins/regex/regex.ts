import type { Value } from "../../value/value.js";
import type { BuiltinContext } from "../builtin.js";
import type { BuiltinDefinition } from "../builtin-definition.js";
import type { Operands } from "../operands.js";
import { checkLength } from "../text/strings.js";
import { encodeUtf8 } from "../text/utf8.js";
import type { CompiledRegex } from "./regex-engine.js";
import { allMatches, groupText } from "./regex-matches.js";
import { replaceMatches } from "./regex-replace.js";
import { templatePattern } from "./regex-template.js";

const matching = "pattern: string, value: string -> result: boolean";

/** Builtins of regular expressions in RE2 syntax. Source: rego.md, section 10.4. */
export const regexBuiltins: readonly BuiltinDefinition[] = [
  { name: "regex.match", signature: matching, remembered: true, call: match },
  { name: "re_match", signature: "string, string -> boolean", deprecated: true, remembered: true, call: match },
  { name: "regex.is_valid", signature: "pattern: string -> result: boolean", call: isValid },
  { name: "regex.split", signature: "pattern: string, value: string -> output: array[string]", call: split },
  {
    name: "regex.find_n",
    signature: "pattern: string, value: string, number: number -> output: array[string]",
    call: find,
  },
  {
    name: "regex.find_all_string_submatch_n",
    signature: "pattern: string, value: string, number: number -> output: array[array[string]]",
    call: findSubmatches,
  },
  { name: "regex.replace", signature: "s: string, pattern: string, value: string -> output: string", call: replace },
  {
    name: "regex.template_match",
    signature: "template: string, value: string, delimiter_start: string, delimiter_end: string -> result: boolean",
    call: matchTemplate,
  },
];

/** The compiled pattern; its search costs something in proportion to the text. */
function compiled(pattern: string, text: string, operands: Operands, context: BuiltinContext): CompiledRegex {
  const compilation = context.regex.compile(pattern);
  if (!compilation.ok) throw operands.fault(compilation.message);
  context.charge(Math.ceil(text.length / 16));
  return compilation.regex;
}

function match(operands: Operands, context: BuiltinContext): boolean {
  const [pattern, text] = [operands.string(1), operands.string(2)];
  return compiled(pattern, text, operands, context).test(text);
}

function isValid(operands: Operands, context: BuiltinContext): boolean {
  const pattern = operands.value(1);
  return typeof pattern === "string" && context.regex.compile(pattern).ok;
}

/** As Go splits: an empty text stays whole, an empty match at the start makes no empty part. */
function split(operands: Operands, context: BuiltinContext): readonly string[] {
  const [pattern, text] = [operands.string(1), operands.string(2)];
  const regex = compiled(pattern, text, operands, context);
  if (pattern !== "" && text === "") return [""];
  const parts: string[] = [];
  let [start, end] = [0, 0];
  for (const [matchStart = 0, matchEnd = 0] of allMatches(regex, text, -1)) {
    end = matchStart;
    if (matchEnd !== 0) parts.push(text.slice(start, end));
    start = matchEnd;
  }
  if (end !== text.length) parts.push(text.slice(start));
  return parts;
}

function find(operands: Operands, context: BuiltinContext): Value {
  const [pattern, text] = [operands.string(1), operands.string(2)];
  const limit = operands.integer(3);
  const regex = compiled(pattern, text, operands, context);
  return Array.from(allMatches(regex, text, limit), ([start, end]) => text.slice(start, end));
}

function findSubmatches(operands: Operands, context: BuiltinContext): Value {
  const [pattern, text] = [operands.string(1), operands.string(2)];
  const limit = operands.integer(3);
  const regex = compiled(pattern, text, operands, context);
  const groups = Array.from({ length: regex.groupCount + 1 }, (_, group) => group);
  return Array.from(allMatches(regex, text, limit), (found) => groups.map((group) => groupText(text, found, group)));
}

function replace(operands: Operands, context: BuiltinContext): string {
  const [text, pattern, template] = [operands.string(1), operands.string(2), operands.string(3)];
  const regex = compiled(pattern, text, operands, context);
  return replaceMatches(regex, text, template, (length) => checkLength(length, context));
}

function matchTemplate(operands: Operands, context: BuiltinContext): boolean {
  const [template, text] = [operands.string(1), operands.string(2)];
  const [start, end] = [operands.string(3), operands.string(4)];
  const length = encodeUtf8(start).length;
  // OPA names the length of the start delimiter in both cases.
  if (length !== 1) throw operands.fault(`start delimiter has to be exactly one character long but is ${length} long`);
  if (encodeUtf8(end).length !== 1)
    throw operands.fault(`end delimiter has to be exactly one character long but is ${length} long`);
  const pattern = templatePattern(template, start, end);
  if (!pattern.ok) throw operands.fault(pattern.message);
  for (const inner of pattern.inner) compiled(`^${inner}$`, "", operands, context);
  return compiled(pattern.pattern, text, operands, context).test(text);
}
