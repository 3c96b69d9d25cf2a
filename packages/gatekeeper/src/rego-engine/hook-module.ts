import { type Module, type Outcome, parseModule } from "@ostiary/rego";

/** The file name under which errors of types in what a template's rule yields are reported. */
const FILE = "hooks.hooks_builtin";

/** The line at which the rule starts: the lines that errors name are then those of Gatekeeper's own module. */
const FIRST_ROW = 14;

const SOURCE = `package hooks${"\n".repeat(FIRST_ROW - 1)}violation[response] {
  data.template.violation[r]



  response := {
    "details": object.get(r, "details", {}),
    "msg": r.msg,
  }
}
`;

/** The query whose value is all that a template's rule yields: a set of objects with `msg` and `details`. */
export const HOOK_QUERY = "data.hooks.violation";

/**
 * What is between a template's rule and whoever asks: members of `violation` become results; one without `msg` is none, and
 * two that differ only in other fields are one.
 */
export const hookModule = (): Outcome<Module> => parseModule(SOURCE, { file: FILE, version: "v0" });
