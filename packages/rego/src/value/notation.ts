import { certain } from "./certain.js";
import { type Collection, isCollection, type Value } from "./value.js";

/** A way of writing values as text. */
export interface Notation {
  /** Between two members of a collection. */
  readonly separator: string;
  /** The text of a value without members. */
  readonly scalar: (value: Exclude<Value, Collection>) => string;
  /** How a collection is written. */
  readonly collection: (value: Collection) => Written;
}

/** A collection to be written: its brackets, its members in order, and what precedes each of them. */
export interface Written {
  readonly open: string;
  readonly values: readonly Value[];
  /** One for each member: the key of an object and what follows it. */
  readonly labels?: readonly string[];
  readonly close: string;
}

interface Frame extends Written {
  next: number;
}

/** Beyond this depth open collections are kept in a list instead of on the stack. */
const deepestCall = 100;

/** Writes a value. Values nested 10,000 deep do not exhaust the stack. */
export const write = (root: Value, notation: Notation): string => writeAt(root, notation, 0);

function writeAt(value: Value, notation: Notation, depth: number): string {
  if (!isCollection(value)) return notation.scalar(value);
  if (depth > deepestCall) return writeDeep(value, notation);
  const { open, values, labels, close } = notation.collection(value);
  let text = open;
  for (let index = 0; index < values.length; index += 1) {
    if (index > 0) text += notation.separator;
    if (labels !== undefined) text += certain(labels[index], "label");
    text += writeAt(values[index] ?? null, notation, depth + 1);
  }
  return text + close;
}

function writeDeep(root: Collection, notation: Notation): string {
  const frames: Frame[] = [];
  let frame: Frame | undefined = enter(root, notation);
  let text = frame.open;
  while (frame !== undefined) {
    if (frame.next === frame.values.length) {
      text += frame.close;
      frame = frames.pop();
      continue;
    }
    const value: Value = certain(frame.values[frame.next], "member");
    text += (frame.next === 0 ? "" : notation.separator) + (frame.labels?.[frame.next] ?? "");
    frame.next += 1;
    if (isCollection(value)) {
      frames.push(frame);
      frame = enter(value, notation);
      text += frame.open;
    } else {
      text += notation.scalar(value);
    }
  }
  return text;
}

const enter = (value: Collection, notation: Notation): Frame => ({ ...notation.collection(value), next: 0 });
