import { sizeLimits } from './size-limits.ts';

/** Bytes of HTML after quoted-printable (RFC 2045, 6.7), which writes "=" as three and breaks long lines. */
export function sentSize(html: string): number {
  return html.split('\n').reduce((sum, line) => {
    const bytes = Buffer.from(line, 'utf8');
    const encoded = bytes.reduce(
      (count, byte) => count + (byte === 0x3d || byte < 0x20 || byte > 0x7e ? 3 : 1),
      0,
    );
    // A line of 76 ends with "=" and CRLF; the line itself ends with CRLF.
    return sum + encoded + Math.floor(encoded / 75) * 3 + 2;
  }, 0);
}

/** Whether a bulletin may go out by its size, and what to say if it should not. */
export function checkSize(
  html: string,
  limits: { warning: number; refusal: number } = sizeLimits,
): { bytes: number; level: 'fine' | 'warning' | 'refusal' } {
  const bytes = sentSize(html);
  if (bytes > limits.refusal) return { bytes, level: 'refusal' };
  return { bytes, level: bytes >= limits.warning ? 'warning' : 'fine' };
}
