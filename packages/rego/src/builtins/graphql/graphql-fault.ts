import type { Placed, Position } from "./graphql-tree.js";

/** Why a document is refused, in the words of gqlparser, which OPA uses. */
export interface GraphqlFinding {
  readonly message: string;
  readonly position?: Position | undefined;
}

/** Thrown where a document cannot be read or a schema is none; it never leaves this folder. */
export class GraphqlFault {
  constructor(
    readonly message: string,
    readonly position?: Position | undefined,
  ) {}
}

/** Thrown where documents nest deeper than they can be followed, which says nothing about them. */
export class GraphqlDepthFault extends GraphqlFault {
  /**
   * @param what - what nests
   * @param deepest - how many levels there may be
   */
  constructor(what: string, deepest: number) {
    super(`${what} nest ${deepest} levels deep at most`);
  }
}

/** A fault about a node of a schema; one without a place is said to be before the first. */
export const faultAt = ({ position }: Placed, message: string): GraphqlFault =>
  new GraphqlFault(message, position ?? { line: -1, column: -1 });

/** A finding as gqlparser prints it. */
export function findingText({ message, position }: GraphqlFinding): string {
  return position === undefined ? `input: ${message}` : `input:${position.line}:${position.column}: ${message}`;
}

/** The message that OPA makes of what gqlparser prints: it looks for a place behind the first colon. */
export function messageOf(text: string): string {
  const [, line = "", column = "", message] = /^[^:]*:(\d+):(\d+):(.*)$/s.exec(text) ?? [];
  if (message === undefined) return `GraphQL parse error: ${text}`;
  return `${message.replace(/^ +/, "").replace(/\.\n$/, "")} in GraphQL string at location ${line}:${column}`;
}
