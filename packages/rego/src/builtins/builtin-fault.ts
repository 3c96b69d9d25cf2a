/** The codes of a builtin that fails: a wrong operand, several values of an expression in a template string, or anything else. */
export type BuiltinFaultCode = "eval_type_error" | "eval_builtin_error" | "eval_conflict_error";

/**
 * Why a builtin gives no value. It is thrown to the evaluator only, which makes the call undefined or, where builtin errors are
 * strict, an error; so it carries no stack.
 */
export class BuiltinFault {
  /**
   * @param code - the code of the error
   * @param message - the text after the code, with the name of the builtin: `div: divide by zero`
   */
  constructor(
    readonly code: BuiltinFaultCode,
    readonly message: string,
  ) {}
}
