import type { Json } from "@ostiary/core";
import { describeTestResult, type ObjectTestResult } from "@ostiary/gatekeeper";
import { jsonText, writeYaml } from "@ostiary/rego";
import { indentJson, jsonArray, jsonObject } from "../rego/indent-json.js";

/** How the results of `gator test` are written. */
export interface TestOutput {
  /** `json` or `yaml`, in any case; anything else is text. */
  readonly format: string;
  /** Whether the performance of the engines was asked for: there are no figures, but a place for them. */
  readonly stats: boolean;
  /** How all rules were evaluated, where that is asked for: every result tells it, as with gator. */
  readonly trace: string | null;
}

const INDENT = "    ";
const TARGET = "admission.k8s.gatekeeper.sh";

/** Writes results as `gator test` does; YAML has the fields of JSON. */
export const writeTestResults = (results: readonly ObjectTestResult[], output: TestOutput): string => {
  const format = output.format.toLowerCase();
  if (format === "json") return indentJson(writeJson(results, output), INDENT);
  if (format === "yaml") return writeYaml(describeAll(results, output)) ?? "";
  const trace = output.trace === null ? "" : `Trace: ${output.trace}`;
  return results.map((result) => `${describeTestResult(result)}\n${trace}`).join("");
};

/** Go has no empty list here. */
const writeJson = (results: readonly ObjectTestResult[], { stats, trace }: TestOutput): string => {
  const list = results.length === 0 ? "null" : jsonArray(results.map((result) => writeResult(result, trace)));
  return stats ? jsonObject({ results: list, stats: "[]" }) : list;
};

const writeResult = (result: ObjectTestResult, trace: string | null): string =>
  jsonObject(Object.fromEntries(describeFields(result, trace).map(([name, value]) => [name, jsonText(value)])));

const describeAll = (results: readonly ObjectTestResult[], { stats, trace }: TestOutput): Json => {
  const list = results.map((result) => Object.fromEntries(describeFields(result, trace)));
  return stats ? { results: list, stats: [] } : list;
};

/** The fields in gator's order; those that are empty are left out. */
const describeFields = (result: ObjectTestResult, trace: string | null): readonly (readonly [string, Json])[] => {
  const { message, details, constraintDocument, enforcementAction, scopedActions = [], object } = result;
  const fields: readonly (readonly [string, Json | undefined])[] = [
    ["target", TARGET],
    ["msg", message === "" ? undefined : message],
    ["metadata", details === undefined ? undefined : { details }],
    ["constraint", constraintDocument],
    ["enforcementAction", enforcementAction === "" ? undefined : enforcementAction],
    ["scopedActions", scopedActions.length === 0 ? undefined : scopedActions],
    ["violatingObject", object],
    ["trace", trace],
  ];
  return fields.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
};
