/**
 * What an earlier stage has made sure of. One place that throws instead of many defaults that nobody could ever see.
 *
 * @param value - what cannot be missing
 * @param what - what it is, for the fault
 * @returns the value
 */
export function certain<Given>(value: Given | undefined, what: string): Given {
  if (value === undefined) throw new Error(`internal fault: no ${what}`);
  return value;
}
