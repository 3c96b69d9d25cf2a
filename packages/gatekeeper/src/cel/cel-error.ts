/** Why an expression has no value: cel-go's words. */
export class CelError {
  readonly message: string;
  /** Whether nothing can make it good: a limit is exceeded and evaluation ends at once. */
  readonly fatal: boolean;

  private constructor(message: string, fatal: boolean) {
    this.message = message;
    this.fatal = fatal;
  }

  /** An error that `||` and `&&` can absorb. */
  static of(message: string): CelError {
    return new CelError(message, false);
  }

  /** The end of the evaluation. */
  static stop(message: string): CelError {
    return new CelError(message, true);
  }
}

/** The error of an operator whose operands do not go together. */
export const NO_SUCH_OVERLOAD: CelError = CelError.of("no such overload");
