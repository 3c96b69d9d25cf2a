import type { Comment } from "./token.js";

/** Collects lines and puts each comment before, or at the end of, the line that it belonged to. */
export class FormatWriter {
  private readonly lines: string[] = [];
  private readonly comments: Comment[];
  private depth = 0;
  private needsBrace = true;

  constructor(comments: readonly Comment[]) {
    this.comments = [...comments];
  }

  /** A line; a comment that stood at the end of the source's line follows it. */
  line(text: string, row: number): void {
    const trailing = this.takeComment((comment) => comment.row === row);
    const end = trailing === undefined ? "" : ` #${trailing.text}`;
    this.lines.push(`${"\t".repeat(this.depth)}${text}${end}`);
  }

  /** A line without a place in the source. */
  append(text: string): void {
    this.lines.push(`${"\t".repeat(this.depth)}${text}`);
  }

  /** An empty line, unless there is one. */
  blank(): void {
    if (this.lines.length > 0 && this.lines.at(-1) !== "") this.lines.push("");
  }

  /** The comments that stand above a row, each on its line. */
  commentsBefore(row: number): void {
    for (let comment = this.takeComment((other) => other.row < row); comment !== undefined; ) {
      this.append(`#${comment.text}`);
      comment = this.takeComment((other) => other.row < row);
    }
  }

  remainingComments(): void {
    if (this.comments.length > 0) this.blank();
    for (const comment of this.comments.splice(0)) this.append(`#${comment.text}`);
  }

  indented(write: () => void): void {
    this.depth += 1;
    write();
    this.depth -= 1;
  }

  /** The last branch of a rule had no body. */
  endsWithoutBrace(): void {
    this.needsBrace = false;
  }

  /** Closes a rule. */
  closeBrace(): void {
    if (this.needsBrace) this.append("}");
    this.needsBrace = true;
  }

  text(): string {
    return `${this.lines.join("\n")}\n`;
  }

  private takeComment(isWanted: (comment: Comment) => boolean): Comment | undefined {
    const [first] = this.comments;
    return first !== undefined && isWanted(first) ? this.comments.shift() : undefined;
  }
}
