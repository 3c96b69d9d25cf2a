export type {
  CheckedObject,
  Position,
  PositionedDecision,
  PositionedFinding,
  PositionedProblem,
  PositionedViolation,
} from "./checked-object.js";
export type { FileProblem, Renderer, Summary } from "./renderer.js";
