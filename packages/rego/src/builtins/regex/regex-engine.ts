/** Compiles patterns in RE2 syntax; the port behind which the engine is exchangeable. */
export interface RegexEngine {
  /**
   * @param pattern - in the syntax of Go's `regexp`
   * @returns the compiled pattern, or the fault in Go's words
   */
  compile(pattern: string): RegexCompilation;
}

/** A compiled pattern, or why there is none. */
export type RegexCompilation =
  | { readonly ok: true; readonly regex: CompiledRegex }
  | { readonly ok: false; readonly message: string };

/** A pattern that can be searched for, in time linear in the text. */
export interface CompiledRegex {
  /** Whether the text contains a match. */
  test(text: string): boolean;
  /** The leftmost match that begins at `from` or later, or undefined. */
  match(text: string, from: number): RegexMatch | undefined;
  /** The numbers of the named groups. */
  readonly groupNames: ReadonlyMap<string, number>;
  /** The number of groups, without the whole match. */
  readonly groupCount: number;
}

/** Start and end of the whole match and of each group in UTF-16 units; a group without part in the match has -1. */
export type RegexMatch = readonly number[];
