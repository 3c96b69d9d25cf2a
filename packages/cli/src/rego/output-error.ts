import { type Diagnostic, renderDiagnostic } from "@ostiary/rego";
import { jsonArray, jsonObject } from "./indent-json.js";

/** An error as it is printed. */
export interface OutputError {
  /** The message alone. */
  readonly message: string;
  /** With its place, code and excerpt, where it has them. */
  readonly text: string;
  readonly diagnostic?: Diagnostic;
}

/** An error of the engine. */
export const errorOf = (diagnostic: Diagnostic): OutputError => ({
  message: diagnostic.message,
  text: renderDiagnostic(diagnostic),
  diagnostic,
});

/** An error of something that cannot be read. */
export const problemError = (message: string): OutputError => ({ message, text: message });

/** Errors as OPA prints them: a count, then each on its own line. */
export const errorsText = (errors: readonly OutputError[]): string => {
  const texts = errors.map(({ text }) => text);
  return texts.length === 1 ? `1 error occurred: ${texts[0]}` : `${texts.length} errors occurred:\n${texts.join("\n")}`;
};

/** Errors as compact JSON, in OPA's form. */
export const errorsJson = (errors: readonly OutputError[]): string => jsonArray(errors.map(errorJson));

const errorJson = ({ message, diagnostic }: OutputError): string => {
  if (diagnostic === undefined) return jsonObject({ message: JSON.stringify(message) });
  const { code, file, row, column, excerpt } = diagnostic;
  const [line, caret = ""] = excerpt ?? [];
  return jsonObject({
    message: JSON.stringify(message),
    code: JSON.stringify(code),
    location: JSON.stringify({ ...(file !== "" && { file }), row, col: column }),
    details: line === undefined ? undefined : JSON.stringify({ line, idx: caret.length - 1 }),
  });
};
