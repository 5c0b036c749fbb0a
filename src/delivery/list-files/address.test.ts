import { describe, expect, it } from 'vitest';
import { maskAddress, normaliseAddress } from './address.ts';

describe('normaliseAddress', () => {
  it.each([
    ['  Office@Kura.Example ', 'office@kura.example'],
    ['tari@kōwhai.example', 'tari@xn--kwhai-g9a.example'],
    ['tari@ko\u0304whai.example', 'tari@xn--kwhai-g9a.example'],
    ["o'neil+news@kura.school.example", "o'neil+news@kura.school.example"],
    ['a.b.c@kura.example', 'a.b.c@kura.example'],
  ])('stores %j as %s', (text, address) => {
    expect(normaliseAddress(text)).toEqual({ ok: true, address });
  });

  it('gives the same again for what it has normalised', () => {
    const once = normaliseAddress('Tari@KŌWHAI.example');
    expect(once.ok && normaliseAddress(once.address)).toEqual(once);
  });

  it.each([
    ['', 'nothing'],
    ['   ', 'nothing'],
    ['office.kura.example', 'no @'],
    ['office@@kura.example', 'more than one @'],
    ['@kura.example', 'nothing before the @'],
    ['office@', 'nothing after the @'],
    ['office@kura', 'no full stop after the @'],
    ['office@.example', 'a domain after the @ that cannot exist'],
    ['office@kura..example', 'a domain after the @ that cannot exist'],
    ['office@-kura.example', 'a domain after the @ that cannot exist'],
    ['office@ku_ra.example', 'a domain after the @ that cannot exist'],
    ['office@192.0.2.1', 'a domain after the @ that cannot exist'],
    ['office@kura.example/x', 'a domain after the @ that cannot exist'],
    ['office@kura%2eexample.example', 'a domain after the @ that cannot exist'],
    ['off ice@kura.example', 'a space inside it'],
    ['office@kura.example\r\nBcc: x@y.example', 'an invisible character'],
    ['office\u200b@kura.example', 'an invisible character'],
    ['a@kura.example, b@kura.example', 'more than one address, or a comma or semicolon'],
    ['Office <office@kura.example>', 'brackets or quotation marks'],
    ['tāri@kura.example', 'a letter with a macron or accent before the @'],
    ['.office@kura.example', 'a full stop in the wrong place before the @'],
    ['of..fice@kura.example', 'a full stop in the wrong place before the @'],
    ['mailto:office@kura.example', 'a character before the @ that no address has'],
    [`${'a'.repeat(65)}@kura.example`, 'more than 64 characters before the @'],
    [`a@${'kura.'.repeat(60)}example`, 'more than 254 characters'],
  ])('refuses %j', (text, reason) => {
    expect(normaliseAddress(text)).toEqual({ ok: false, reason });
  });
});

describe('maskAddress', () => {
  it.each([
    ['office@kura.example', 'o***@kura.example'],
    ['office.kura.example', 'o***'],
    ['a@b@kura.example', 'a***'],
    ['off\r\nice@kura.example', 'o***@kura.example'],
    ['', '***'],
  ])('shows %j as %s', (text, masked) => {
    expect(maskAddress(text)).toBe(masked);
  });
});
