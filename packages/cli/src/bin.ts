#!/usr/bin/env node
import { version } from "../package.json";
import { runCommandLine } from "./command-line.js";
import { EXIT_CODE } from "./exit-code.js";
import { processSurroundings } from "./surroundings.js";

/** What a shell reports of a program that wrote to a reader who had left. */
const BROKEN_PIPE = 141;

const fail = (error: unknown): never => {
  if (error instanceof Error && "code" in error && error.code === "EPIPE") process.exit(BROKEN_PIPE);
  console.error(`internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  process.exit(EXIT_CODE.internalError);
};

process.stdout.on("error", fail);
runCommandLine(process.argv.slice(2), processSurroundings, version).then((code) => {
  process.exitCode = code;
}, fail);
