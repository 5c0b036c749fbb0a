import { BadInput } from '../problems/problem.ts';

/**
 * Throws again what keeps content from being used, as Astro should print it: it prints the stack of every
 * error, and in this one no line of the program is at fault. Where it reads the word "document", it adds
 * advice on browsers.
 */
export function withoutStack(error: unknown): never {
  if (error instanceof BadInput) {
    delete error.stack;
    error.toString = () => error.name;
  }
  throw error;
}
