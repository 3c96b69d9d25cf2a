import { Readable } from "node:stream";
import { runCommandLine } from "../src/command-line.js";
import type { Environment } from "../src/terminal.js";
import { makeFolder } from "./folder.js";

/** What a call of the command came to. */
export interface Outcome {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

/** Where the command is called. */
export interface Place {
  /** Default: an empty folder. */
  readonly folder?: string;
  readonly input?: string | Uint8Array;
  readonly environment?: Environment;
  readonly isTTY?: boolean;
}

/** Calls the command in this process. */
export const run = async (words: readonly string[], place: Place = {}): Promise<Outcome> => {
  const { folder = makeFolder(), input, environment = {}, isTTY = false } = place;
  const output = new Recorder(isTTY);
  const errors = new Recorder(isTTY);
  const code = await runCommandLine(
    words,
    {
      workingDirectory: folder,
      environment,
      standardInput: Readable.from(input === undefined ? [] : [Buffer.from(input)]),
      standardOutput: output,
      standardError: errors,
    },
    "1.2.3",
  );
  return { code, output: output.text, errors: errors.text };
};

class Recorder {
  text = "";
  readonly columns = 100;

  constructor(readonly isTTY: boolean) {}

  write(text: string, done?: (error?: Error | null) => void): boolean {
    this.text += text;
    done?.();
    return true;
  }
}
