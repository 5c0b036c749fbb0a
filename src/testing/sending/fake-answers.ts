/** A request as it reaches the provider for tests. Header names in lower case. */
export interface FakeRequest {
  method: string;
  path: string;
  headers: Readonly<Record<string, string | undefined>>;
  body: string;
}

/** What can go wrong, before the provider has taken the messages or after. */
export type Fault =
  | 'drop before'
  | 'drop after'
  | '500 before'
  | '500 after'
  | '503'
  | 'html'
  | 'html 200'
  | 'cut'
  | 'hang'
  | 'slow'
  | '429'
  | 'concurrent'
  | 'locked'
  | 'empty 200';

export interface FakeAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** An answer; one that is cut in half or comes late; the connection dropped; or no answer at all. */
export type Reply = FakeAnswer | { cut: FakeAnswer } | { slow: FakeAnswer } | 'drop' | 'hang';

/** How late a slow answer is, in milliseconds. */
export const slowBy = 400;

export const answer = (status: number, value: unknown): FakeAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});

export const fails = (statusCode: number, name: string, message: string): FakeAnswer =>
  answer(statusCode, { statusCode, message, name });
