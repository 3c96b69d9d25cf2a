import { expect, test } from "vitest";
import { type Environment, paintForTerminal, type Screen, wantsColour, widthOf } from "./terminal.js";

test.each<[screen: Screen, environment: Environment, answer: boolean]>([
  [{ isTTY: true }, {}, true],
  [{ isTTY: false }, {}, false],
  [{}, {}, false],
  [{ isTTY: true }, { NO_COLOR: "1" }, false],
  [{ isTTY: true }, { NO_COLOR: "" }, true],
  [{ isTTY: true }, { TERM: "dumb" }, false],
  [{ isTTY: false }, { FORCE_COLOR: "1" }, true],
  [{ isTTY: false }, { FORCE_COLOR: "1", NO_COLOR: "1" }, true],
  [{ isTTY: true }, { FORCE_COLOR: "0" }, false],
  [{ isTTY: true }, { FORCE_COLOR: "false" }, false],
  [{ isTTY: true }, { FORCE_COLOR: "" }, true],
])("a stream %j with %j gets colours: %s", (screen, environment, answer) => {
  expect(wantsColour(screen, environment)).toBe(answer);
});

test.each<[screen: Screen, environment: Environment, width: number | undefined]>([
  [{ isTTY: true, columns: 132 }, {}, 132],
  [{ isTTY: true, columns: 132 }, { COLUMNS: "60" }, 132],
  [{ isTTY: true, columns: 0 }, { COLUMNS: "60" }, 60],
  [{}, { COLUMNS: "60" }, 60],
  [{}, {}, undefined],
  [{}, { COLUMNS: "0" }, undefined],
  [{}, { COLUMNS: "wide" }, undefined],
  [{}, { COLUMNS: "99999999" }, undefined],
])("a stream %j with %j is %s columns wide", (screen, environment, width) => {
  expect(widthOf(screen, environment)).toBe(width);
});

test("paints with escape sequences that end with the text", () => {
  expect(paintForTerminal("error", "refused")).toBe("\u001B[31mrefused\u001B[39m");
});
