import { RE2JS } from "re2js";
import { BoundedCache } from "../bounded-cache.js";
import type { CompiledRegex, RegexCompilation, RegexEngine, RegexMatch } from "./regex-engine.js";
import { simpleRegex } from "./simple-regex.js";

const cacheSize = 100;

/** The longest pattern that is compiled; real ones have a few hundred characters. */
const maximumPatternLength = 100_000;

/**
 * The engine of RE2 syntax and linear time: simple patterns run on the built-in engine, where it has the same semantics, all
 * others on a port of RE2. It keeps the hundred patterns that were used last.
 */
export function createRe2Engine(): RegexEngine {
  const cache = new BoundedCache<RegexCompilation>(cacheSize);
  return { compile: (pattern) => cache.get(pattern) ?? cache.set(pattern, compile(pattern)) };
}

function compile(pattern: string): RegexCompilation {
  if (pattern.length > maximumPatternLength) return { ok: false, message: "error parsing regexp: expression too long" };
  const simple = simpleRegex(pattern);
  if (simple !== undefined) return { ok: true, regex: simple };
  try {
    return { ok: true, regex: wrap(RE2JS.compile(pattern)) };
  } catch (error) {
    return { ok: false, message: messageOf(error) };
  }
}

/** Go names the offending part always, the port does not where it is empty. */
function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.endsWith("trailing backslash at end of expression") ? `${message}: \`\`` : message;
}

function wrap(compiled: RE2JS): CompiledRegex {
  const groupCount = compiled.groupCount();
  return {
    groupCount,
    groupNames: new Map(Object.entries(compiled.namedGroups())),
    test: (text) => compiled.test(text),
    match: (text, from) => {
      const matcher = compiled.matcher(text);
      if (!matcher.find(from)) return undefined;
      const match: number[] = [];
      for (let group = 0; group <= groupCount; group += 1) match.push(matcher.start(group), matcher.end(group));
      return match satisfies RegexMatch;
    },
  };
}

/** The engine that is used when a host gives none. What it remembers are compiled patterns only. */
export const defaultRegexEngine: RegexEngine = /* @__PURE__ */ createRe2Engine();
