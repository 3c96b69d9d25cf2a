#!/usr/bin/env node
import { version } from "../package.json";
import { describeReadError, errorCode } from "./check/problem.js";
import { runCommandLine } from "./command-line.js";
import { EXIT_CODE } from "./exit-code.js";
import { processSurroundings } from "./surroundings.js";

/** What a shell reports of a program that wrote to a reader who had left. */
const BROKEN_PIPE = 141;

const fail = (error: unknown): never => {
  if (errorCode(error) === "EPIPE") process.exit(BROKEN_PIPE);
  console.error(`internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  process.exit(EXIT_CODE.internalError);
};

/** Commands that do not wait for what they write learn of failures here. */
const failToWrite = (error: unknown): never => {
  if (errorCode(error) === "EPIPE") process.exit(BROKEN_PIPE);
  console.error(`error: cannot write standard output: ${describeReadError(error)}`);
  process.exit(EXIT_CODE.badInput);
};

process.stdout.on("error", failToWrite);
runCommandLine(process.argv.slice(2), processSurroundings, version).then((code) => {
  process.exitCode = code;
}, fail);
