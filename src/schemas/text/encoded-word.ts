/**
 * How a header writes letters beyond ASCII: `=?utf-8?Q?M=C4=81rama?=` (RFC 2047, 2). Some readers decode it
 * wherever it stands, in quotation marks too, so in words from elsewhere it could say anything, line breaks
 * and further headers among it.
 */
export const encodedWord = /=\?[^\s?]*\?[bq]\?/i;
