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
}

const INDENT = "    ";
const TARGET = "admission.k8s.gatekeeper.sh";

/** Writes results as `gator test` does; YAML has the fields of JSON. */
export const writeTestResults = (results: readonly ObjectTestResult[], { format, stats }: TestOutput): string => {
  if (format.toLowerCase() === "json") return indentJson(writeJson(results, stats), INDENT);
  if (format.toLowerCase() === "yaml") return writeYaml(describeAll(results, stats)) ?? "";
  return results.map((result) => `${describeTestResult(result)}\n`).join("");
};

/** Go has no empty list here. */
const writeJson = (results: readonly ObjectTestResult[], stats: boolean): string => {
  const list = results.length === 0 ? "null" : jsonArray(results.map(writeResult));
  return stats ? jsonObject({ results: list, stats: "[]" }) : list;
};

const writeResult = (result: ObjectTestResult): string =>
  jsonObject(Object.fromEntries(describeFields(result).map(([name, value]) => [name, jsonText(value)])));

const describeAll = (results: readonly ObjectTestResult[], stats: boolean): Json => {
  const list = results.map((result) => Object.fromEntries(describeFields(result)));
  return stats ? { results: list, stats: [] } : list;
};

/** The fields in gator's order; those that are empty are left out. */
const describeFields = (result: ObjectTestResult): readonly (readonly [string, Json])[] => {
  const { message, details, constraintDocument, enforcementAction, scopedActions = [], object } = result;
  const fields: readonly (readonly [string, Json | undefined])[] = [
    ["target", TARGET],
    ["msg", message === "" ? undefined : message],
    ["metadata", details === undefined ? undefined : { details }],
    ["constraint", constraintDocument],
    ["enforcementAction", enforcementAction === "" ? undefined : enforcementAction],
    ["scopedActions", scopedActions.length === 0 ? undefined : scopedActions],
    ["violatingObject", object],
    ["trace", null],
  ];
  return fields.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
};
