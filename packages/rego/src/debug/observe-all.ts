import type { Observer } from "../evaluate/observer.js";

/** An observer that hands every step on to several others, in order. */
export const observeAll = (observers: readonly Observer[]): Observer => ({
  enterQuery: (body) => {
    for (const observer of observers) observer.enterQuery?.(body);
  },
  enterRule: (rule) => {
    for (const observer of observers) observer.enterRule?.(rule);
  },
  exitRule: (rule, value) => {
    for (const observer of observers) observer.exitRule?.(rule, value);
  },
  enter: (literal, bindings) => {
    for (const observer of observers) observer.enter?.(literal, bindings);
  },
  pass: (literal, bindings) => {
    for (const observer of observers) observer.pass?.(literal, bindings);
  },
  fail: (literal, bindings) => {
    for (const observer of observers) observer.fail?.(literal, bindings);
  },
  note: (text) => {
    for (const observer of observers) observer.note?.(text);
  },
});
