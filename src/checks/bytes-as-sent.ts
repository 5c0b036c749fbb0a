/** The bytes that an HTML part takes in a message: quoted-printable (RFC 2045, 6.7), as mail is sent. */
export function bytesAsSent(html: string): number {
  let bytes = 0;
  for (const line of html.split('\n')) {
    let length = 0;
    for (const byte of Buffer.from(line)) length += byte === 0x3d || byte > 0x7e ? 3 : 1;
    // A line break takes two bytes, and each break that the encoding adds takes three.
    bytes += length + 2 + Math.max(0, Math.ceil(length / 75) - 1) * 3;
  }
  return bytes;
}
