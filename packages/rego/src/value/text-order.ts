/**
 * Orders strings by code points, as the bytes of their UTF-8 form are ordered. JavaScript orders by UTF-16 units, which
 * differs only where a surrogate meets a unit from U+E000 on.
 *
 * @returns negative, zero or positive
 */
export function compareText(left: string, right: string): number {
  if (left === right) return 0;
  const length = Math.min(left.length, right.length);
  let index = 0;
  while (index < length && left.charCodeAt(index) === right.charCodeAt(index)) index += 1;
  return index === length ? left.length - right.length : rankOfUnit(left, index) - rankOfUnit(right, index);
}

/** Moves the surrogates, which spell the code points beyond U+FFFF, above all other units. */
function rankOfUnit(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  return unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit;
}
