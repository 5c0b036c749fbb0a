import { formatLongDate, formatTime } from '../../src/dates/format.ts';
import { localTimeAt } from '../../src/dates/new-zealand.ts';
import type { ChannelFault } from '../../src/delivery/events/channel-health.ts';

/** What is wrong with the way on which the provider reports, and what to do, in one paragraph. */
export function describeChannel(fault: ChannelFault): string {
  switch (fault.kind) {
    case 'signature':
      return `${reports(fault.count)} refused since ${when(fault.firstAt)}, the last at ${when(fault.lastAt)}, and none has come through since: not signed with RESEND_WEBHOOK_SECRET. Compare it with the signing secret of the webhook in the dashboard of the provider, set it, and start \`serve\` again. The provider repeats what was refused for about a day; replay older ones there.`;
    case 'clock':
      return `${reports(fault.count)} refused since ${when(fault.firstAt)}, the last at ${when(fault.lastAt)}, and none has come through since: the clock of this machine is ${drift(fault.ahead)} the provider's. Set the clock right, and keep it so (NTP). The provider repeats what was refused for about a day; replay older ones in its dashboard.`;
    case 'silent':
      return `No report has come on any of the ${fault.accepted} messages of ${fault.edition} for ${fault.audience} that the provider took, the last at ${when(fault.lastAt)}. Bounces and complaints are missing too. See that \`serve\` runs and can be reached from the internet, and look at the webhook in the dashboard of the provider: its address, whether it is enabled, and its failed attempts, which can be replayed there.`;
  }
}

const reports = (count: number) => (count === 1 ? '1 report was' : `${count} reports were`);

function when(moment: string): string {
  const time = localTimeAt(new Date(moment));
  return `${formatTime(time)}, ${formatLongDate(time.slice(0, 10))}`;
}

/** "6 minutes ahead of" */
function drift(ahead: number): string {
  const minutes = Math.round(Math.abs(ahead) / 60);
  const [size, unit] = minutes < 120 ? [minutes, 'minute'] : [Math.round(minutes / 60), 'hour'];
  return `${size} ${unit}${size === 1 ? '' : 's'} ${ahead > 0 ? 'ahead of' : 'behind'}`;
}
