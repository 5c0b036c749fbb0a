import { expectReady } from '../../content/reading/expect-ready.ts';
import type { Audience } from '../../publication/site.ts';
import type { Bulletin } from '../../schemas/bulletin.ts';
import { serviceOrigin, type Settings } from '../../settings/settings.ts';
import { readBulletin } from '../bulletins/read-bulletin.ts';
import {
  testAddress,
  testToOutbox,
  testViaProvider,
  type TestReport,
} from '../dispatch/send-test.ts';
import type { Transport } from '../transports/transport.ts';

/** A test of a bulletin, as the command and the desk order it. */
export interface TestOrder {
  /** The date of an edition, the name of a correction, or "newest". */
  edition: string;
  audience: Audience;
  /** One email address. */
  to: string;
  /** The way to real people; left out, it is written into the outbox. */
  transport: Transport | undefined;
}

/**
 * Makes one message marked as a test.
 * @throws {BadInput} where the address is none, the bulletin is a draft's and would be sent, or the provider refuses
 */
export async function testOrder(
  settings: Settings,
  { edition, audience, to, transport }: TestOrder,
): Promise<TestReport & { bulletin: Bulletin; address: string }> {
  const address = testAddress(to);
  const bulletin = await readBulletin(settings.out, edition, audience);
  if (transport) await expectReady(settings.content, bulletin.edition);
  const siteUrl = serviceOrigin(settings);
  const report = transport
    ? await testViaProvider(bulletin, address, { transport, siteUrl })
    : await testToOutbox(bulletin, address, { ...settings, siteUrl });
  return { ...report, bulletin, address };
}
