import type { UnreadableDocument } from "@ostiary/manifests";
import { readYaml } from "@ostiary/rego";

const SEPARATOR = /^---(?:\s*$|\s*#)/;

/**
 * Says what is wrong with a document in the words of Go's reader of YAML, with the line counted from the beginning of the
 * document.
 *
 * @param text - of the whole stream
 */
export const describeYamlFault = (text: string, { problems, line: start }: UnreadableDocument): string => {
  const [problem] = problems.filter(({ severity }) => severity === "error");
  const at = problem?.line ?? start;
  const document = documentAround(text, at);
  const line = at - document.firstLine + 1;
  const reading = readYaml(document.text, () => undefined);
  if (reading.ok) return `yaml: line ${line}: ${problem?.message ?? "cannot be read"}`;
  // Our reader points at the value before the colon, Go's at the colon, and it does not count the first line.
  return reading.message.endsWith(MISPLACED)
    ? `yaml: ${line === 1 ? "" : `line ${line}: `}${MISPLACED}`
    : reading.message;
};

const MISPLACED = "mapping values are not allowed in this context";

/** The document that a line of a stream belongs to. */
const documentAround = (text: string, line: number): { readonly text: string; readonly firstLine: number } => {
  const lines = text.split("\n");
  const isSeparator = (one: string): boolean => SEPARATOR.test(one);
  const before = lines.slice(0, line - 1).findLastIndex(isSeparator);
  const after = lines.findIndex((one, index) => index > line - 1 && isSeparator(one));
  return { text: lines.slice(before + 1, after < 0 ? undefined : after).join("\n"), firstLine: before + 2 };
};
