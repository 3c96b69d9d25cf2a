/** Whether all bytes were text, or some were not and are U+FFFD now. */
export type Encoding = "sound" | "damaged";

/** A file's text, and whether some of its bytes are not the text they claim to be. */
export interface DecodedBytes {
  readonly text: string;
  readonly encoding: Encoding;
}

/** Byte-order marks of UTF-16, which go-yaml reads as well. */
const UTF16: readonly (readonly [first: number, second: number, label: string])[] = [
  [0xff, 0xfe, "utf-16le"],
  [0xfe, 0xff, "utf-16be"],
];

/** Decodes UTF-8, or UTF-16 behind a byte-order mark. Bytes that are neither are replaced, and said to be. */
export const decodeBytes = (bytes: Uint8Array): DecodedBytes => {
  const utf16 = UTF16.find(([first, second]) => bytes[0] === first && bytes[1] === second);
  const label = utf16?.[2] ?? "utf-8";
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(bytes), encoding: "sound" };
  } catch {
    return { text: new TextDecoder(label).decode(bytes), encoding: "damaged" };
  }
};

/** A text that was decoded by others. */
export const decodedText = (text: string): DecodedBytes => ({ text, encoding: "sound" });
