import type { Json } from "@ostiary/core";
import type {
  CheckedObject,
  FileProblem,
  PositionedFinding,
  PositionedProblem,
  PositionedViolation,
} from "@ostiary/report";
import fc from "fast-check";

/** What names, messages and values may hold, and what breaks out of one format or another. */
export const HOSTILE: readonly string[] = [
  "",
  " ",
  `"quoted" and 'quoted'`,
  "two\nlines",
  "carriage\r\nreturn\ralone",
  "a]]>b",
  "::error::forged",
  "file=a,line=1::x%0Ay",
  "a|b\\|c",
  "`code` ``more``",
  "<script>alert(1)</script>&amp;",
  "<!-- comment -->",
  "[link](https://evil.example)",
  "@everyone #1",
  "\u001B[31mred\u001B[0m\u001B]8;;https://evil.example\u0007",
  "nul\0byte",
  "bell\u0007 and next line\u0085",
  "lone \uD800 high, lone \uDC00 low",
  "\u202Ereversed\u202C \u2066isolated\u2069",
  "line\u2028and\u2029paragraph",
  "\uFEFFmark \uFFFE\uFFFF",
  "yes",
  "0755",
  "2001-01-01",
  "1e3",
  "~",
  "- item: {a: b} # comment",
  "__proto__",
  "👩‍👩‍👧‍👦 名前 e\u0301",
  "\ttab",
  "%",
];

const hostileText = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: "binary" }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
);

const anyPosition = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 99 }), fc.nat(3), fc.integer({ min: 1, max: 99 }))
  .map(([line, column, lines, length]) => ({
    line,
    column,
    endLine: line + lines,
    endColumn: lines === 0 ? column + length : length,
  }));

const anyPath = fc.array(fc.oneof(hostileText, fc.nat(9)), { maxLength: 4 });

const anyJson: fc.Arbitrary<Json> = fc.oneof(
  fc.json().map((text): Json => JSON.parse(text)),
  fc.bigInt(),
  hostileText,
);

const anyPolicy = fc.record(
  { kind: fc.oneof(fc.constant("PodSecurityStandard"), hostileText), name: hostileText, version: hostileText },
  { requiredKeys: ["kind", "name"] },
);

const anyFinding: fc.Arbitrary<PositionedFinding> = fc
  .record({ path: anyPath, found: fc.option(anyJson, { nil: undefined }) })
  .chain((required) =>
    fc
      .record({ allowed: anyJson, volume: hostileText, position: anyPosition }, { requiredKeys: [] })
      .map((optional) => ({ ...required, ...optional })),
  );

const anyViolation: fc.Arbitrary<PositionedViolation> = fc.record(
  {
    policy: anyPolicy,
    rule: hostileText,
    action: fc.constantFrom("deny" as const, "warn" as const, "dryrun" as const),
    message: hostileText,
    reason: hostileText,
    detail: hostileText,
    findings: fc.array(anyFinding, { maxLength: 3 }),
    help: fc.oneof(fc.constant("https://example.com/a#b"), hostileText),
  },
  { requiredKeys: ["policy", "rule", "action", "message", "findings"] },
);

const anyProblem: fc.Arbitrary<PositionedProblem> = fc.record(
  {
    code: hostileText,
    message: hostileText,
    path: anyPath,
    effect: fc.constantFrom("deny" as const, "report" as const),
    position: anyPosition,
  },
  { requiredKeys: ["code", "message", "effect"] },
);

const anyConsideration = fc.record(
  {
    policy: anyPolicy,
    outcome: fc.constantFrom("applied" as const, "exempt" as const, "skipped" as const),
    actions: fc.constant(["deny" as const]),
    note: hostileText,
    passed: fc.array(
      fc.record({ rule: hostileText, reads: fc.array(fc.record({ path: anyPath, found: anyJson }), { maxLength: 2 }) }),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: ["policy", "outcome"] },
);

/** An object about which every text is hostile. */
export const hostileObject: fc.Arbitrary<CheckedObject> = fc
  .record({
    file: hostileText,
    document: fc.nat(9),
    line: fc.integer({ min: 1, max: 99 }),
    apiVersion: hostileText,
    kind: hostileText,
    namespace: hostileText,
    name: hostileText,
    decision: fc.record({
      allowed: fc.boolean(),
      violations: fc.array(anyViolation, { maxLength: 3 }),
      problems: fc.array(anyProblem, { maxLength: 2 }),
      considered: fc.array(anyConsideration, { maxLength: 2 }),
    }),
    source: hostileText,
    place: anyPosition,
    exact: fc.boolean(),
  })
  .map(({ source, place, exact, ...entry }) => ({
    ...entry,
    source,
    excerpt: ({ line }) => [{ line, text: source.replace(/[\r\n]/g, "") }],
    locate: () => ({ ...place, exact }),
  }));

/** A problem with a file whose every text is hostile. */
export const hostileProblem: fc.Arbitrary<FileProblem> = fc.record(
  {
    file: hostileText,
    line: fc.integer({ min: 1, max: 99 }),
    column: fc.integer({ min: 1, max: 99 }),
    message: hostileText,
    severity: fc.constantFrom("error" as const, "warning" as const),
    code: hostileText,
    excerpt: fc.constant(() => [{ line: 1, text: "text" }]),
  },
  { requiredKeys: ["file", "message", "severity"] },
);

/** A whole run of them. */
export const hostileRun = fc.tuple(
  fc.array(hostileObject, { maxLength: 3 }),
  fc.array(hostileProblem, { maxLength: 2 }),
);

/** What a terminal or a log must never get as it is. */
export const UNSAFE = /[^\P{Cc}\n]|[\p{Bidi_Control}\p{Zl}\p{Zp}\p{Cs}\uFEFF]/u;
