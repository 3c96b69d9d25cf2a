import type { Reference as Release } from "../value/reference.js";

/** How a source is to be read. */
export interface ParserOptions {
  readonly file: string;
  readonly version: "v0" | "v1";
  /** Greatest nesting of terms and bodies. Default 250. */
  readonly maximumDepth: number;
  /** The release of OPA whose verdicts and words are given. */
  readonly release: Release;
}
