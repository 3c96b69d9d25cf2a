/** An address of the internet: 4 or 16 bytes. */
export type IpBytes = readonly number[];

const parseVersion4 = (text: string): IpBytes | undefined => {
  const parts = text.split(".");
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part))) return undefined;
  const bytes = parts.map(Number);
  return bytes.every((byte) => byte <= 255) ? bytes : undefined;
};

const groupBytes = (group: string): IpBytes => {
  const value = Number.parseInt(group, 16);
  return [value >> 8, value & 0xff];
};

/** The bytes of groups between colons, of which the last may be an address of version 4. */
const parseGroups = (text: string): IpBytes | undefined => {
  if (text === "") return [];
  const groups = text.split(":");
  const last = groups.at(-1) ?? "";
  const tail = last.includes(".") ? parseVersion4(last) : [];
  if (tail === undefined) return undefined;
  const head = tail.length === 0 ? groups : groups.slice(0, -1);
  if (!head.every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group))) return undefined;
  return [...head.flatMap(groupBytes), ...tail];
};

const parseVersion6 = (text: string): IpBytes | undefined => {
  const [before = "", after, ...more] = text.split("::");
  const [head, tail] = [parseGroups(before), parseGroups(after ?? "")];
  if (head === undefined || tail === undefined || more.length > 0) return undefined;
  if (after === undefined) return head.length === 16 ? head : undefined;
  const missing = 16 - head.length - tail.length;
  if (missing < 2 || before.includes(".")) return undefined;
  return [...head, ...Array.from({ length: missing }, () => 0), ...tail];
};

/** Reads an address. @returns its bytes; `undefined` when it is none */
export const parseIpAddress = (text: string): IpBytes | undefined => {
  if (text.length > 50) return undefined;
  return text.includes(":") ? parseVersion6(text) : parseVersion4(text);
};

/** Whether an address of version 6 stands for one of version 4. */
export const isMapped = (bytes: IpBytes): boolean =>
  bytes.length === 16 && bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 0xff && bytes[11] === 0xff;

/** The longest run of zeros of two groups or more, the first one of equal length. */
const longestZeros = (groups: readonly string[]): readonly [start: number, length: number] => {
  let best: readonly [number, number] = [-1, 1];
  let start = 0;
  for (const [index, group] of groups.entries()) {
    if (group !== "0") start = index + 1;
    else if (index - start + 1 > best[1]) best = [start, index - start + 1];
  }
  return best;
};

/** Writes an address in its canonical form. */
export const formatIpAddress = (bytes: IpBytes): string => {
  if (bytes.length === 4) return bytes.join(".");
  const groups = Array.from({ length: 8 }, (_, index) =>
    (((bytes[2 * index] ?? 0) << 8) | (bytes[2 * index + 1] ?? 0)).toString(16),
  );
  const [start, length] = longestZeros(groups);
  if (start === -1) return groups.join(":");
  return `${groups.slice(0, start).join(":")}::${groups.slice(start + length).join(":")}`;
};
