import type { ConstraintKind } from "../constraint-kind.js";
import { allowPrivileged } from "./allow-privileged.js";

/** Every kind of constraint that a SecurityPolicy can make, in the order of its fields in the custom resource. */
export const SECURITY_CONSTRAINTS: readonly ConstraintKind[] = [allowPrivileged];
