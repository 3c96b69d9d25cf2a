import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { runCommandLine } from "ostiary/command-line";
import { compare } from "../../compare.js";
import { type CaseFile, caseEachLine, type Outcome } from "../../suite.js";

type Files = Readonly<Record<string, string>>;

interface Line {
  readonly name: string;
  readonly files: Files;
  readonly args: readonly string[];
  readonly stdin?: string;
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly filesAfter?: Files;
}

const judge = async (line: Line): Promise<Outcome> => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "ostiary-gator-")));
  try {
    writeFiles(line.files, folder);
    return compareWith(line, await run(line, folder), readFiles(line.filesAfter ?? {}, folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const writeFiles = (files: Files, folder: string): void => {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(name.endsWith("/") ? path : dirname(path), { recursive: true });
    if (!name.endsWith("/")) writeFileSync(path, text);
  }
};

const readFiles = (files: Files, folder: string): Readonly<Record<string, string | undefined>> => {
  const read = (name: string): string | undefined => {
    const path = join(folder, name);
    return existsSync(path) ? readFileSync(path, "utf8") : undefined;
  };
  return Object.fromEntries(Object.keys(files).map((name) => [name, read(name)]));
};

type Said = Pick<Line, "exitCode" | "stdout" | "stderr">;

const run = async ({ args, stdin }: Line, folder: string): Promise<Said> => {
  const [output, errors] = [new Recorder(), new Recorder()];
  const surroundings = {
    workingDirectory: folder,
    environment: {},
    standardInput: Readable.from(stdin === undefined ? [] : [Buffer.from(stdin)]),
    standardOutput: output,
    standardError: errors,
  };
  const exitCode = await runCommandLine(["gator", ...args], surroundings, "0.0.0");
  return { exitCode, stdout: generalize(output.text, folder), stderr: generalize(errors.text, folder) };
};

class Recorder {
  text = "";

  write(text: string, done?: (error?: Error | null) => void): boolean {
    this.text += text;
    done?.();
    return true;
  }
}

/** Puts the collection's marks in the place of what differs from run to run. */
const generalize = (text: string, folder: string): string =>
  text
    .replaceAll(folder, "<dir>")
    .replaceAll(folder.slice(1), "<dir*>")
    .replaceAll(/\d+\.\d{3}s/g, "<t>s")
    .replaceAll(/\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d/g, "<time>")
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, "<uuid>");

/** Usage texts need not be the same, nor the name under which the command is called. */
const withoutUsage = (text: string): string =>
  text.replace(/^Usage:\n.*/ms, "").replace(/^Run '.*--help' for usage\.\n/m, "");

const compareWith = (line: Line, said: Said, filesAfter: Readonly<Record<string, unknown>>): Outcome =>
  compare(
    { ...said, stderr: withoutUsage(said.stderr), filesAfter },
    {
      exitCode: line.exitCode,
      stdout: line.stdout,
      stderr: withoutUsage(line.stderr),
      filesAfter: line.filesAfter ?? {},
    },
  );

/** Calls of gator, and what it said. */
export const gatorCli: CaseFile = {
  names: /^gator-cli\.jsonl$/,
  list: caseEachLine<Line>(({ name }) => name, judge),
};
