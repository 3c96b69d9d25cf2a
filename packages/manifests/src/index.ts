export type {
  FieldPath,
  ListDocument,
  ManifestDocument,
  ObjectDocument,
  ReadLimits,
  ReadOptions,
  ReadProblem,
  ReadProblemCode,
  SourceLine,
  SourceRange,
  UnreadableDocument,
} from "./manifest-document.js";
export { createManifestReader, type ManifestReader } from "./manifest-reader.js";
export { readManifests } from "./read-manifests.js";
