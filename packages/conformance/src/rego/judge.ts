import {
  compare,
  type Diagnostic,
  equal,
  type QueryResult,
  RegoObject,
  RegoSet,
  type Outcome as Result,
  renderDiagnostic,
  toJson,
  toText,
  type Value,
} from "@ostiary/rego";
import { type Outcome, PASSED } from "../suite.js";
import { type Fields, isFields, listOf, readTyped, textOf } from "./case.js";
import { inputOf, type Release, runCase } from "./run.js";

type Results = Result<readonly QueryResult[]>;

/** Compares our answer to a case with that of a release of OPA. */
export const judgeCase = (fields: Fields, release: Release): Outcome => {
  const expected = release === "1.22" && isFields(fields["opa_1_22"]) ? withAnswer(fields, fields["opa_1_22"]) : fields;
  const many = isFields(fields["input"]) ? fields["input"]["many!"] : undefined;
  if (Array.isArray(many)) {
    return judgeMany(
      many.map((input) => runCase(expected, release, input)),
      expected,
    );
  }
  return judgeResults(runCase(expected, release, inputOf(fields)), expected);
};

/** Another release's answer replaces everything that is wanted. */
const withAnswer = (fields: Fields, answer: Fields): Fields => {
  const rest = Object.entries(fields).filter(([name]) => !name.startsWith("want_"));
  return { ...Object.fromEntries(rest), ...answer };
};

const judgeMany = (results: readonly Results[], expected: Fields): Outcome => {
  const wanted = isFields(expected["want_values"]) ? listOf(expected["want_values"]["many!"]) : [];
  const failed = results
    .map((result, index) => judgeValue(result, wanted[index]))
    .find(({ kind }) => kind !== "passed");
  return failed ?? PASSED;
};

const judgeResults = (results: Results, expected: Fields): Outcome => {
  if (expected["want_error_code"] !== undefined || expected["want_error"] !== undefined)
    return judgeError(results, expected);
  if (!results.ok) return failed(`error: ${results.errors.map(renderDiagnostic).join(" / ")}`);
  if (expected["want_defined"] !== undefined) {
    const isDefined = results.value.length > 0;
    return isDefined === expected["want_defined"] ? PASSED : failed(`defined: ${isDefined}`);
  }
  if (expected["want_values"] !== undefined) return judgeWanted(results, expected["want_values"]);
  return judgeBindings(results.value, expected);
};

const failed = (difference: string): Outcome => ({ kind: "failed", difference });

const judgeError = (results: Results, expected: Fields): Outcome => {
  const [code, text] = [textOf(expected["want_error_code"]), textOf(expected["want_error"])];
  if (results.ok) return failed(`no error, wanted ${code}: ${text}; got ${results.value.map(textOfResult).join(" ")}`);
  const [first] = results.errors;
  const given = first === undefined ? "" : renderDiagnostic(first);
  if (code !== undefined && first?.code !== code) return failed(`code: wanted ${code}: ${text}; got ${given}`);
  const places = results.errors.map(describe);
  const isContained = text === undefined || given.includes(text) || places.some((place) => place.includes(text));
  return isContained ? PASSED : failed(`text: wanted ${text}; got ${given}`);
};

const describe = (diagnostic: Diagnostic): string => renderDiagnostic(diagnostic);

const textOfResult = ({ bindings }: QueryResult): string =>
  `{${[...bindings].map(([name, value]) => `${name}: ${toText(value)}`).join(", ")}}`;

const judgeBindings = (results: readonly QueryResult[], expected: Fields): Outcome => {
  const sorts = expected["sort_bindings"] === true;
  const declared = declaredNames(textOf(expected["query"]) ?? "");
  const visible = results.map(({ bindings }) => new Map([...bindings].filter(([name]) => !declared.has(name))));
  const ours = new RegoSet(visible.map((bindings) => jsonBindings(bindings, sorts)));
  const wanted = new RegoSet(listOf(expected["want_result"]).map((entry) => (sorts ? sortBindings(entry) : entry)));
  return equal(ours, wanted) ? PASSED : failed(`wanted ${toText(wanted)}\n   got ${toText(ours)}`);
};

const entriesOf = (entry: Value): readonly (readonly [Value, Value])[] => {
  if (entry instanceof RegoObject) return [...entry.entries()];
  return isFields(entry) ? Object.entries(entry) : [];
};

/** Names that a query declares: the compiler renames them, so the reference does not report them. */
const declaredNames = (query: string): ReadonlySet<string> =>
  new Set([...query.matchAll(/^(\w+)\s*:=/g)].map(([, name = ""]) => name));

const jsonBindings = (bindings: ReadonlyMap<string, Value>, sorts: boolean): Value => {
  const entries = [...bindings]
    .filter(([name]) => !name.startsWith("_"))
    .map(([name, value]) => [name, toJson(value)] as const);
  const object = new RegoObject(entries);
  return sorts ? sortBindings(object) : object;
};

const sortBindings = (entry: Value): Value => {
  const entries = entriesOf(entry);
  return new RegoObject(
    entries.map(([name, value]) => [name, Array.isArray(value) ? [...value].sort(compare) : value] as const),
  );
};

const judgeWanted = (results: Results, wanted: Value): Outcome => {
  const many = isFields(wanted) ? wanted["many!"] : undefined;
  if (!Array.isArray(many)) return judgeValue(results, wanted);
  if (!results.ok) return failed("error");
  const singles = results.value.map((result): Results => ({ ok: true, value: [result] }));
  return judgeMany(singles, { want_values: wanted });
};

/** Compares the value of a query's expression; a query that binds variables has the object of them as its value. */
const judgeValue = (results: Results, wanted: Value | undefined): Outcome => {
  if (!results.ok) return failed(`error: ${results.errors.map(renderDiagnostic).join(" / ")}`);
  const value = valueOfQuery(results.value);
  if (wanted === "#undefined" || wanted === undefined) {
    return value === undefined ? PASSED : failed(`wanted undefined, got ${toText(value)}`);
  }
  const expected = readTyped(wanted);
  if (value !== undefined && equal(value, expected)) return PASSED;
  return failed(`wanted ${toText(expected)}\n   got ${value === undefined ? "undefined" : toText(value)}`);
};

const valueOfQuery = ([first]: readonly QueryResult[]): Value | undefined => {
  if (first === undefined) return undefined;
  if (first.bindings.size > 0) return new RegoObject(first.bindings);
  return first.expressions.at(-1);
};
