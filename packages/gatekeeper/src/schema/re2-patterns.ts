import { createRe2Engine } from "@ostiary/rego";
import type { PatternEngine } from "./object-schema.js";

/** Patterns in all of RE2's syntax, each compiled once while it is in use. */
export const re2Patterns = (): PatternEngine => {
  const engine = createRe2Engine();
  return (pattern) => {
    const compiled = engine.compile(pattern);
    return compiled.ok ? { ok: true, value: compiled.regex } : { ok: false, error: compiled.message };
  };
};
