import { serviceOrigin, type Settings } from '../../src/settings/settings.ts';

/** Whether mails to people who sign up go to them: their links have to lead somewhere, and the clock has to run. */
export const mailsForReal = (
  settings: Pick<Settings, 'resend' | 'nowGiven' | 'serviceUrl' | 'siteUrl'>,
): boolean =>
  settings.resend.apiKey !== undefined &&
  !settings.nowGiven &&
  new URL(serviceOrigin(settings)).protocol === 'https:';
