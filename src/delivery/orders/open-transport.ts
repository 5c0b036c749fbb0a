import type { Transport } from '../transports/transport.ts';
import { SettingsError, type Settings } from '../../settings/settings.ts';

/**
 * The way to real people, loaded only when somebody asks for it.
 * @throws {SettingsError} without a key
 */
export async function openTransport({ resend }: Pick<Settings, 'resend'>): Promise<Transport> {
  if (resend.apiKey === undefined) {
    throw new SettingsError(
      'RESEND_API_KEY: expected the key of the Resend account; found nothing.',
    );
  }
  const { resendTransport } = await import('../transports/resend.ts');
  return resendTransport(resend.apiKey, resend.baseUrl);
}
