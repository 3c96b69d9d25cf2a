import type { ByteStream } from "./check/spool.js";
import type { OutputStream } from "./output-sink.js";
import type { Environment, Screen } from "./terminal.js";

/** What a command sees of the world. */
export interface Surroundings {
  readonly workingDirectory: string;
  readonly environment: Environment;
  readonly standardInput: ByteStream;
  readonly standardOutput: OutputStream & Screen;
  readonly standardError: OutputStream & Screen;
  /** The program of further threads; there are none without it. */
  readonly workerScript?: URL;
  /** The same of threads that run suites. */
  readonly suiteWorkerScript?: URL;
}

/** The surroundings of this process. Its streams are opened when they are used, which takes its time. */
export const processSurroundings: Surroundings = {
  get workingDirectory() {
    return process.cwd();
  },
  get environment() {
    return process.env;
  },
  get standardInput() {
    return process.stdin;
  },
  get standardOutput() {
    return process.stdout;
  },
  get standardError() {
    return process.stderr;
  },
  // Once built, they lie beside this module.
  workerScript: new URL("./worker.js", import.meta.url),
  suiteWorkerScript: new URL("./suite-worker.js", import.meta.url),
};
