import type { RuleResult } from "@ostiary/rules";
import type { Release } from "@ostiary/rules/deckhouse";
import { compare } from "../../compare.js";
import { readJsonLines } from "../../json-lines.js";
import type { CaseFile, Outcome } from "../../suite.js";
import { judgeByConstraint, type SingleConstraint } from "./single-constraint.js";

/** One constraint and one object, and what is known of the answer. */
interface Line extends SingleConstraint {
  /** Absent where suite and case make it up. */
  readonly id?: string;
  readonly suite: string;
  readonly case: string;
  /** Absent where the file's name says it. */
  readonly profile?: "v1.66" | "newest";
  /** Whether there is a violation. */
  readonly expectViolations?: "yes" | "no";
  /** Only violations whose message matches this count. */
  readonly message?: string;
  readonly expectMessages?: readonly string[];
  /** Complete messages that were derived from the specification. */
  readonly derivedMessages?: readonly string[];
  readonly expectDetails?: readonly { readonly msg: string; readonly details: unknown }[];
  /** The real engine's messages where ours differ on purpose. */
  readonly expectReal?: readonly string[];
  /** Expected of development after the newest release that is supported. */
  readonly later?: boolean;
}

const NAMES = /^(?:operation|security)-(v1\.66|newest|edge)\.jsonl$/;

const RELEASES: Readonly<Record<string, Release>> = { "v1.66": "1.66", newest: "next" };

/** Single constraints, as somebody writes them by hand. */
export const vectors: CaseFile = {
  names: NAMES,
  list: (path) => {
    const [, fileProfile = ""] = NAMES.exec(path.slice(path.lastIndexOf("/") + 1)) ?? [];
    return readJsonLines<Line>(path).map((line) => ({
      id: line.id ?? `${line.suite} ${line.case}`,
      judge: () => judge(line, line.profile ?? fileProfile),
    }));
  },
};

const judge = (line: Line, profile: string): Outcome => {
  if (line.later === true) return { kind: "skipped", reason: "later" };
  const release = RELEASES[profile];
  if (release === undefined) return { kind: "failed", difference: `unknown profile ${profile}` };
  const results = judgeByConstraint(release, line);
  if (typeof results === "string") return { kind: "failed", difference: results };
  const outcome = compare(answer(line, results), expectation(line));
  const isOurs = line.expectReal === undefined ? onlyAddsNameless(line, results) : outcome.kind === "passed";
  return isOurs ? SILENT : outcome;
};

/** Whether the real engine is silent, and all our messages have an empty name in them. */
const onlyAddsNameless = ({ expectMessages }: Line, results: readonly RuleResult[]): boolean =>
  expectMessages?.length === 0 && results.length > 0 && results.every(({ message }) => message.includes("<>"));

const SILENT: Outcome = {
  kind: "deviation",
  reason: "the real engine is silent, for its message would quote a value that the object lacks; we report",
};

type Answer = Readonly<Record<string, unknown>>;

/** Our answer, as far as the line says something about it. */
const answer = (line: Line, results: readonly RuleResult[]): Answer => {
  const messages = [...new Set(results.map(({ message }) => message))].sort();
  const pattern = new RegExp(line.message ?? "");
  const details = results.filter((result) => result.details !== undefined);
  return {
    ...(line.expectViolations !== undefined && { violated: messages.some((message) => pattern.test(message)) }),
    ...(exactMessages(line) !== undefined && { messages }),
    ...(line.expectDetails !== undefined && {
      details: details.map((result) => ({ msg: result.message, details: result.details })),
    }),
  };
};

const expectation = (line: Line): Answer => ({
  ...(line.expectViolations !== undefined && { violated: line.expectViolations === "yes" }),
  ...(exactMessages(line) !== undefined && { messages: [...(exactMessages(line) ?? [])].sort() }),
  ...(line.expectDetails !== undefined && { details: line.expectDetails }),
});

const exactMessages = ({ expectMessages, derivedMessages }: Line): readonly string[] | undefined =>
  expectMessages ?? derivedMessages;
