import type { Json } from "@ostiary/core";
import { type GatekeeperRelease, isSince, NEWEST_RELEASE } from "../gatekeeper-release.js";
import { goTypeName, printGoValue } from "../mutation/go-value.js";
import { isFields, isList, ownField, type WorkingFields, withDoubles } from "../mutation/working-value.js";
import { fail, type Outcome, succeed } from "../outcome.js";

/** What the source of an entry for the engine Rego holds. */
export interface RegoSource {
  readonly rego: string;
  readonly version: "v0" | "v1";
  readonly libs: readonly string[];
}

const CODE = "invalid-source";

/**
 * Reads the source of a template's rule. Whatever is not `v1` is taken for v0, and before 3.19 that too.
 *
 * @source open-policy-agent/frameworks, constraint/pkg/client/drivers/rego/schema/schema.go
 */
export const readRegoSource = (
  source: Json | undefined,
  release: GatekeeperRelease = NEWEST_RELEASE,
): Outcome<RegoSource> => {
  if (source === undefined || source === null) return fail(CODE, `${MISSING} source`);
  // Numbers of a template are doubles.
  const fields = withDoubles(source);
  if (!isFields(fields)) return fail(CODE, "could not recognize the type");
  const rego = readText(fields, "rego", "source");
  if (!rego.ok) return rego;
  if (rego.value === undefined) return fail(CODE, `${MISSING} rego`);
  const version = readText(fields, "version", "version");
  if (!version.ok) return version;
  const libs = readLibs(fields);
  if (!libs.ok) return libs;
  const isVersion1 = version.value === "v1" && isSince(release, "3.19");
  return succeed({ rego: rego.value, version: isVersion1 ? "v1" : "v0", libs: libs.value });
};

const MISSING = "rego source missing required field:";

const refuse = (field: string, complaint: string, value: Parameters<typeof printGoValue>[0], expected: string) =>
  `.${field} accessor error: ${complaint}${printGoValue(value)} is of the type ${goTypeName(value)}, expected ${expected}`;

const readText = (fields: WorkingFields, field: string, what: string): Outcome<string | undefined> => {
  const value = ownField(fields, field);
  if (value === undefined || typeof value === "string") return succeed(value);
  return fail(CODE, `${refuse(field, "", value, "string")}: while extracting Rego ${what}`);
};

const readLibs = (fields: WorkingFields): Outcome<readonly string[]> => {
  const list = ownField(fields, "libs");
  if (list === undefined) return succeed([]);
  const suffix = ": while extracting Rego libs";
  if (!isList(list)) return fail(CODE, refuse("libs", "", list, "[]interface{}") + suffix);
  const libs: string[] = [];
  for (const lib of list) {
    if (typeof lib !== "string") {
      return fail(CODE, refuse("libs", "contains non-string value in the slice: ", lib, "string") + suffix);
    }
    libs.push(lib);
  }
  return succeed(libs);
};
