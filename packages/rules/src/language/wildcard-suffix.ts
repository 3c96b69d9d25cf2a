/**
 * Whether a text fits a pattern of Deckhouse's lists: a final `*` stands for any rest, also an empty one; anywhere else it is
 * an ordinary character. `kernel.*` fits `kernel.msgmax`, `*` fits everything.
 *
 * @source templates/security/allowed-sysctls.yaml; from release next on also files/libs/check_set.rego
 */
export const fitsWildcardSuffix = (pattern: string, text: string): boolean =>
  pattern.endsWith("*") ? text.startsWith(pattern.slice(0, -1)) : text === pattern;
