import type { LengthCheck } from "../text/replace.js";
import type { CompiledRegex, RegexMatch } from "./regex-engine.js";
import { groupText, widthAt } from "./regex-matches.js";

/** Replaces all matches, as Go's `ReplaceAllString` does: `$1`, `${name}` and `$$` stand for groups and a dollar sign. */
export function replaceMatches(regex: CompiledRegex, text: string, template: string, check: LengthCheck): string {
  const parts: string[] = [];
  let length = 0;
  let copied = 0;
  let position = 0;
  while (position <= text.length) {
    const match = regex.match(text, position);
    if (match === undefined) break;
    const [start = 0, end = 0] = match;
    parts.push(text.slice(copied, start));
    if (end > copied || start === 0) parts.push(expand(template, text, match, regex));
    length += (parts.at(-1)?.length ?? 0) + start - copied;
    check(length);
    copied = end;
    const next = position < text.length ? position + widthAt(text, position) : position + 1;
    position = Math.max(next, end);
  }
  parts.push(text.slice(copied));
  return parts.join("");
}

const reference = /\$(?:\$|\{([\p{L}\p{Nd}_]+)\}|([\p{L}\p{Nd}_]+))/gu;

/** Fills a template; a name that no group has stands for nothing, a dollar sign before anything else for itself. */
function expand(template: string, text: string, match: RegexMatch, regex: CompiledRegex): string {
  if (!template.includes("$")) return template;
  return template.replace(reference, (whole: string, braced?: string, bare?: string) => {
    const name = braced ?? bare;
    if (name === undefined) return whole === "$$" ? "$" : whole;
    const group = /^\d+$/.test(name) ? Number(name) : (regex.groupNames.get(name) ?? -1);
    return group < 0 || group > regex.groupCount ? "" : groupText(text, match, group);
  });
}
