/** What commander says of a wrong call, and what gator does. */
const WORDS: readonly (readonly [said: RegExp, words: (...found: readonly string[]) => string])[] = [
  [/^error: unknown option '(--[^']*)'/, (flag) => `unknown flag: ${flag}`],
  [
    /^error: unknown option '-([^'])([^']*)'/,
    (letter, rest) => `unknown shorthand flag: '${letter}' in -${letter}${rest}`,
  ],
  [/^error: option '[^']*(--[a-z-]+)[^']*' argument missing/, (flag) => `flag needs an argument: ${flag}`],
  [/^error: unknown command '([^']*)'/, (command) => `unknown command ${JSON.stringify(command)} for "gator"`],
  [/^error: (.*)/, (message) => message ?? ""],
];

/** Says of a wrong call what gator says, given what commander says. */
export const describeUsageError = (text: string): string => {
  for (const [said, words] of WORDS) {
    const found = said.exec(text);
    if (found !== null) return `Error: ${words(...found.slice(1))}\nRun 'ostiary gator --help' for usage.\n`;
  }
  return text;
};
