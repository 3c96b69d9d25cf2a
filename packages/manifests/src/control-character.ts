/** What libyaml's reader does not take for text; the class lists what it does. Half a surrogate pair alone is no text. */
const CONTROL_CHARACTER = /[^\t\n\r\x20-\x7E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/** Where the first character is that may stand nowhere in a YAML text, comments included; -1 where there is none. */
export const findControlCharacter = (text: string): number => text.search(CONTROL_CHARACTER);
