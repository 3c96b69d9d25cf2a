import { formatFieldPath } from "@ostiary/core";
import type { CheckedObject } from "./checked-object.js";
import { titleObject } from "./object-title.js";
import type { Place } from "./place-list.js";
import type { FileProblem } from "./renderer.js";
import { wellFormed } from "./well-formed.js";

/** Where a place is, physically in its file and logically in its object. */
export const locatePlace = (entry: CheckedObject, { finding, position }: Place) => ({
  physicalLocation: {
    artifactLocation: locateArtifact(entry.file),
    region: {
      startLine: position.line,
      startColumn: position.column,
      endLine: position.endLine,
      endColumn: position.endColumn,
    },
  },
  logicalLocations: [
    {
      fullyQualifiedName: [titleObject(entry), ...(finding === undefined ? [] : [formatFieldPath(finding.path)])].join(
        " ",
      ),
      kind: "resource",
    },
  ],
});

/** Where a problem with a file is. */
export const locateInFile = ({ file, line, column }: Pick<FileProblem, "file" | "line" | "column">) => ({
  physicalLocation: {
    artifactLocation: locateArtifact(file),
    ...(line !== undefined && { region: { startLine: line, ...(column !== undefined && { startColumn: column }) } }),
  },
});

/** Relative paths are meant from the top of the repository. */
const locateArtifact = (file: string) => {
  const path = wellFormed(file).split("/").map(encodeURIComponent).join("/");
  return path.startsWith("/") ? { uri: `file://${path}` } : { uri: path, uriBaseId: "%SRCROOT%" };
};
