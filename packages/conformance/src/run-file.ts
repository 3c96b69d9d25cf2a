import type { KnownCases } from "./known-failures.js";
import type { ConformanceCase, Outcome } from "./suite.js";

/** How many cases came to what. */
export interface CaseCounts {
  readonly passed: number;
  readonly failed: number;
  /** Failures on the list of known failures; not among `failed`. */
  readonly known: number;
  readonly deviations: number;
  readonly skipped: number;
}

/** How many cases of a file came to what: what `--json` writes. */
export interface FileCounts extends CaseCounts {
  readonly suite: string;
  readonly file: string;
}

/** Something to tell about a case. */
export interface Remark {
  readonly id: string;
  readonly text: string;
}

/** What came of a file. */
export interface FileReport extends FileCounts {
  readonly failures: readonly Remark[];
  /** Deviations and skipped cases, with their reasons. */
  readonly remarks: readonly Remark[];
}

const NO_LONGER = "passes, although it is on the list of known failures: take it off";

/**
 * Runs the cases of a file.
 *
 * @param list - lists them
 * @param known - the failures that are known; one that does not fail any more is a failure
 */
export const runFile = async (
  place: Pick<FileCounts, "suite" | "file">,
  list: () => Iterable<ConformanceCase>,
  known: KnownCases,
): Promise<FileReport> => {
  const counts = { passed: 0, failed: 0, known: 0, deviations: 0, skipped: 0 };
  const failures: Remark[] = [];
  const remarks: Remark[] = [];
  for (const { id, judge } of attemptList(list)) {
    const outcome = settle(await attempt(judge), known.get(id));
    counts[COUNTED_AS[outcome.kind]]++;
    if (outcome.kind === "failed") failures.push({ id, text: outcome.difference });
    if (outcome.kind === "deviation" || outcome.kind === "skipped") remarks.push({ id, text: outcome.reason });
  }
  return { ...place, ...counts, failures, remarks };
};

/** A file whose cases cannot be listed is a case that fails. */
const attemptList = (list: () => Iterable<ConformanceCase>): Iterable<ConformanceCase> => {
  try {
    return list();
  } catch (error) {
    return [{ id: "the file itself", judge: () => describeThrown(error) }];
  }
};

type Settled = Outcome | { readonly kind: "known" };

const COUNTED_AS = {
  passed: "passed",
  failed: "failed",
  known: "known",
  deviation: "deviations",
  skipped: "skipped",
} as const satisfies Record<Settled["kind"], keyof CaseCounts>;

/** A case that throws has failed: nothing of ours may throw. */
const attempt = async (judge: ConformanceCase["judge"]): Promise<Outcome> => {
  try {
    return await judge();
  } catch (error) {
    return describeThrown(error);
  }
};

/** How many lines of a thrown error are shown: its message and the innermost places. */
const STACK_LINES = 4;

const describeThrown = (error: unknown): Outcome => {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { kind: "failed", difference: `threw ${text.split("\n").slice(0, STACK_LINES).join("\n")}` };
};

const settle = (outcome: Outcome, knownReason: string | undefined): Settled => {
  if (knownReason === undefined || outcome.kind === "skipped") return outcome;
  return outcome.kind === "failed" ? { kind: "known" } : { kind: "failed", difference: NO_LONGER };
};
