import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type CodeBlock, findCodeBlocks } from "./code-blocks.js";
import { top } from "./sandbox.js";

/** A document that people read. */
export interface Document {
  /** Its path from the top of the repository. */
  readonly path: string;
  readonly blocks: readonly CodeBlock[];
}

const pagesIn = (folder: string): readonly string[] =>
  readdirSync(join(top, folder)).flatMap((file) => (file.endsWith(".md") ? [join(folder, file)] : []));

const packageReadmes = (): readonly string[] =>
  readdirSync(join(top, "packages")).map((folder) => join("packages", folder, "README.md"));

/** The READMEs of the repository and its packages, and the pages of the site that are written by hand. */
export const readDocuments = (): readonly Document[] =>
  [...["", "examples", "docs", "docs/guide"].flatMap(pagesIn), ...packageReadmes()]
    .filter((path) => existsSync(join(top, path)))
    .map((path) => ({ path, blocks: findCodeBlocks(readFileSync(join(top, path), "utf8")) }));
