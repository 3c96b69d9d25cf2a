/** An object identifier whose numbers have 31 bits at most. */
export interface ObjectIdentifier {
  readonly numbers: readonly number[];
  /** `2.5.4.3`. */
  readonly text: string;
}

/** The identifier that bytes write; undefined when they are none, or a number is too large. */
export function readIdentifier(bytes: Uint8Array): ObjectIdentifier | undefined {
  const numbers = readNumbers(bytes)?.map(Number);
  if (numbers === undefined || numbers.some((number) => number >= 2 ** 31)) return undefined;
  return { numbers, text: numbers.join(".") };
}

/** The text of an identifier with numbers of any size; undefined when the bytes are none. */
export const identifierText = (bytes: Uint8Array): string | undefined => readNumbers(bytes)?.join(".");

/** The first number stands for two, of which the first is 0, 1 or 2. */
function readNumbers(bytes: Uint8Array): readonly bigint[] | undefined {
  const [first, ...numbers] = readGroups(bytes) ?? [];
  if (first === undefined) return undefined;
  const root = first < 80n ? first / 40n : 2n;
  return [root, first - root * 40n, ...numbers];
}

/** The longest number that is read, in bytes. */
const longest = 1_000;

/** Numbers of groups of seven bits; each has as few groups as it needs. */
function readGroups(bytes: Uint8Array): readonly bigint[] | undefined {
  const numbers: bigint[] = [];
  let number = 0n;
  let start = 0;
  for (const [index, byte] of bytes.entries()) {
    if ((index === start && byte === 0x80) || index - start > longest) return undefined;
    number = (number << 7n) | BigInt(byte & 0x7f);
    if (byte >= 0x80) continue;
    numbers.push(number);
    number = 0n;
    start = index + 1;
  }
  return start === bytes.length ? numbers : undefined;
}
