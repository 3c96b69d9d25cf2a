import { readJson, toJson } from "@ostiary/rego";
import { goQuote, ObjectView, Reading } from "@ostiary/rules";
import type { GroupVersionKind } from "../mutation/apply-to.js";
import { fail, type Outcome, succeed } from "../outcome.js";

/** Kinds of objects of which a policy needs one to be synced, whichever. */
export type SyncRequirement = readonly GroupVersionKind[];

const ANNOTATION = "metadata.gatekeeper.sh/requires-sync-data";

/** More kinds than an annotation can mean: lists are multiplied. */
const MOST_KINDS = 10_000;

/**
 * Reads which kinds of objects a ConstraintTemplate says that it needs as `data.inventory`. It tells them in an annotation, as
 * JSON that may stand in quotes.
 *
 * @param template - a ConstraintTemplate
 * @returns all that is required; or what is wrong with the annotation, in Gatekeeper's words
 * @source gatekeeper, pkg/cachemanager/parser/syncannotationreader.go
 */
export const readSyncRequirements = (template: unknown): Outcome<readonly SyncRequirement[]> => {
  const metadata = ObjectView.root(new Reading(), template, []).object("metadata");
  const annotation = metadata.stringMap("annotations").get(ANNOTATION);
  if (annotation === undefined) return succeed([]);
  const read = readJson(annotation.replace(/^["\n]+/, "").replace(/["\n]+$/, ""));
  if (!read.ok) return fail("invalid-annotation", read.message);
  const decoded = new AnnotationDecoder().read(toJson(read.value));
  return decoded.ok ? succeed(decoded.value.map(expandRequirement)) : decoded;
};

interface Clause {
  readonly groups: readonly string[];
  readonly versions: readonly string[];
  readonly kinds: readonly string[];
}

const FIELDS = ["groups", "versions", "kinds"] as const;

/** Takes the JSON of an annotation apart; the first fault is told as Go's decoder does. */
class AnnotationDecoder {
  private fault: string | undefined;
  private kinds = 0;

  read(value: unknown): Outcome<readonly (readonly Clause[])[]> {
    const requirements = this.list(value, "parser.CompactSyncRequirements").map((requirement) =>
      this.list(requirement, "[]parser.GVKClause").map((clause) => this.clause(clause)),
    );
    if (this.fault !== undefined) return fail("invalid-annotation", this.fault);
    if (this.kinds > MOST_KINDS) return fail("invalid-annotation", `names more than ${MOST_KINDS} kinds`);
    return succeed(requirements);
  }

  private clause(value: unknown): Clause {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      if (value !== null) this.refuse(value, "parser.GVKClause");
      return { groups: [], versions: [], kinds: [] };
    }
    const unknown = Object.keys(value).find((name) => !FIELDS.some((field) => field === name));
    if (unknown !== undefined) this.fault ??= `json: unknown field ${goQuote(unknown)}`;
    const fields: ReadonlyMap<string, unknown> = new Map(Object.entries(value));
    const [groups = [], versions = [], kinds = []] = FIELDS.map((field) => this.texts(fields.get(field)));
    this.kinds += groups.length * versions.length * kinds.length;
    return { groups, versions, kinds };
  }

  private texts(value: unknown): readonly string[] {
    return this.list(value ?? null, "[]string").map((item) => {
      if (typeof item === "string") return item;
      if (item !== null) this.refuse(item, "string");
      return "";
    });
  }

  private list(value: unknown, type: string): readonly unknown[] {
    if (Array.isArray(value)) return value;
    if (value !== null) this.refuse(value, type);
    return [];
  }

  private refuse(value: unknown, type: string): void {
    this.fault ??= `json: cannot unmarshal ${describe(value)} into Go value of type ${type}`;
  }
}

const describe = (value: unknown): string => {
  if (Array.isArray(value)) return "array";
  return typeof value === "boolean" ? "bool" : typeof value;
};

const expandRequirement = (clauses: readonly Clause[]): SyncRequirement =>
  clauses.flatMap(({ groups, versions, kinds }) =>
    groups.flatMap((group) => versions.flatMap((version) => kinds.map((kind) => ({ group, version, kind })))),
  );

/** A requirement as gator prints it: `- /v1:Service OR apps/v1:Deployment`. */
export const printSyncRequirement = (requirement: SyncRequirement): string => {
  const kinds = requirement.map(({ group, version, kind }) => `${group}/${version}:${kind}`);
  return `- ${[...new Set(kinds)].join(" OR ")}`;
};
