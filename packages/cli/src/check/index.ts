export { type CheckedItem, checkFile } from "./check-file.js";
export { type FindOptions, type FoundFiles, findFiles, type InputFile } from "./find-files.js";
export { judge, type Ruling } from "./judge.js";
export { findNamespaces, type Labels, type NamespaceLabels } from "./namespaces.js";
export { type CheckOptions, checkFiles } from "./pipeline.js";
export { type PolicyChoice, preparePolicies } from "./policies.js";
export { type ReadItem, readDocuments, type SourceFile } from "./read-file.js";
export type { ByteStream } from "./spool.js";
