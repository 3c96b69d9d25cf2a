import type { OutputStream } from "./output-sink.js";
import type { Screen } from "./terminal.js";

/** Shows on a terminal that work goes on. */
export interface Progress {
  /** Says how far the work is. Cheap: most calls show nothing. */
  advance(): void;
  /** Takes the line away, so that something else can be written there. */
  clear(): void;
}

/** Quicker work needs no such line; in milliseconds. */
const PATIENCE = 500;
const INTERVAL = 100;
/** Asking for the time costs something too. */
const CALLS_PER_LOOK = 16;
const CLEAR_LINE = "\r\u001B[K";

const doNothing = (): void => undefined;
const NO_PROGRESS: Progress = { advance: doNothing, clear: doNothing };

/**
 * Creates a progress line. Where the stream is no terminal, it shows nothing.
 *
 * @param describe - the text of the line at this moment
 * @param now - the time in milliseconds
 */
export const createProgress = (
  screen: OutputStream & Screen,
  describe: () => string,
  now: () => number = Date.now,
): Progress => {
  if (screen.isTTY !== true) return NO_PROGRESS;
  let next = now() + PATIENCE;
  let calls = 0;
  let isShown = false;
  return {
    advance: () => {
      calls += 1;
      if (calls % CALLS_PER_LOOK !== 0 || now() < next) return;
      next = now() + INTERVAL;
      isShown = true;
      screen.write(`${CLEAR_LINE}${describe()}`);
    },
    clear: () => {
      if (isShown) screen.write(CLEAR_LINE);
      isShown = false;
    },
  };
};
