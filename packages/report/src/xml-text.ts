import { showControls } from "./visible-text.js";

const NAMED: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const NONCHARACTER = /[\uFFFE\uFFFF]/;

/** What XML 1.0 cannot hold, not even escaped, and what it discourages. Tab, LF and CR are escaped instead. */
const IMPOSSIBLE = /[^\P{Cc}\t\n\r]|[\p{Cs}\uFFFE\uFFFF]/gu;
const SPECIAL_IN_TEXT = /[&<>\r]/g;
const SPECIAL_IN_ATTRIBUTE = /[&<>"\t\n\r]/g;

/** Writes a text so that it can stand in an XML element. What XML cannot hold is made visible. */
export const escapeXmlText = (text: string): string => replaceSpecial(text, SPECIAL_IN_TEXT);

/** Writes the attributes of an XML element; those that are `undefined` are left out. */
export const writeAttributes = (attributes: Readonly<Record<string, string | number | undefined>>): string =>
  Object.entries(attributes)
    .map(([name, value]) =>
      value === undefined ? "" : ` ${name}="${replaceSpecial(String(value), SPECIAL_IN_ATTRIBUTE)}"`,
    )
    .join("");

const replaceSpecial = (text: string, special: RegExp): string =>
  text
    .replace(IMPOSSIBLE, (character) => (NONCHARACTER.test(character) ? "\uFFFD" : showControls(character)))
    .replace(special, (character) => NAMED[character] ?? `&#${character.charCodeAt(0)};`);
