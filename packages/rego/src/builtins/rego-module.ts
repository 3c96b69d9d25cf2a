import { syntaxTree } from "../debug/syntax-tree.js";
import { renderDiagnostics } from "../syntax/diagnostic.js";
import { parseModule } from "../syntax/parse-module.js";
import type { Comment } from "../syntax/token.js";
import type { Value } from "../value/value.js";
import { encodeBase64, standardAlphabet } from "./base64-coding.js";
import type { BuiltinDefinition } from "./builtin-definition.js";
import { heavy } from "./heavy.js";
import type { Operands } from "./operands.js";
import { encodeUtf8 } from "./utf8.js";

/** The builtin that parses Rego. */
export const regoModuleBuiltins: readonly BuiltinDefinition[] = [/* @__PURE__ */ heavy("rego.parse_module", parse)];

const maximumDepth = 250;

function parse(operands: Operands): Value {
  const file = operands.string(1);
  const parsed = parseModule(operands.string(2), { file, version: "v1", maximumDepth });
  if (!parsed.ok) throw operands.fault(renderDiagnostics(parsed.errors));
  const tree = syntaxTree(parsed.value);
  const { comments } = parsed.value;
  return comments.length === 0 ? tree : { ...tree, comments: comments.map((comment) => commentNode(comment, file)) };
}

/** Go's encoder writes the bytes of a text as base64. */
const commentNode = ({ text, row, column }: Comment, file: string): Value => ({
  Text: encodeBase64(encodeUtf8(text), standardAlphabet),
  Location: { file, row, col: column },
});
