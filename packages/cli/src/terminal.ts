import { styleText } from "node:util";
import type { Paint, Style } from "@ostiary/report";

/** A stream as far as its looks matter. */
export interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Environment variables. */
export type Environment = Readonly<Record<string, string | undefined>>;

type Format = Parameters<typeof styleText>[0];

const FORMATS: Readonly<Record<Style, Format>> = {
  error: "red",
  warning: "yellow",
  notice: "cyan",
  success: "green",
  heading: "bold",
  place: "bold",
  gutter: "blue",
  faint: "gray",
  link: "underline",
};

/** Paints with the colours that terminals understand. Whether colours are wanted is {@link wantsColour}'s question. */
export const paintForTerminal: Paint = (style, text) => styleText(FORMATS[style], text, { validateStream: false });

/**
 * Whether a stream shall get colours: when it is a terminal. `NO_COLOR` says never, `FORCE_COLOR` always (`0` and `false`:
 * never), whatever their values else; `FORCE_COLOR` wins.
 */
export const wantsColour = ({ isTTY = false }: Screen, environment: Environment): boolean => {
  const { FORCE_COLOR: forced, NO_COLOR: none, TERM: terminal } = environment;
  if (forced !== undefined && forced !== "") return forced !== "0" && forced !== "false";
  return isTTY && (none === undefined || none === "") && terminal !== "dumb";
};

/** The columns of a terminal; `COLUMNS` where the stream is none and somebody sets it. */
export const widthOf = ({ isTTY = false, columns }: Screen, { COLUMNS: wanted }: Environment): number | undefined => {
  if (isTTY && columns !== undefined && columns > 0) return columns;
  return wanted !== undefined && /^[1-9]\d{0,4}$/.test(wanted) ? Number(wanted) : undefined;
};
