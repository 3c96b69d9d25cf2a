import { compareText } from "../../value/text-order.js";

/**
 * Orders keys as Go's YAML encoder does: runs of digits by their number, letters after everything else, but before it where a
 * number has just been read.
 *
 * @returns negative, zero or positive
 */
export function compareNaturally(left: string, right: string): number {
  const [leftCharacters, rightCharacters] = [Array.from(left), Array.from(right)];
  const length = Math.min(leftCharacters.length, rightCharacters.length);
  let index = 0;
  while (index < length && leftCharacters[index] === rightCharacters[index]) index += 1;
  if (index === length) return leftCharacters.length - rightCharacters.length;
  return compareAt(leftCharacters, rightCharacters, index);
}

const isLetter = (character: string): boolean => /^\p{L}$/u.test(character);

const isDigit = (character: string | undefined): boolean => character !== undefined && /^\p{Nd}$/u.test(character);

function compareAt(left: readonly string[], right: readonly string[], index: number): number {
  const [leftCharacter = "", rightCharacter = ""] = [left[index], right[index]];
  const [leftIsLetter, rightIsLetter] = [isLetter(leftCharacter), isLetter(rightCharacter)];
  if (leftIsLetter && rightIsLetter) return compareText(leftCharacter, rightCharacter);
  if (leftIsLetter || rightIsLetter) return leftIsLetter === isDigit(left[index - 1]) ? -1 : 1;
  const leads = leftCharacter === "0" || rightCharacter === "0" ? hasDigitBefore(left, index) : "";
  const [leftNumber, rightNumber] = [digitsAt(left, index), digitsAt(right, index)];
  const difference = numberOf(leads + leftNumber) - numberOf(leads + rightNumber);
  if (difference !== 0n) return difference < 0n ? -1 : 1;
  return leftNumber.length - rightNumber.length || compareText(leftCharacter, rightCharacter);
}

/** A digit other than zero that stands before, as a digit that both numbers begin with. */
function hasDigitBefore(characters: readonly string[], index: number): string {
  for (let place = index - 1; isDigit(characters[place]); place -= 1) if (characters[place] !== "0") return "1";
  return "";
}

function digitsAt(characters: readonly string[], index: number): string {
  let end = index;
  while (isDigit(characters[end])) end += 1;
  return characters.slice(index, end).join("");
}

const numberOf = (digits: string): bigint => BigInt(digits.replace(/\D/g, "") || "0");
