import { type Finding, formatFieldPath, type Json } from "@ostiary/core";
import { writeJson } from "./json-text.js";

/** Names the field that a finding is about: `spec.hostPID`, `spec.hostUsers is absent`. */
export const nameField = ({ path, found }: Pick<Finding, "path" | "found">): string =>
  found === undefined ? `${formatFieldPath(path)} is absent` : formatFieldPath(path);

/** Says what would be accepted: a value, or a list of accepted values. */
export const listAllowed = (allowed: Json): string =>
  Array.isArray(allowed) && allowed.length > 0 ? allowed.map(writeJson).join(", ") : writeJson(allowed);

/** Describes a finding in one line: `spec.hostPID; allowed: false`. */
export const describeFinding = (finding: Finding): string =>
  finding.allowed === undefined
    ? nameField(finding)
    : `${nameField(finding)}; allowed: ${listAllowed(finding.allowed)}`;
