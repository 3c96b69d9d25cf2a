export type {
  Action,
  Answer,
  Consideration,
  Decision,
  PassedRule,
  PolicyRef,
  Problem,
  Violation,
} from "./decision.js";
