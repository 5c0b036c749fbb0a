import type { Problem } from '../problems/problem.ts';
import type { ReadFiles } from './read-file.ts';

/** What one reading says is wrong, and the files that it read. */
export interface Reading {
  problems: Problem[];
  read: ReadFiles;
}
