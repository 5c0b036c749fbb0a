import { resolve } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readSettings, SettingsError } from './settings.ts';

afterEach(() => vi.useRealTimers());

const refusal = (environment: NodeJS.ProcessEnv) => {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  return 'not refused';
};

describe('the settings', () => {
  it('have a default for each variable that is unset or empty', () => {
    vi.useFakeTimers({ now: new Date('2026-05-08T00:00:00Z') });
    const defaults = {
      content: resolve('content'),
      out: resolve('dist'),
      data: resolve('.panui'),
      siteUrl: 'http://localhost:4321',
      siteUrlGiven: false,
      now: new Date('2026-05-08T00:00:00Z'),
      nowGiven: false,
      resend: { apiKey: undefined, baseUrl: undefined },
      webhookSecret: undefined,
      trustedProxies: [],
      sendingHours: '08:00-18:00',
      stopAfterRefused: 20,
      keepDeliveries: 12,
    };
    expect(readSettings({})).toEqual(defaults);
    expect(
      readSettings({
        PANUI_CONTENT: '',
        PANUI_OUT: '',
        PANUI_DATA: '',
        PANUI_SITE_URL: '',
        PANUI_NOW: '',
      }),
    ).toEqual(defaults);
  });

  it('are taken from the environment: paths made absolute, the address written as an origin', () => {
    expect(
      readSettings({
        PANUI_CONTENT: '../letters',
        PANUI_OUT: '/srv/out',
        PANUI_DATA: 'data',
        PANUI_SITE_URL: 'https://News.ministry.example/',
        PANUI_NOW: '2026-05-08T09:00:00+12:00',
        HOME: '/home/anybody',
      }),
    ).toMatchObject({
      content: resolve('../letters'),
      out: '/srv/out',
      data: resolve('data'),
      siteUrl: 'https://news.ministry.example',
      siteUrlGiven: true,
      now: new Date('2026-05-07T21:00:00Z'),
      nowGiven: true,
    });
  });

  it('name every variable that is wrong at once', () => {
    expect(refusal({ PANUI_SITE_URL: 'news.ministry.example', PANUI_NOW: 'tomorrow' }))
      .toMatchInlineSnapshot(`
        "PANUI_SITE_URL: expected a web address without a path, such as https://news.example.govt.nz; found "news.ministry.example".
        PANUI_NOW: expected a moment with its time zone, such as 2026-05-08T09:00:00+12:00; found "tomorrow"."
      `);
  });

  it('take proxies that are trusted, addresses and networks', () => {
    const { trustedProxies } = readSettings({ PANUI_TRUSTED_PROXY: '127.0.0.1, 10.0.0.0/8,::1' });
    expect(trustedProxies).toEqual(['127.0.0.1', '10.0.0.0/8', '::1']);
    expect(refusal({ PANUI_TRUSTED_PROXY: '10.0.0.0/33' })).toMatchInlineSnapshot(
      `"PANUI_TRUSTED_PROXY: expected addresses or networks with commas between them, such as 127.0.0.1, 10.0.0.0/8, ::1; found "10.0.0.0/33"."`,
    );
    for (const wrong of ['proxy.example', '10.0.0.0/', '1.2.3.4/8/8', '::1/129', '127.0.0.1,']) {
      expect(refusal({ PANUI_TRUSTED_PROXY: wrong })).toMatch(/^PANUI_TRUSTED_PROXY: expected/);
    }
  });

  it.each([
    'ftp://ministry.example',
    'javascript:alert(1)',
    'https://',
    '/',
    'https://ministry.example/news/',
    'https://ministry.example/?a=1',
  ])('refuse the address %s', (address) =>
    expect(refusal({ PANUI_SITE_URL: address })).toMatch(/^PANUI_SITE_URL: expected/),
  );

  it.each([
    { PANUI_OUT: '/srv/panui', PANUI_DATA: '/srv/panui' },
    { PANUI_OUT: '/srv/panui', PANUI_DATA: '/srv/panui/data' },
    { PANUI_OUT: '/srv/panui', PANUI_CONTENT: '/srv/panui/content' },
  ])('refuse a build that would replace what must last: %o', (environment) => {
    expect(refusal(environment)).toMatch(
      /^PANUI_OUT: expected a folder that does not hold PANUI_(DATA|CONTENT)/,
    );
    expect(refusal({ ...environment, PANUI_OUT: '/srv/panui-out' })).toBe('not refused');
  });

  it.each(['2026-05-08', '2026-05-08T09:00:00', '2026-02-30T09:00:00+12:00'])(
    'refuse the moment %s',
    (time) => expect(refusal({ PANUI_NOW: time })).toMatch(/^PANUI_NOW: expected/),
  );

  it.each([
    'whsec_',
    'whsec_dG9vIHNob3J0',
    'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    'whsec_not base64 at all, is it?',
  ])('refuse the webhook secret "%s" without repeating it', (secret) => {
    const said = refusal({ RESEND_WEBHOOK_SECRET: secret });
    expect(said).toMatch(/^RESEND_WEBHOOK_SECRET: expected the .*; found something else\.$/);
    expect(refusal({ RESEND_WEBHOOK_SECRET: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' })).toBe(
      'not refused',
    );
  });
});
