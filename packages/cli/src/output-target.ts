import { realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { OutputRequest } from "./output-format.js";
import { UsageError } from "./usage-error.js";

/**
 * Refuses outputs that would overwrite a file that is to be read, or one another.
 *
 * @param inputs - files that are named to be read, as typed
 * @param workingDirectory - the folder that relative paths start from
 * @throws {@link UsageError}
 */
export const refuseOverwriting = (
  outputs: readonly OutputRequest[],
  inputs: readonly string[],
  workingDirectory: string,
): void => {
  const read = new Set(inputs.map((input) => realPathOf(resolve(workingDirectory, input))));
  const written = new Set<string>();
  for (const file of outputs.flatMap((output) => output.file ?? [])) {
    const path = realPathOf(resolve(workingDirectory, file));
    if (read.has(path)) throw new UsageError(`\`--output\` would overwrite \`${file}\`, which is to be read`);
    if (written.has(path)) throw new UsageError(`only one output can go to \`${file}\`: give the others other files`);
    written.add(path);
  }
};

/** Where links lead; of a file that does not exist yet, where its folder is. */
const realPathOf = (path: string): string =>
  realPathIfAny(path) ?? join(realPathIfAny(dirname(path)) ?? dirname(path), basename(path));

const realPathIfAny = (path: string): string | undefined => {
  try {
    return realpathSync.native(path);
  } catch {
    // What cannot be read or written is told by whoever reads or writes it.
    return undefined;
  }
};
