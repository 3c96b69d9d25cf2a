import { writeJson } from "@ostiary/report";
import { indentJson } from "../rego/indent-json.js";
import { reportGithub } from "./report-github.js";
import { reportJunit } from "./report-junit.js";
import { reportText } from "./report-text.js";
import { countOutcomes, type Reporter, type ReportOptions, type RunResult } from "./run-result.js";

/** For programs: all there is. */
const reportJson: Reporter = ({ suites, problems, coverage }) => {
  const told = problems.map(({ excerpt: _, ...problem }) => problem);
  return `${indentJson(writeJson({ suites, problems: told, summary: countOutcomes(suites), coverage }))}\n`;
};

const REPORTERS: Readonly<Record<string, Reporter>> = {
  text: reportText,
  json: reportJson,
  junit: reportJunit,
  github: reportGithub,
};

/** The names of the formats of `ostiary test`. */
export const TEST_FORMATS: readonly string[] = Object.keys(REPORTERS);

/** Writes results in one of {@link TEST_FORMATS}. */
export const reportResults = (format: string, run: RunResult, options: ReportOptions): string =>
  REPORTERS[format]?.(run, options) ?? "";
