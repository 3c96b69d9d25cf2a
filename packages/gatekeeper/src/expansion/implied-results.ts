/** A violation, so far as an expansion changes it. */
interface Result {
  readonly message: string;
  readonly enforcementAction: string;
}

/**
 * Attributes violations of an object that an expansion made to the object that it was made of: their messages tell the
 * template, and their enforcement action is the template's, if it has one.
 *
 * @param expanded - the template that made the object, and its enforcement action; empty for none
 * @source gatekeeper, pkg/expansion/aggregate.go
 */
export const implyResults = <Violation extends Result>(
  { template, enforcementAction }: { readonly template: string; readonly enforcementAction: string },
  results: readonly Violation[],
): readonly Violation[] =>
  results.map((result) => ({
    ...result,
    message: `[Implied by ${template}] ${result.message}`,
    ...(enforcementAction === "" ? {} : { enforcementAction }),
  }));
