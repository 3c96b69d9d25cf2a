import { decodeBytes, decodedText } from "./decode-bytes.js";
import { DocumentReader, longestDocument } from "./document-reader.js";
import type { ManifestDocument, ReadOptions } from "./manifest-document.js";
import { DocumentSplitter } from "./split-documents.js";

/**
 * Reads a stream of manifests, YAML or JSON, as Kubernetes reads it (kubectl's splitting into documents, go-yaml v2 and
 * sigs.k8s.io/yaml for each). Never throws: what cannot be read is a document of its own, and those after it are read.
 *
 * @param source - the text, or its bytes (UTF-8, or UTF-16 behind a byte-order mark)
 * @param options - name of the file and limits
 * @returns the documents in their order, each read when it is asked for; lists are followed by their items
 */
export function* readManifests(source: string | Uint8Array, options: ReadOptions = {}): Generator<ManifestDocument> {
  const { text, encoding } = typeof source === "string" ? decodedText(source) : decodeBytes(source);
  const splitter = new DocumentSplitter(longestDocument(options));
  const reader = new DocumentReader(options, encoding);
  for (const chunk of splitter.push(text)) yield* reader.read(chunk);
  for (const chunk of splitter.end()) yield* reader.read(chunk);
}
