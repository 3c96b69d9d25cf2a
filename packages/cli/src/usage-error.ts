/** The command was called in a way that makes no sense. The message is for whoever called it. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
