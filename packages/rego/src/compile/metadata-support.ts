import { type Annotator, readAnnotations, type YamlReader } from "../syntax/annotations.js";
import type { Module } from "../syntax/ast.js";
import type { LanguageBuiltin } from "./language-builtins.js";
import { expandMetadataCalls } from "./metadata-calls.js";

/** What a host gives for metadata. */
export interface MetadataSupport {
  /** Reads the `# METADATA` blocks of a module; without it they are comments. */
  readonly annotate?: Annotator;
  /** The functions with which policies ask for metadata. */
  readonly builtins: readonly LanguageBuiltin[];
  /** Puts the answers in place of the calls. */
  readonly expandCalls: (modules: readonly Module[]) => readonly Module[];
}

/** The functions of `rego.metadata`, for modules whose blocks are read elsewhere or not at all. */
export const metadataCalls: MetadataSupport = {
  builtins: [
    { name: "rego.metadata.chain", arity: 0, signature: "-> array[any]" },
    { name: "rego.metadata.rule", arity: 0, signature: "-> object[string: any]" },
  ],
  expandCalls: expandMetadataCalls,
};

/** The same with blocks, whose YAML the host reads. */
export const metadataSupport = (readYaml: YamlReader): MetadataSupport => ({
  ...metadataCalls,
  annotate: (module) => readAnnotations(module, readYaml),
});
