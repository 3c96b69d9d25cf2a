import { type CharacterSet, hasCharacter, toScalar } from "./character-set.js";
import { parseRegex, type RegexAnchor, type RegexFault, type RegexNode } from "./regex-syntax.js";

/** A regular expression of RE2, ready to be searched for. */
export interface Regex {
  /** Whether the text contains a match anywhere. */
  test(text: string): boolean;
}

/**
 * Gets a pattern of RE2's syntax ready. Rules come with an engine of their own, {@link safeRegex}; a host that has a
 * complete one hands that in.
 */
export type RegexEngine = (pattern: string) => Regex | RegexFault;

/** How long a pattern may be, in UTF-16 units, and how many steps it may come to. */
const LONGEST_PATTERN = 4096;
const LARGEST_PROGRAM = 1000;

/**
 * Gets a pattern ready for a search that takes time linear in the text, whatever the pattern: it follows all ways through
 * the pattern at once, character by character, and never goes back. Knows RE2's syntax but for flags other than a leading
 * `(?i)` or `(?s)`, Unicode classes, and rare escapes.
 */
export const safeRegex: RegexEngine = (pattern) => {
  if (pattern.length > LONGEST_PATTERN) return { unsupported: `patterns longer than ${LONGEST_PATTERN}` };
  const node = parseRegex(pattern);
  if ("invalid" in node || "unsupported" in node) return node;
  if (sizeOf(node) > LARGEST_PROGRAM) return { unsupported: `patterns of more than ${LARGEST_PROGRAM} steps` };
  let ready: Program | undefined;
  // Most patterns of a cluster's policies never meet a text.
  return {
    test: (text) => {
      ready ??= makeProgram(node);
      return search(ready.steps, ready.start, text);
    },
  };
};

interface Program {
  readonly steps: readonly Step[];
  readonly start: number;
}

const makeProgram = (node: RegexNode): Program => {
  const steps: Step[] = [{ kind: "match" }];
  const start = compile(node, MATCH, steps);
  return { steps, start };
};

/** One step of a program: takes a character, holds at an anchor, or goes on at several steps at once. */
type Step =
  | { readonly kind: "match" }
  | SetStep
  | { readonly kind: "anchor"; readonly anchor: RegexAnchor; readonly next: number }
  | { readonly kind: "fork"; readonly next: readonly number[] };

interface SetStep {
  readonly kind: "set";
  readonly set: CharacterSet;
  /** What most texts consist of, looked up at once: 1 for each ASCII character of the set. */
  readonly ascii: Uint8Array;
  readonly next: number;
}

const setStep = (set: CharacterSet, next: number): SetStep => {
  const ascii = Uint8Array.from({ length: 128 }, (_, character) => (hasCharacter(set, character) ? 1 : 0));
  return { kind: "set", set, ascii, next };
};

/** Where every program ends. */
const MATCH = 0;

const sizeOf = (node: RegexNode): number => {
  if ("sequence" in node) return node.sequence.reduce((size, part) => size + sizeOf(part), 0);
  if ("choice" in node) return node.choice.reduce((size, option) => size + sizeOf(option), 1);
  if (!("repeated" in node)) return 1;
  const copies = Number.isFinite(node.most) ? node.most : node.least + 1;
  return copies * (1 + sizeOf(node.repeated));
};

/** Adds the steps of a part that goes on at `next`, back to front, and gives the first. */
const compile = (node: RegexNode, next: number, program: Step[]): number => {
  if ("set" in node) return program.push(setStep(node.set, next)) - 1;
  if ("anchor" in node) return program.push({ kind: "anchor", anchor: node.anchor, next }) - 1;
  if ("sequence" in node) return node.sequence.reduceRight((after, part) => compile(part, after, program), next);
  if ("repeated" in node) return compileRepeated(node, next, program);
  return program.push({ kind: "fork", next: node.choice.map((option) => compile(option, next, program)) }) - 1;
};

const compileRepeated = (
  { repeated, least, most }: Extract<RegexNode, { readonly repeated: RegexNode }>,
  next: number,
  program: Step[],
): number => {
  let start = Number.isFinite(most) ? next : compileLoop(repeated, next, program);
  for (let copy = least; copy < most && Number.isFinite(most); copy++) {
    start = program.push({ kind: "fork", next: [compile(repeated, start, program), next] }) - 1;
  }
  for (let copy = 0; copy < least; copy++) start = compile(repeated, start, program);
  return start;
};

/** A fork that leads into the part and behind it, and to which the part leads back. */
const compileLoop = (repeated: RegexNode, next: number, program: Step[]): number => {
  const fork = program.push({ kind: "fork", next: [next] }) - 1;
  program[fork] = { kind: "fork", next: [compile(repeated, fork, program), next] };
  return fork;
};

/** A place between two characters. */
interface Place {
  before: number | undefined;
  after: number | undefined;
}

const search = (program: readonly Step[], start: number, text: string): boolean => {
  // For each step the last position at which it was reached, so that it is followed only once there.
  const seen = new Int32Array(program.length).fill(-1);
  const open: number[] = [];
  const place: Place = { before: undefined, after: undefined };
  for (let position = 0; position <= text.length; ) {
    const codePoint = text.codePointAt(position);
    place.after = codePoint === undefined ? undefined : toScalar(codePoint);
    open.push(start);
    const reached = follow(program, open, place, seen, position);
    if (seen[MATCH] === position) return true;
    for (const step of reached) if (accepts(step, place.after)) open.push(step.next);
    place.before = place.after;
    position += codePoint !== undefined && codePoint > 0xffff ? 2 : 1;
  }
  return false;
};

/** Follows steps, of which none is left open afterwards, to all that wait for a character. */
const follow = (
  program: readonly Step[],
  open: number[],
  place: Place,
  seen: Int32Array,
  position: number,
): readonly SetStep[] => {
  const reached: SetStep[] = [];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    const step = program[index];
    if (step === undefined || seen[index] === position) continue;
    seen[index] = position;
    if (step.kind === "set") reached.push(step);
    else if (step.kind === "fork") for (const next of step.next) open.push(next);
    else if (step.kind === "anchor" && ANCHOR_HOLDS[step.anchor](place)) open.push(step.next);
  }
  return reached;
};

const accepts = ({ ascii, set }: SetStep, character: number | undefined): boolean => {
  if (character === undefined) return false;
  return character < ascii.length ? ascii[character] === 1 : hasCharacter(set, character);
};

const isWord = (character: number | undefined): boolean =>
  character !== undefined && character <= 0x7f && /\w/.test(String.fromCharCode(character));

const isWordBoundary = ({ before, after }: Place): boolean => isWord(before) !== isWord(after);

const ANCHOR_HOLDS: Readonly<Record<RegexAnchor, (place: Place) => boolean>> = {
  start: ({ before }) => before === undefined,
  end: ({ after }) => after === undefined,
  "word-boundary": isWordBoundary,
  "no-word-boundary": (place) => !isWordBoundary(place),
};
