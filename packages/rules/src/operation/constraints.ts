import type { ConstraintKind } from "../constraint-kind.js";
import { allowedRepos } from "./allowed-repos.js";

/** Every kind of constraint that an OperationPolicy can make, in the order of its fields in the custom resource. */
export const OPERATION_CONSTRAINTS: readonly ConstraintKind[] = [allowedRepos];
