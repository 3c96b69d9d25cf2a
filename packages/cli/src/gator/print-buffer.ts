/** What rules may print, in UTF-8 bytes; more is cut off. */
const MOST = 1024 * 1024;

const CUT = "\n... additional print output truncated ...\n";

/**
 * Gathers what rules print, up to a limit.
 *
 * @source gatekeeper, pkg/gator/print.go
 */
export class PrintBuffer {
  private readonly pieces: Buffer[] = [];
  private left = MOST;
  private isCut = false;

  add(line: string): void {
    const bytes = Buffer.from(`${line}\n`);
    const kept = bytes.subarray(0, this.left);
    if (kept.length > 0) this.pieces.push(kept);
    this.left -= kept.length;
    this.isCut ||= kept.length < bytes.length;
  }

  /** All that was printed; empty for nothing. */
  get text(): string {
    return Buffer.concat(this.pieces).toString("utf8") + (this.isCut ? CUT : "");
  }
}
