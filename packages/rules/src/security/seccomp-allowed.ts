import { sortedSet } from "../language/byte-order.js";

/** What a policy allows. */
export interface AllowedSeccomp {
  /** The profiles as listed. */
  readonly profiles: readonly string[];
  /** The files for profiles of type `Localhost`, as listed. */
  readonly files: readonly string[];
  /** The profiles with what means the same, sorted. */
  readonly names: readonly string[];
}

/** What an entry of the list stands for besides itself; nothing of it stands for more. */
type Translations = ReadonlyMap<string, readonly string[]>;

const TRANSLATIONS: Translations = new Map([
  ["RuntimeDefault", ["runtime/default", "docker/default"]],
  ["runtime/default", ["RuntimeDefault"]],
  ["docker/default", ["RuntimeDefault"]],
  ["Unconfined", ["unconfined"]],
  ["unconfined", ["Unconfined"]],
]);

const TRANSLATIONS_NEXT: Translations = new Map([
  ...TRANSLATIONS,
  ["undefined", [""]],
  ["", ["undefined"]],
  ["Localhost", ["localhost"]],
]);

const LOCALHOST = "Localhost";

/** The profiles that 1.66 and 1.76 allow. */
export const allowSeccomp = (profiles: readonly string[], files: readonly string[]): AllowedSeccomp =>
  translate(profiles, files, TRANSLATIONS);

/** The profiles that release next allows. */
export const allowSeccompNext = (profiles: readonly string[], files: readonly string[]): AllowedSeccomp =>
  translate(profiles, files, TRANSLATIONS_NEXT);

const translate = (
  profiles: readonly string[],
  files: readonly string[],
  translations: Translations,
): AllowedSeccomp => {
  const names = profiles.flatMap((profile) => [
    profile,
    ...(translations.get(profile) ?? []),
    ...(profile === LOCALHOST ? files.map((file) => `localhost/${file}`) : []),
    ...(profile.startsWith("localhost") ? [LOCALHOST] : []),
  ]);
  return { profiles, files, names: sortedSet(names) };
};
