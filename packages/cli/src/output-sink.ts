import { closeSync, openSync, writeSync } from "node:fs";

/** Where output goes. */
export interface Sink {
  write(text: string): Promise<void>;
  /** Writes what is still held, and closes what was opened. */
  end(): Promise<void>;
}

/** What is written at a time, in UTF-16 code units. */
const PORTION = 64 * 1024;

/** A stream that can be written to, with the number of bytes that it holds back. */
export interface OutputStream {
  write(text: string, done?: (error?: Error | null) => void): boolean;
}

/**
 * Writes to a stream in large portions, and never faster than they are taken.
 *
 * @param beforeWriting - called before each portion, e.g. to clear a progress line
 */
export const streamSink = (stream: OutputStream, beforeWriting?: () => void): Sink =>
  portions((text) => {
    beforeWriting?.();
    return new Promise((resolve, reject) => {
      stream.write(text, (error) => (error ? reject(error) : resolve()));
    });
  });

/**
 * Writes to a file, which is made anew at once: who cannot write it learns so before any work is done.
 *
 * @throws the error of the file system
 */
export const fileSink = (path: string): Sink => {
  const descriptor = openSync(path, "w");
  const sink = portions(async (text) => {
    let rest: Uint8Array = Buffer.from(text);
    // A disk that is nearly full, or a pipe, takes a part, and fails with the next.
    while (rest.length > 0) rest = rest.subarray(writeSync(descriptor, rest));
  });
  return { ...sink, end: () => sink.end().finally(() => closeSync(descriptor)) };
};

const portions = (flush: (text: string) => Promise<void>): Sink => {
  let held: string[] = [];
  let length = 0;
  const release = async (): Promise<void> => {
    const text = held.join("");
    held = [];
    length = 0;
    if (text !== "") await flush(text);
  };
  return {
    write: async (text) => {
      held.push(text);
      length += text.length;
      if (length >= PORTION) await release();
    },
    end: release,
  };
};
