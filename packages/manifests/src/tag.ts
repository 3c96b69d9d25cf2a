import type { DocumentDirective } from "js-yaml";
import { isIntegerNotation, resolvePlainScalar, type ScalarValue } from "./plain-scalar.js";

const CORE_PREFIX = "tag:yaml.org,2002:";
const NON_SPECIFIC = "!";
const HANDLE = /^(!(?:[0-9A-Za-z_-]*!)?)(.*)$/s;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
const TIMESTAMP =
  /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt]\d{1,2}:\d{1,2}:\d{1,2}(?:\.\d+)?(?:Z|[-+]\d{2}:\d{2})| \d{1,2}:\d{1,2}:\d{1,2}(?:\.\d+)?)?$/;

/** Tags of YAML's own repository that change nothing here: go-yaml ignores them. */
const WITHOUT_EFFECT: ReadonlySet<string> = new Set(["map", "seq", "set", "omap", "pairs"]);

type Resolution = (text: string) => ScalarValue | undefined;

const onlyIf =
  (accepts: (value: ScalarValue, text: string) => boolean): Resolution =>
  (text) => {
    const value = resolvePlainScalar(text);
    return accepts(value, text) ? value : undefined;
  };

/** As strict as Go's `base64.StdEncoding`, which skips line breaks and nothing else. */
const decodeBase64: Resolution = (written) => {
  const text = written.replaceAll(/[\r\n]/g, "");
  if (text.length % 4 !== 0 || !BASE64.test(text)) return undefined;
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return new TextDecoder().decode(bytes);
};

const RESOLUTIONS: ReadonlyMap<string, Resolution> = new Map<string, Resolution>([
  ["str", (text) => text],
  ["null", onlyIf((value) => value === null)],
  ["bool", onlyIf((value) => typeof value === "boolean")],
  [
    "int",
    onlyIf((value, text) => typeof value === "bigint" || (Number.isSafeInteger(value) && isIntegerNotation(text))),
  ],
  ["float", onlyIf((value) => typeof value === "number")],
  ["timestamp", (text) => (TIMESTAMP.test(text) ? text : undefined)],
  ["binary", decodeBase64],
  ["merge", (text) => text],
]);

/** A tag as it was written, in full. */
export interface Tag {
  /** Its name in YAML's own repository (`str`, `int`, …); absent for any other tag, and for `!`. */
  readonly core?: string;
  /** Whether Kubernetes knows nothing of it, and drops it. */
  readonly known: boolean;
}

/**
 * Resolves a tag.
 *
 * @param written - the tag as written: `!!str`, `!local`, `!<tag:yaml.org,2002:str>`
 * @param directives - the document's directives; `%TAG` gives handles a meaning
 */
export const readTag = (written: string, directives: readonly DocumentDirective[]): Tag => {
  if (written === NON_SPECIFIC) return { known: true };
  const full = written.startsWith("!<") ? written.slice(2, -1) : expandHandle(written, directives);
  if (!full.startsWith(CORE_PREFIX)) return { known: false };
  const core = full.slice(CORE_PREFIX.length);
  return { core, known: RESOLUTIONS.has(core) || WITHOUT_EFFECT.has(core) };
};

const expandHandle = (written: string, directives: readonly DocumentDirective[]): string => {
  const [, handle = "!", suffix = ""] = HANDLE.exec(written) ?? [];
  for (const directive of directives) {
    if (directive.kind === "tag" && directive.handle === handle) return directive.prefix + suffix;
  }
  return handle === "!!" ? CORE_PREFIX + suffix : written;
};

/**
 * The value of a scalar with a tag, as go-yaml v2 resolves it: tags it does not know leave the text as a string.
 *
 * @returns `undefined` where the text does not fit the tag
 */
export const resolveTaggedScalar = (tag: Tag, text: string): ScalarValue | undefined => {
  const resolution = tag.core === undefined ? undefined : RESOLUTIONS.get(tag.core);
  return resolution === undefined ? text : resolution(text);
};
