/** A command line that cannot be followed: everything that is wrong with it, each a sentence. */
export class UsageError extends Error {
  constructor(sentences: readonly string[]) {
    super(sentences.join('\n'));
    this.name = 'UsageError';
  }
}
