import { type TextLine, type TextLines, textLine } from "./text-lines.js";
import type { Comment } from "./token.js";

/** Collects lines and puts each comment before, or at the end of, the line that it belonged to. */
export class FormatWriter {
  private readonly written: string[] = [];
  private readonly comments: Comment[];
  private depth = 0;
  private needsBrace = true;
  /** The last row of the source that was written. */
  private lastRow = 0;

  constructor(comments: readonly Comment[]) {
    this.comments = [...comments];
  }

  /** A line; a comment that stood at the end of the source's line follows it. */
  line(text: string, row: number): void {
    this.lines(textLine(text, row), row);
  }

  /**
   * Lines, with the comments that stood between and behind them.
   *
   * @param row - where the first line begins: a gap before it stays a gap
   */
  lines([first, ...others]: TextLines, row: number): void {
    this.commentsBefore(row, first.isClosing === true ? 1 : 0);
    if (first.isClosing !== true) this.keepGap(row);
    this.addLine({ ...first, row: Math.max(first.row, row) });
    for (const line of others) this.addLine({ ...line, row: Math.max(line.row, row) });
  }

  /** An empty line, unless there is one. */
  blank(): void {
    if (this.written.length > 0 && this.written.at(-1) !== "") this.written.push("");
  }

  /** The comments that stand above a row, each on its line. */
  commentsBefore(row: number, indent = 0): void {
    for (let comment = this.takeComment((other) => other.row < row); comment !== undefined; ) {
      this.addComment(comment, indent);
      comment = this.takeComment((other) => other.row < row);
    }
  }

  remainingComments(): void {
    if (this.comments.length > 0) this.blank();
    for (const comment of this.comments.splice(0)) this.addComment(comment, 0);
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

  /** Closes a rule; `row` is where its last brace stands. */
  closeBrace(row: number): void {
    if (this.needsBrace) this.lines([{ text: "}", indent: 0, row, isClosing: true }], row);
    this.needsBrace = true;
  }

  text(): string {
    return `${this.written.join("\n")}\n`;
  }

  private addComment({ text, row }: Comment, indent: number): void {
    this.keepGap(row);
    this.push(`#${text.trimEnd()}`, indent);
    this.lastRow = row;
  }

  /** An empty line where the source has some, but none behind an opening bracket. */
  private keepGap(row: number): void {
    const isOpen = /[{[(|]$/.test(this.written.at(-1) ?? "{");
    if (row > this.lastRow + 1 && !isOpen) this.blank();
  }

  private addLine({ text, indent, row, isClosing }: TextLine): void {
    this.commentsBefore(row, isClosing === true ? indent + 1 : indent);
    const trailing = this.takeComment((comment) => comment.row === row);
    this.push(trailing === undefined ? text : `${text} #${trailing.text.trimEnd()}`, indent);
    this.lastRow = Math.max(this.lastRow, row);
  }

  private push(text: string, indent: number): void {
    this.written.push("\t".repeat(this.depth + indent) + text);
  }

  private takeComment(isWanted: (comment: Comment) => boolean): Comment | undefined {
    const [first] = this.comments;
    return first !== undefined && isWanted(first) ? this.comments.shift() : undefined;
  }
}
