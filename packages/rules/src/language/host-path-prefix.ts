const SLASH = "/";

/**
 * The segments of a path of the node. Slashes at both ends do not count; the root has no segment, an empty path one that is
 * empty. Nothing is resolved: neither `..` nor an inner `//`.
 *
 * @source templates/security/allowed-host-paths.yaml, path_array
 */
export const hostPathSegments = (path: string): readonly string[] => {
  if (path === SLASH) return [];
  let start = 0;
  let end = path.length;
  while (start < end && path[start] === SLASH) start++;
  while (end > start && path[end - 1] === SLASH) end--;
  return path.slice(start, end).split(SLASH);
};

/**
 * Whether a path lies at or below a prefix, both as segments: `/foo` holds `/foo`, `/foo/` and `/foo/bar`, not `/food`; `/`
 * holds every path; an empty prefix only a path whose first segment is empty.
 */
export const isBelowHostPath = (prefix: readonly string[], path: readonly string[]): boolean =>
  prefix.length <= path.length && prefix.every((segment, index) => segment === path[index]);
