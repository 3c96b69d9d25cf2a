const LONGEST_ADDRESS = 100;

/** Kubernetes reads numbers with leading zeros as decimal ones, as Go once did. */
const isDottedQuad = (text: string): boolean =>
  /^\d+\.\d+\.\d+\.\d+$/.test(text) && text.split(".").every((part) => Number(part) <= 255);

/** How many groups of 16 bits a list between colons has; `undefined` for one that is none. */
const countGroups = (text: string, isQuad: (text: string) => boolean): number | undefined => {
  if (text === "") return 0;
  const groups = text.split(":");
  const last = groups.at(-1) ?? "";
  const hasQuad = last.includes(".");
  const plain = hasQuad ? groups.slice(0, -1) : groups;
  if (hasQuad && !isQuad(last)) return undefined;
  if (!plain.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  return plain.length + (hasQuad ? 2 : 0);
};

const isColonAddress = (text: string, isQuad: (text: string) => boolean): boolean => {
  const halves = text.split("::");
  if (halves.length > 2) return false;
  const counts = halves.map((half) => countGroups(half, isQuad));
  if (counts.includes(undefined)) return false;
  const count = counts.reduce<number>((sum, next) => sum + (next ?? 0), 0);
  // Of two halves, the quad may stand in the second only.
  if (halves.length === 2) return count < 8 && !(halves[0] ?? "").includes(".");
  return count === 8;
};

const isStrictQuad = (text: string): boolean =>
  isDottedQuad(text) && text.split(".").every((part) => part === "0" || !part.startsWith("0"));

/** An IPv4 address, or an IPv6 address that ends with one. */
export const isIpv4 = (text: string): boolean => {
  if (text.length > LONGEST_ADDRESS || !text.includes(".")) return false;
  return text.includes(":") ? isColonAddress(text, isDottedQuad) : isDottedQuad(text);
};

/** An IPv6 address. */
export const isIpv6 = (text: string): boolean =>
  text.length <= LONGEST_ADDRESS && text.includes(":") && isColonAddress(text, isStrictQuad);

/** An address with the length of a prefix. */
export const isCidr = (text: string): boolean => {
  if (text.length > LONGEST_ADDRESS) return false;
  const [address = "", length = "", ...more] = text.split("/");
  if (more.length > 0 || !/^\d+$/.test(length)) return false;
  if (address.includes(":")) return isColonAddress(address, isDottedQuad) && Number(length) <= 128;
  return isDottedQuad(address) && Number(length) <= 32;
};

const OCTETS =
  /^[0-9a-fA-F]{2}([:-])[0-9a-fA-F]{2}(?:\1[0-9a-fA-F]{2}){4}(?:(?:\1[0-9a-fA-F]{2}){2}|(?:\1[0-9a-fA-F]{2}){14})?$/;
const DOTTED = /^[0-9a-fA-F]{4}\.[0-9a-fA-F]{4}\.[0-9a-fA-F]{4}(?:\.[0-9a-fA-F]{4}|(?:\.[0-9a-fA-F]{4}){7})?$/;

const DIGITS = /^(?:[0-9a-fA-F]{12}|[0-9a-fA-F]{16}|[0-9a-fA-F]{40})$/;

/** A hardware address of 6, 8 or 20 octets. */
export const isMacAddress = (text: string): boolean => OCTETS.test(text) || DOTTED.test(text) || DIGITS.test(text);
