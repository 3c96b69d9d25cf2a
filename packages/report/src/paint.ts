/** What a piece of text is, for whoever gives it a colour. */
export type Style = "error" | "warning" | "notice" | "success" | "heading" | "place" | "gutter" | "faint" | "link";

/** Gives a piece of text its colours. The text has no line breaks and no control characters. */
export type Paint = (style: Style, text: string) => string;

/** No colours. */
export const unpainted: Paint = (_style, text) => text;
