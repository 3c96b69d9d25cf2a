import { deepestSchema, SchemaFault } from "./json-schema-model.js";

/** What is wrong with a value, in OPA's words. */
export interface SchemaFinding {
  readonly type: string;
  readonly field: string;
  readonly description: string;
}

/** A value inside the document that is judged. */
export class DocumentPlace {
  private constructor(
    /** The keys that lead to it, with dots between them. */
    readonly field: string,
    readonly charge: () => void,
    private readonly depth: number,
  ) {}

  /** @param charge - is called before each judgement, and may throw */
  static root(charge: () => void): DocumentPlace {
    return new DocumentPlace("", charge, 0);
  }

  /** The place of a member. */
  at(key: string): DocumentPlace {
    return new DocumentPlace(this.field === "" ? key : `${this.field}.${key}`, this.charge, this.depth + 1);
  }

  /** The same value, for a schema inside the schema. */
  within(): DocumentPlace {
    if (this.depth > deepestSchema) throw new SchemaFault("document or schema is nested too deeply");
    return new DocumentPlace(this.field, this.charge, this.depth + 1);
  }
}

/** The findings about a value, and a score of how well it fits: the best misfit of several schemas is told to the user. */
export class SchemaVerdict {
  readonly findings: SchemaFinding[] = [];
  score = 0;

  get isValid(): boolean {
    return this.findings.length === 0;
  }

  report(place: DocumentPlace, type: string, description: string): void {
    this.findings.push({ type, field: place.field === "" ? "(Root)" : place.field, description });
    this.score -= 2;
  }

  merge(other: SchemaVerdict): void {
    for (const finding of other.findings) this.findings.push(finding);
    this.score += other.score;
  }
}

/** The verdict with the highest score; the first of several. */
export function bestVerdict(verdicts: readonly SchemaVerdict[]): SchemaVerdict | undefined {
  let [best] = verdicts;
  for (const verdict of verdicts) if (best === undefined || verdict.score > best.score) best = verdict;
  return best;
}
