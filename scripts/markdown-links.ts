// Finds the links of Markdown documents and the headings that links may point to.
import GithubSlugger from "github-slugger";
import { fromMarkdown } from "mdast-util-from-markdown";

type Nodes = ReturnType<typeof fromMarkdown> | ReturnType<typeof fromMarkdown>["children"][number];

/** A link and the line it stands on. */
export interface Link {
  readonly line: number;
  readonly url: string;
}

/** The links to other files or to headings, not those to other sites. */
export function findLinks(markdown: string): readonly Link[] {
  const links: Link[] = [];
  walk(readMarkdown(markdown), (node) => {
    if ("url" in node && !isElsewhere(node.url)) links.push({ line: node.position?.start.line ?? 0, url: node.url });
  });
  return links;
}

/** What `#…` may follow a link to this document. */
export function findAnchors(markdown: string): ReadonlySet<string> {
  const slugger = new GithubSlugger();
  const anchors = new Set<string>();
  walk(readMarkdown(markdown), (node) => {
    if (node.type === "heading") anchors.add(slugger.slug(readText(node).replace(/\s*\{#.*\}$/, "")));
  });
  for (const [, id] of markdown.matchAll(/(?:\{#|\bid="|\bname=")([\w-]+)/g)) if (id !== undefined) anchors.add(id);
  return anchors;
}

/** Front matter is no Markdown; blank lines in its place keep the line numbers. */
function readMarkdown(markdown: string): Nodes {
  return fromMarkdown(markdown.replace(/^---\n[\s\S]*?\n---\n/, (matter) => matter.replace(/[^\n]/g, "")));
}

const isElsewhere = (url: string): boolean => /^[a-z][a-z\d+.-]*:|^\/\//i.test(url);

function walk(node: Nodes, visit: (node: Nodes) => void): void {
  visit(node);
  if ("children" in node) for (const child of node.children) walk(child, visit);
}

function readText(node: Nodes): string {
  if ("value" in node) return node.value;
  return "children" in node ? node.children.map(readText).join("") : "";
}
