declare module 'virtual:tokens.css';

declare module 'panui:documents' {
  /** The compiled module of a document by its absolute path. */
  export function compiled(
    file: string,
  ): Promise<import('./rendering/components.ts').DocumentContent | undefined>;
}
