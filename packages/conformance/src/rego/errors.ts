import { compileRego, type Diagnostic, type Outcome, renderDiagnostics, type Value } from "@ostiary/rego";
import { type Outcome as Judgement, PASSED } from "../suite.js";
import { type Fields, isFields, listOf, textOf } from "./case.js";
import { compileOptionsOf, modulesOf, type Release } from "./run.js";
import { judgeTemplate } from "./template-errors.js";

/** Compares what we say about modules that do not compile with what OPA says, word for word and place for place. */
export const judgeErrors = (fields: Fields, release: Release): Judgement => {
  if (fields["gatekeeper"] === true) return judgeTemplate(fields);
  const expected = release === "1.22" && isFields(fields["opa_1_22"]) ? fields["opa_1_22"] : fields;
  const compiled = compileRego(modulesOf(fields), compileOptionsOf(fields, release));
  const ours = compiled.ok ? [] : compiled.errors.map(describe);
  const wanted = listOf(expected["errors"]).map(describeExpected);
  const [first, second] = expected["unordered"] === true ? [[...ours].sort(), [...wanted].sort()] : [ours, wanted];
  if (first.join("\n") === second.join("\n")) return release === "1.17" ? judgeText(expected, compiled) : PASSED;
  return { kind: "failed", difference: `wanted ${second.join("\n       ")}\n   got ${first.join("\n       ")}` };
};

/** The whole text, with excerpts and types; that of releases later than 1.17 is a matter of its own. */
function judgeText(expected: Fields, compiled: Outcome<unknown>): Judgement {
  const wanted = expected["unordered"] === true ? undefined : textOf(expected["text"]);
  const given = compiled.ok ? undefined : renderDiagnostics(compiled.errors);
  if (wanted === undefined || wanted === given) return PASSED;
  return { kind: "failed", difference: `wanted ${wanted}\n   got ${given ?? "no error"}` };
}

const describe = ({ file, row, column, code, message }: Diagnostic): string =>
  `${file}:${row}:${column} ${code} ${message}`;

const describeExpected = (error: Value): string => {
  if (!isFields(error)) return "";
  const { file = "", row = 0, col = 0, code = "", message = "" } = error;
  return `${String(file ?? "")}:${String(row)}:${String(col)} ${String(code)} ${String(message)}`;
};
