import type { DiagnosticCode } from "../syntax/diagnostic.js";
import type { Location } from "../syntax/location.js";

/**
 * Ends an evaluation: a conflict, an exhausted limit, a cancellation. Thrown inside the evaluator only and turned into
 * a diagnostic where evaluation began; no `Error`, because nobody looks at its stack.
 */
export class EvaluationFault {
  constructor(
    readonly code: DiagnosticCode,
    readonly message: string,
    readonly location: Location | undefined,
  ) {}
}
