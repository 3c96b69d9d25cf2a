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
  return translate(reading.message, line, problem?.message ?? "");
};

const MISPLACED = "mapping values are not allowed in this context";

const NO_KEY = "did not find expected key";

/** What Go's parser says in place of what our reader says. It counts lines from 0. */
const WORDS: readonly (readonly [said: RegExp, words: string])[] = [
  [/^yaml: All mapping items must .* at line (\d+)/, NO_KEY],
  [/^yaml: Implicit (?:map )?keys need .* at line (\d+)/, NO_KEY],
  [/^yaml: Unexpected flow-\w+-end token .* at line (\d+)/, NO_KEY],
  [/^yaml: Unexpected scalar at node end at line (\d+)/, "did not find expected '-' indicator"],
];

/** A key without a colon: our reader says that the text ends too soon, and the one that knows better points at the next line. */
const NO_COLON = /multiline key/;

const place = (line: number, words: string): string => `yaml: ${line === 0 ? "" : `line ${line}: `}${words}`;

/**
 * @param message - of the reader that knows Go's words
 * @param line - where the document's text is wrong by the other reader, from 1
 * @param reason - of the other reader
 */
const translate = (message: string, line: number, reason: string): string => {
  // Our reader points at the value before the colon, Go's at the colon, and it does not count the first line.
  if (message.endsWith(MISPLACED)) return place(line === 1 ? 0 : line, MISPLACED);
  if (NO_COLON.test(reason)) return place(line - 1, "could not find expected ':'");
  for (const [said, words] of WORDS) {
    const found = said.exec(message);
    if (found !== null) return place(Number(found[1]) - 1, words);
  }
  return message.replace(/^yaml: (.*) at line (\d+), column \d+.*$/s, "yaml: line $2: $1");
};

/** The document that a line of a stream belongs to. */
const documentAround = (text: string, line: number): { readonly text: string; readonly firstLine: number } => {
  const lines = text.split("\n");
  const isSeparator = (one: string): boolean => SEPARATOR.test(one);
  const before = lines.slice(0, line - 1).findLastIndex(isSeparator);
  const after = lines.findIndex((one, index) => index > line - 1 && isSeparator(one));
  return { text: lines.slice(before + 1, after < 0 ? undefined : after).join("\n"), firstLine: before + 2 };
};
