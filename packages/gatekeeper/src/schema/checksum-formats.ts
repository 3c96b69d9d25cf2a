const CARD =
  /^(?:4[0-9]{12}(?:[0-9]{3})?|5[1-5][0-9]{14}|6(?:011|5[0-9][0-9])[0-9]{12}|3[47][0-9]{13}|3(?:0[0-5]|[68][0-9])[0-9]{11}|(?:2131|1800|35\d{3})\d{11})$/;

const LONGEST = 1000;

/** The number of a credit card, with anything between its digits. */
export const isCreditCard = (text: string): boolean => {
  if (text.length > LONGEST) return false;
  const digits = text.replace(/[^0-9]+/g, "");
  if (!CARD.test(digits)) return false;
  const sum = [...digits].toReversed().reduce((total, digit, index) => total + doubled(Number(digit), index), 0);
  return sum % 10 === 0;
};

/** Every second digit counts twice, and then as the sum of its own digits. */
const doubled = (digit: number, index: number): number => {
  if (index % 2 === 0) return digit;
  return digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
};

const withoutSeparators = (text: string): string => (text.length > LONGEST ? "" : text.replace(/[\s-]+/g, ""));

/** A book's number of ten digits. */
export const isIsbn10 = (text: string): boolean => {
  const digits = withoutSeparators(text);
  if (!/^[0-9]{9}[0-9X]$/.test(digits)) return false;
  const sum = [...digits].reduce(
    (total, digit, index) => total + (index + 1) * (digit === "X" ? 10 : Number(digit)),
    0,
  );
  return sum % 11 === 0;
};

/** A book's number of thirteen digits. */
export const isIsbn13 = (text: string): boolean => {
  const digits = withoutSeparators(text);
  if (!/^[0-9]{13}$/.test(digits)) return false;
  const sum = [...digits].reduce((total, digit, index) => total + (index % 2 === 0 ? 1 : 3) * Number(digit), 0);
  return sum % 10 === 0;
};
