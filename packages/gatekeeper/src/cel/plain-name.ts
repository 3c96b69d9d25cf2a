import type { IdentifierExpression } from "./expression.js";

/** What an identifier names. A dot before it says that it is a name of the root, and in Kubernetes there are no others. */
export const plainName = ({ name }: Pick<IdentifierExpression, "name">): string =>
  name.startsWith(".") ? name.slice(1) : name;
