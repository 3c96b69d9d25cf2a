import type { BuiltinDefinition } from "../builtin-definition.js";
import type { Operands } from "../operands.js";
import { decodeUtf8, encodeUtf8 } from "../text/utf8.js";

/** Builtins of hexadecimal text. */
export const hexBuiltins: readonly BuiltinDefinition[] = [
  {
    name: "hex.encode",
    signature: "x: string -> y: string",
    call: (operands) => toHex(encodeUtf8(operands.string(1))),
  },
  { name: "hex.decode", signature: "x: string -> y: string", call: decode },
];

/** Two lower-case digits for each byte. */
export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

function decode(operands: Operands): string {
  const source = encodeUtf8(operands.string(1));
  const wrong = source.findIndex((byte) => !/[\da-f]/i.test(String.fromCharCode(byte)));
  if (wrong >= 0 && wrong < source.length - (source.length % 2)) throw invalidByte(source[wrong] ?? 0, operands);
  if (wrong >= 0) throw invalidByte(source[wrong] ?? 0, operands);
  if (source.length % 2 === 1) throw operands.fault("encoding/hex: odd length hex string");
  const digits = String.fromCharCode(...source);
  return decodeUtf8(
    Uint8Array.from({ length: digits.length / 2 }, (_, index) =>
      Number.parseInt(digits.slice(2 * index, 2 * index + 2), 16),
    ),
  );
}

function invalidByte(byte: number, operands: Operands): ReturnType<Operands["fault"]> {
  const code = byte.toString(16).toUpperCase().padStart(4, "0");
  return operands.fault(`encoding/hex: invalid byte: U+${code} '${String.fromCharCode(byte)}'`);
}
