/** The flags, width and precision of a directive. */
export interface FormatFlags {
  readonly plus: boolean;
  readonly minus: boolean;
  readonly sharp: boolean;
  readonly space: boolean;
  readonly zero: boolean;
  readonly width: number | undefined;
  readonly precision: number | undefined;
}

/** No flag, width or precision. */
export const noFlags: FormatFlags = {
  plus: false,
  minus: false,
  sharp: false,
  space: false,
  zero: false,
  width: undefined,
  precision: undefined,
};

/** Fills a text up to the width, which counts code points; zeros only on the left. */
export function pad(text: string, flags: FormatFlags): string {
  if (flags.width === undefined) return text;
  const missing = flags.width - (/[^\0-\x7f]/.test(text) ? Array.from(text).length : text.length);
  if (missing <= 0) return text;
  if (flags.minus) return text + " ".repeat(missing);
  return (flags.zero ? "0" : " ").repeat(missing) + text;
}
