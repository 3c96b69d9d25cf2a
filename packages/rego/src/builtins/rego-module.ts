import { syntaxTree } from "../debug/syntax-tree.js";
import { renderDiagnostics } from "../syntax/diagnostic.js";
import { parseModule } from "../syntax/parse-module.js";
import type { Value } from "../value/value.js";
import type { BuiltinDefinition } from "./builtin-definition.js";
import { heavy } from "./heavy.js";
import type { Operands } from "./operands.js";

/** The builtin that parses Rego. */
export const regoModuleBuiltins: readonly BuiltinDefinition[] = [/* @__PURE__ */ heavy("rego.parse_module", parse)];

const maximumDepth = 250;

function parse(operands: Operands): Value {
  const file = operands.string(1);
  const parsed = parseModule(operands.string(2), { file, version: "v1", maximumDepth });
  if (!parsed.ok) throw operands.fault(renderDiagnostics(parsed.errors));
  return syntaxTree(parsed.value);
}
