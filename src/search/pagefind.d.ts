/** The part of Pagefind's browser module that we use; it stands in the built site beside the index. */
declare module '*/pagefind.js' {
  interface ResultData {
    url: string;
    /** HTML in which matches are marked. */
    excerpt: string;
    meta: Record<string, string>;
  }
  export interface Options {
    excerptLength?: number;
    ranking?: {
      pageLength?: number;
      termFrequency?: number;
      termSaturation?: number;
      termSimilarity?: number;
      metaWeights?: Record<string, number>;
    };
  }
  export function options(options: Options): Promise<void>;
  export function preload(words: string): Promise<void>;
  export function search(
    words: string,
    options: { filters: Record<string, string | { any: string[] }> },
  ): Promise<{ results: { id: string; score: number; data(): Promise<ResultData> }[] }>;
}
