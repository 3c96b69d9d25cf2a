import { branchesOf, visitLiterals } from "../compile/map-terms.js";
import type { Observer } from "../evaluate/observer.js";
import type { Literal, Module, Rule } from "../syntax/ast.js";

/** The lines of one file that were, and were not, evaluated. */
export interface FileCoverage {
  readonly file: string;
  readonly covered: readonly number[];
  readonly uncovered: readonly number[];
}

/** What part of the policies was evaluated. */
export interface CoverageReport {
  readonly files: readonly FileCoverage[];
  /** Covered lines of all that could be, from 0 to 100. */
  readonly percent: number;
}

/** Counts lines of rules and literals; one recorder can watch many evaluations. */
export class CoverageRecorder implements Observer {
  private readonly covered = new Map<string, Set<number>>();

  enter(literal: Literal): void {
    this.mark(literal.location.file, literal.location.row);
  }

  exitRule(rule: Rule, value: unknown): void {
    if (value !== undefined) this.mark(rule.location.file, rule.location.row);
  }

  /** Compares what was evaluated with what the modules contain. */
  report(modules: readonly Module[]): CoverageReport {
    const files = modules.map((module) => this.fileReport(module));
    const covered = files.reduce((sum, file) => sum + file.covered.length, 0);
    const all = files.reduce((sum, file) => sum + file.covered.length + file.uncovered.length, 0);
    return { files, percent: all === 0 ? 100 : (100 * covered) / all };
  }

  private fileReport(module: Module): FileCoverage {
    const seen = this.covered.get(module.file) ?? new Set<number>();
    const rows = [...rowsOf(module)].sort((left, right) => left - right);
    return {
      file: module.file,
      covered: rows.filter((row) => seen.has(row)),
      uncovered: rows.filter((row) => !seen.has(row)),
    };
  }

  private mark(file: string, row: number): void {
    const rows = this.covered.get(file) ?? new Set<number>();
    this.covered.set(file, rows);
    rows.add(row);
  }
}

function rowsOf(module: Module): ReadonlySet<number> {
  const rows = new Set<number>();
  for (const rule of module.rules) {
    for (const branch of branchesOf(rule)) {
      rows.add(branch.location.row);
      visitLiterals(branch.body, (literal) => rows.add(literal.location.row));
    }
  }
  return rows;
}
