// Where code knows the lists that hold containers.
import ts from "typescript";
import { type Complaint, lineOf, parse, walkCode } from "./syntax.js";

const LISTS = ["initContainers", "ephemeralContainers"];

/** Finds code that names the list of init containers or of ephemeral containers; types and comments may. */
export function findContainerLists(text: string): readonly Complaint[] {
  const complaints: Complaint[] = [];
  walkCode(parse(text), (node) => {
    const isName = ts.isIdentifier(node) || ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node);
    const list = isName ? LISTS.find((name) => node.text.includes(name)) : undefined;
    if (list !== undefined) complaints.push({ line: lineOf(node), what: `names \`${list}\`` });
  });
  return complaints;
}
