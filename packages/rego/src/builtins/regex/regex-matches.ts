import type { CompiledRegex, RegexMatch } from "./regex-engine.js";

/**
 * The matches from left to right that do not overlap, as Go finds them: an empty match directly after another match is left out.
 *
 * @param limit - the largest number of matches; a negative one means all
 */
export function* allMatches(regex: CompiledRegex, text: string, limit: number): Generator<RegexMatch> {
  let position = 0;
  let previousEnd = -1;
  for (let count = 0; (limit < 0 || count < limit) && position <= text.length; ) {
    const match = regex.match(text, position);
    if (match === undefined) return;
    const [start = 0, end = 0] = match;
    const isRepeated = end === position && start === previousEnd;
    position = end === position ? position + widthAt(text, position) : end;
    previousEnd = end;
    if (isRepeated) continue;
    count += 1;
    yield match;
  }
}

/** The number of units of the code point at a position, at least one. */
export const widthAt = (text: string, position: number): number => ((text.codePointAt(position) ?? 0) > 0xffff ? 2 : 1);

/** The text of a group; empty when it has no part in the match. */
export function groupText(text: string, match: RegexMatch, group: number): string {
  const [start = -1, end = -1] = match.slice(2 * group, 2 * group + 2);
  return start < 0 ? "" : text.slice(start, end);
}
