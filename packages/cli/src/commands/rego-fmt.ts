import { writeFileSync } from "node:fs";
import { extname } from "node:path";
import { describeReadError } from "../check/problem.js";
import { EXIT_CODE, type ExitCode } from "../exit-code.js";
import { type FormatMode, formatPolicy } from "../rego/format-policy.js";
import { languageVersion, type VersionFlags } from "../rego/language-version.js";
import { errorsText, type OutputError, problemError } from "../rego/output-error.js";
import { readTextFile, readTextStream } from "../rego/read-text.js";
import { noPolicies } from "../rego/require-policies.js";
import { type WalkedFile, walkFiles } from "../rego/walk-files.js";
import type { Surroundings } from "../surroundings.js";
import { UsageError } from "../usage-error.js";

/** What the command line of `ostiary rego fmt` says, as written. */
export interface RegoFmtFlags extends VersionFlags {
  readonly write?: boolean;
  readonly list?: boolean;
  readonly diff?: boolean;
  readonly fail?: boolean;
  readonly v0V1?: boolean;
  /** The older name of the same. */
  readonly regoV1?: boolean;
}

/** A policy as it is and as it should be. */
interface Formatted {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/**
 * `ostiary rego fmt`: prints policies in their canonical form, as `opa fmt` does.
 *
 * @returns 2 when something cannot be read, parsed or written, or would change though it should not
 * @throws {@link UsageError} when the command line makes no sense
 */
export const regoFmt = async (
  paths: readonly string[],
  flags: RegoFmtFlags,
  surroundings: Surroundings,
): Promise<ExitCode> => {
  const formatter = new Formatter(flags, surroundings);
  if (paths.length === 0) await formatter.formatInput();
  for (const path of paths) await formatter.formatPath(path);
  if (paths.length > 0) formatter.requireFiles(paths);
  return formatter.finish();
};

class Formatter {
  readonly #errors: OutputError[] = [];
  #changed = 0;
  #found = 0;

  constructor(
    private readonly flags: RegoFmtFlags,
    private readonly surroundings: Surroundings,
  ) {}

  async formatInput(): Promise<void> {
    if (this.flags.write === true) throw new UsageError("standard input cannot be overwritten: name files");
    const text = await readTextStream(this.surroundings.standardInput);
    if (text.ok) await this.#format("stdin", text.text);
    else this.#errors.push(problemError(`stdin: ${text.message}`));
  }

  async formatPath(path: string): Promise<void> {
    const report = (name: string, message: string): void => {
      this.#errors.push(problemError(`${name}: ${message}`));
    };
    const { workingDirectory } = this.surroundings;
    for (const file of walkFiles(path, { workingDirectory, ignore: [], report })) {
      if (file.isNamed || extname(file.name) === ".rego") await this.#formatFile(file);
    }
  }

  /** Makes it an error when nothing was found to format. */
  requireFiles(paths: readonly string[]): void {
    if (this.#found === 0 && this.#errors.length === 0) this.#errors.push(problemError(noPolicies(paths)));
  }

  finish(): ExitCode {
    if (this.#errors.length > 0) this.surroundings.standardError.write(`${errorsText(this.#errors)}\n`);
    const isRefused = this.flags.fail === true && this.#changed > 0;
    return this.#errors.length > 0 || isRefused ? EXIT_CODE.badInput : EXIT_CODE.clean;
  }

  async #formatFile({ name, path }: WalkedFile): Promise<void> {
    this.#found += 1;
    const text = readTextFile(path);
    if (text.ok) await this.#format(name, text.text, path);
    else this.#errors.push(problemError(`${name}: ${text.message}`));
  }

  async #format(name: string, before: string, path?: string): Promise<void> {
    const formatting = formatPolicy(before, name, modeOf(this.flags));
    if (!formatting.ok) {
      this.#errors.push(...formatting.errors);
      return;
    }
    const formatted = { name, before, after: formatting.text };
    const isChanged = before !== formatted.after;
    if (isChanged) this.#changed += 1;
    const { list, diff, write } = this.flags;
    if (list === true || diff === true) await this.#show(formatted, isChanged);
    else if (write !== true) this.surroundings.standardOutput.write(formatted.after);
    if (write === true && isChanged && path !== undefined) this.#overwrite(path, formatted);
  }

  async #show(formatted: Formatted, isChanged: boolean): Promise<void> {
    if (!isChanged) return;
    const text = this.flags.list === true ? `${formatted.name}\n` : await differenceOf(formatted);
    this.surroundings.standardOutput.write(text);
  }

  #overwrite(path: string, { name, after }: Formatted): void {
    try {
      writeFileSync(path, after);
    } catch (error) {
      this.#errors.push(problemError(`${name}: ${describeReadError(error)}`));
    }
  }
}

const modeOf = ({ v0V1, regoV1, ...flags }: RegoFmtFlags): FormatMode =>
  v0V1 === true || regoV1 === true ? "v0-to-v1" : languageVersion(flags);

const differenceOf = async ({ name, before, after }: Formatted): Promise<string> => {
  const { createTwoFilesPatch, FILE_HEADERS_ONLY } = await import("diff");
  return createTwoFilesPatch(name, name, before, after, undefined, undefined, { headerOptions: FILE_HEADERS_ONLY });
};
