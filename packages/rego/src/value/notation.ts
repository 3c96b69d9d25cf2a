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

/** Writes a value. Values nested 10,000 deep do not exhaust the stack: open collections are kept in a list. */
export function write(root: Value, notation: Notation): string {
  if (!isCollection(root)) return notation.scalar(root);
  const frames: Frame[] = [];
  let text = "";
  let frame: Frame | undefined = enter(root, notation);
  text += frame.open;
  while (frame !== undefined) {
    if (frame.next === frame.values.length) {
      text += frame.close;
      frame = frames.pop();
      continue;
    }
    const value: Value = frame.values[frame.next] ?? null;
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
