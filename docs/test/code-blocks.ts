import { fromMarkdown } from "mdast-util-from-markdown";

/** A fenced block of code in a document. */
export interface CodeBlock {
  readonly language: string;
  readonly text: string;
  /** The line on which its text begins. */
  readonly line: number;
  /** The file that it is: the paragraph before it ends with the name, as in "Given this `pod.yaml`:". */
  readonly file: string | undefined;
  /** The exit code of its last command, which `exit=1` behind the language says. */
  readonly exitCode: number;
  /** The block of output that follows it: what it has to print. */
  readonly output: CodeBlock | undefined;
}

const PROGRAMS: readonly string[] = ["sh", "ts"];
/** Languages whose blocks can be files. */
const FILES: readonly string[] = ["yaml", "json", "rego"];
const OUTPUTS: readonly string[] = ["text", "json", "xml", "yaml"];
/** Between a program and its output one paragraph may stand. */
const REACH = 2;

/**
 * Finds the fenced blocks of a document. An output is a block of `text`, `json`, `xml` or `yaml` that is no file, right behind a
 * block of `sh` or `ts` or behind one paragraph after it.
 */
export const findCodeBlocks = (markdown: string): readonly CodeBlock[] => {
  const { children } = fromMarkdown(withoutFrontMatter(markdown));
  const blocks = children.map((node, index) => readBlock(node, children[index - 1]));
  const outputs = new Set<CodeBlock>();
  const programs = blocks.map((block, index) => {
    if (block === undefined || !PROGRAMS.includes(block.language)) return block;
    const output = blocks.slice(index + 1, index + 1 + REACH).find((candidate) => candidate !== undefined);
    if (output === undefined || !isOutput(output)) return block;
    outputs.add(output);
    return { ...block, output };
  });
  return programs.filter((block) => block !== undefined).filter((block) => !outputs.has(block));
};

type MarkdownNode = ReturnType<typeof fromMarkdown>["children"][number];

const readBlock = (node: MarkdownNode, before: MarkdownNode | undefined): CodeBlock | undefined => {
  if (node.type !== "code") return undefined;
  const { lang, meta, value, position } = node;
  return {
    language: lang ?? "",
    text: value,
    line: (position?.start.line ?? 0) + 1,
    file: FILES.includes(lang ?? "") ? readFileName(before) : undefined,
    exitCode: Number(/\bexit=(\d+)/.exec(meta ?? "")?.[1] ?? 0),
    output: undefined,
  };
};

const readFileName = (node: MarkdownNode | undefined): string | undefined => {
  if (node?.type !== "paragraph") return undefined;
  const last = node.children.findLast((child) => child.type !== "text" || child.value !== ":");
  return last?.type === "inlineCode" && /\.(?:ya?ml|json|rego)$/.test(last.value) ? last.value : undefined;
};

const isOutput = ({ language, file }: CodeBlock): boolean => OUTPUTS.includes(language) && file === undefined;

/** Front matter is no Markdown; blank lines in its place keep the line numbers. */
const withoutFrontMatter = (markdown: string): string =>
  markdown.replace(/^---\n[\s\S]*?\n---\n/, (matter) => matter.replace(/[^\n]/g, ""));
