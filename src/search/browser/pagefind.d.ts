/** The part of Pagefind's browser module that we use; it stands in the built site beside the index. */
declare module '*/pagefind.js' {
  export interface ResultData {
    url: string;
    /** HTML in which matches are marked. */
    excerpt: string;
    meta: Record<string, string>;
    filters: Record<string, string[]>;
    /** The whole text of the record. */
    content: string;
  }
  export interface Result {
    id: string;
    score: number;
    data(): Promise<ResultData>;
  }
  export interface Options {
    /** Searches where the page's script runs, not in a worker. */
    noWorker?: boolean;
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
  export type Filters = Record<string, string | { any: string[] }>;
  export function search(
    /** Words, or a phrase in quotation marks. */
    words: string,
    options: { filters?: Filters; sort?: Record<string, 'asc' | 'desc'> },
  ): Promise<{ results: Result[]; unfilteredResultCount: number }>;
}
