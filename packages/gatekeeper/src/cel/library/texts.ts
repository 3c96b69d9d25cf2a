import type { CompiledRegex, RegexEngine } from "@ostiary/rego";
import { CelError, NO_SUCH_OVERLOAD } from "../cel-error.js";
import { ValueList } from "../cel-list.js";
import { BOOL, INT, listOf, STRING } from "../cel-type.js";
import type { Evaluated } from "../cel-value.js";
import {
  type FunctionDeclaration,
  functionOverload,
  type Implementation,
  methodOverload,
} from "../function-declaration.js";
import { patternCost, traversalCost } from "./traversal-cost.js";

/** A question about a text and another one; in cel-go these do not say what they were asked of. */
const onTexts =
  (answer: (text: string, other: string) => Evaluated): Implementation =>
  ([text, other, ...more]) => {
    if (typeof text !== "string" || typeof other !== "string" || more.length > 0) return NO_SUCH_OVERLOAD;
    return answer(text, other);
  };

const test = (name: string, holds: (text: string, part: string) => boolean): FunctionDeclaration => ({
  name,
  overloads: [methodOverload([STRING, STRING], BOOL)],
  run: onTexts(holds),
  cost: ([text, part]) => (name === "contains" ? traversalCost([text]) * traversalCost([part]) : traversalCost([text])),
});

/** The leftmost matches of a pattern; a match of nothing right behind another match does not count, as in Go. */
const findMatches = (regex: CompiledRegex, text: string, limit: number): readonly string[] => {
  const found: string[] = [];
  let position = 0;
  let previousEnd = -1;
  while (position <= text.length && found.length < limit) {
    const match = regex.match(text, position);
    if (match === undefined) break;
    const [start = 0, end = 0] = match;
    if (end > start || start !== previousEnd) found.push(text.slice(start, end));
    previousEnd = end;
    position = end > start ? end : end + 1;
  }
  return found;
};

/** Does something with a compiled pattern; or says why it is none. */
const withPattern = (
  engine: RegexEngine,
  pattern: string,
  prefix: string,
  use: (regex: CompiledRegex) => Evaluated,
): Evaluated => {
  const compiled = engine.compile(pattern);
  return compiled.ok ? use(compiled.regex) : CelError.of(prefix + compiled.message);
};

const unlimited = Number.POSITIVE_INFINITY;

const findAll = (engine: RegexEngine, text: string, pattern: string, limit: number): Evaluated =>
  withPattern(engine, pattern, "Illegal regex: ", (regex) => {
    return new ValueList(findMatches(regex, text, limit < 0 ? unlimited : limit));
  });

/**
 * What every text can be asked, patterns in the syntax of RE2 among it.
 *
 * @source google/cel-go, common/stdlib/standard.go; k8s.io/apiserver, pkg/cel/library/regex.go
 */
export const textFunctions = (engine: RegexEngine): readonly FunctionDeclaration[] => {
  const matches = (text: string, pattern: string): Evaluated =>
    withPattern(engine, pattern, "", (regex) => regex.test(text));
  return [
    test("contains", (text, part) => text.includes(part)),
    test("startsWith", (text, part) => text.startsWith(part)),
    test("endsWith", (text, part) => text.endsWith(part)),
    {
      name: "matches",
      overloads: [functionOverload([STRING, STRING], BOOL), methodOverload([STRING, STRING], BOOL)],
      run: onTexts(matches),
      cost: patternCost,
    },
    {
      name: "find",
      overloads: [
        methodOverload([STRING, STRING], STRING, (text, pattern) =>
          withPattern(engine, pattern, "Illegal regex: ", (regex) => findMatches(regex, text, 1)[0] ?? ""),
        ),
      ],
      cost: patternCost,
    },
    {
      name: "findAll",
      overloads: [
        methodOverload([STRING, STRING], listOf(STRING), (text, pattern) => findAll(engine, text, pattern, -1)),
        methodOverload([STRING, STRING, INT], listOf(STRING), (text, pattern, limit) =>
          findAll(engine, text, pattern, Number(limit)),
        ),
      ],
      cost: patternCost,
    },
  ];
};
