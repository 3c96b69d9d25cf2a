import { compileRego, type Diagnostic, type Value } from "@ostiary/rego";
import { type Outcome, PASSED } from "../suite.js";
import { type Fields, isFields, listOf } from "./case.js";
import { compileOptionsOf, modulesOf, type Release } from "./run.js";
import { judgeTemplate } from "./template-errors.js";

/** Compares what we say about modules that do not compile with what OPA says, word for word and place for place. */
export const judgeErrors = (fields: Fields, release: Release): Outcome => {
  if (fields["gatekeeper"] === true) return judgeTemplate(fields);
  const expected = release === "1.22" && isFields(fields["opa_1_22"]) ? fields["opa_1_22"] : fields;
  const compiled = compileRego(modulesOf(fields), compileOptionsOf(fields, release));
  const ours = compiled.ok ? [] : compiled.errors.map(describe);
  const wanted = listOf(expected["errors"]).map(describeExpected);
  const [first, second] = expected["unordered"] === true ? [[...ours].sort(), [...wanted].sort()] : [ours, wanted];
  if (first.join("\n") === second.join("\n")) return PASSED;
  return { kind: "failed", difference: `wanted ${second.join("\n       ")}\n   got ${first.join("\n       ")}` };
};

const describe = ({ file, row, column, code, message }: Diagnostic): string =>
  `${file}:${row}:${column} ${code} ${message}`;

const describeExpected = (error: Value): string => {
  if (!isFields(error)) return "";
  const { file = "", row = 0, col = 0, code = "", message = "" } = error;
  return `${String(file ?? "")}:${String(row)}:${String(col)} ${String(code)} ${String(message)}`;
};
