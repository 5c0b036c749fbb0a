import { errorCode } from '../../disk/error-code.ts';

/* What passes by itself: too many files open, here or on the whole machine, and too little memory. */
const passing: ReadonlySet<string | undefined> = new Set([
  'EMFILE',
  'ENFILE',
  'ENOMEM',
  'EAGAIN',
  'EBUSY',
]);

/** 503 for a fault that passes by itself, 500 for any other. */
export const statusOf = (error: unknown): 500 | 503 => (passing.has(errorCode(error)) ? 503 : 500);

/** What is said of an error; one that passes by itself is the same whichever file it kept from being opened. */
export function faultOf(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  if (statusOf(error) === 500) return error;
  return new Error(error.message.replace(/, \w+ '.*$/s, ''), { cause: error });
}

export const retryAfter = { 'Retry-After': '5' } as const;

const gone: ReadonlySet<string | undefined> = new Set([
  'ERR_STREAM_PREMATURE_CLOSE',
  'ERR_STREAM_DESTROYED',
  'ECONNRESET',
  'EPIPE',
]);

/** Whether whoever asked went away before they had the answer, which is no error of ours. */
export const isGone = (error: unknown): boolean => gone.has(errorCode(error));
