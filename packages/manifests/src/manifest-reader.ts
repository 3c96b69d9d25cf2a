import { DocumentReader, longestDocument } from "./document-reader.js";
import type { ManifestDocument, ReadOptions } from "./manifest-document.js";
import { DocumentSplitter } from "./split-documents.js";

/** Reads a stream that comes in pieces. */
export interface ManifestReader {
  /** Takes the next piece, cut anywhere, and returns the documents that it completes. */
  push(piece: string): ManifestDocument[];
  /** Ends the stream and returns the rest of its documents. */
  end(): ManifestDocument[];
}

/**
 * Creates a reader for streams too large to be held: it keeps one document at a time, and takes time in proportion to
 * the length of the stream. Reads what {@link readManifests} reads of the whole.
 *
 * @param options - name of the file and limits
 */
export const createManifestReader = (options: ReadOptions = {}): ManifestReader => {
  const splitter = new DocumentSplitter(longestDocument(options));
  const reader = new DocumentReader(options);
  return {
    push: (piece) => splitter.push(piece).flatMap((chunk) => [...reader.read(chunk)]),
    end: () => splitter.end().flatMap((chunk) => [...reader.read(chunk)]),
  };
};
