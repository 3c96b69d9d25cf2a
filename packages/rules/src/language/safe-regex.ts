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
 * the pattern at once, character by character, and never goes back. Knows RE2's syntax but for named groups, flags other
 * than a leading `(?i)` or `(?s)`, Unicode classes, named classes, and rare escapes.
 */
export const safeRegex: RegexEngine = (pattern) => {
  if (pattern.length > LONGEST_PATTERN) return { unsupported: `patterns longer than ${LONGEST_PATTERN}` };
  const node = parseRegex(pattern);
  if ("invalid" in node || "unsupported" in node) return node;
  if (sizeOf(node) > LARGEST_PROGRAM) return { unsupported: `patterns of more than ${LARGEST_PROGRAM} steps` };
  const program: Step[] = [{ kind: "match" }];
  const start = compile(node, MATCH, program);
  return { test: (text) => search(program, start, text) };
};

/** One step of a program: takes a character, holds at an anchor, or goes on at several steps at once. */
type Step =
  | { readonly kind: "match" }
  | { readonly kind: "set"; readonly set: CharacterSet; readonly next: number }
  | { readonly kind: "anchor"; readonly anchor: RegexAnchor; readonly next: number }
  | { readonly kind: "fork"; readonly next: readonly number[] };

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
  if ("set" in node) return program.push({ kind: "set", set: node.set, next }) - 1;
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

const search = (program: readonly Step[], start: number, text: string): boolean => {
  const seen = new Int32Array(program.length).fill(-1);
  let waiting: number[] = [];
  let before: number | undefined;
  for (let position = 0; position <= text.length; ) {
    const codePoint = text.codePointAt(position);
    const after = codePoint === undefined ? undefined : toScalar(codePoint);
    const reached: number[] = [];
    for (const step of [...waiting, start]) follow(program, step, { before, after, position, seen }, reached);
    if (seen[MATCH] === position) return true;
    waiting = advance(program, reached, after);
    before = after;
    position += codePoint !== undefined && codePoint > 0xffff ? 2 : 1;
  }
  return false;
};

/** A place between two characters, and the steps that have been reached there. */
interface Place {
  readonly before: number | undefined;
  readonly after: number | undefined;
  readonly position: number;
  /** For each step the last position at which it was reached. */
  readonly seen: Int32Array;
}

/** Finds all steps that wait for a character, from one step on. */
const follow = (program: readonly Step[], from: number, place: Place, reached: number[]): void => {
  const open = [from];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    const step = program[index];
    if (step === undefined || place.seen[index] === place.position) continue;
    place.seen[index] = place.position;
    if (step.kind === "set") reached.push(index);
    if (step.kind === "fork") open.push(...step.next);
    if (step.kind === "anchor" && ANCHOR_HOLDS[step.anchor](place)) open.push(step.next);
  }
};

const advance = (program: readonly Step[], reached: readonly number[], character: number | undefined): number[] => {
  const waiting: number[] = [];
  for (const index of reached) {
    const step = program[index];
    if (step?.kind === "set" && character !== undefined && hasCharacter(step.set, character)) waiting.push(step.next);
  }
  return waiting;
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
