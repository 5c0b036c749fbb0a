import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { maskAddresses } from '../../src/delivery/list-files/address.ts';
import type { Refusals } from '../../src/delivery/events/channel-health.ts';
import { openStore } from '../../src/delivery/store/open-store.ts';
import { BadInput } from '../../src/problems/problem.ts';
import { listenAt } from '../../src/service/http/listen.ts';
import { onceAMinute } from '../../src/service/http/once-a-minute.ts';
import { requestLog } from '../../src/service/http/request-log.ts';
import { createService } from '../../src/service/service.ts';
import { threadedStore } from '../../src/service/store/threaded-store.ts';
import { signUpPath } from '../../src/service/sign-up-pages.ts';
import { publicAudiences } from '../../src/publication/site.ts';
import { webhookPath } from '../../src/service/webhook-routes.ts';
import { readSettings, serviceOrigin, type Settings } from '../../src/settings/settings.ts';
import { defineCommand } from '../command-line/define-command.ts';
import { parsePort } from '../command-line/parse-port.ts';
import { print } from '../command-line/print.ts';
import { stopSignal } from '../command-line/stop-signal.ts';
import { mailsForReal } from '../sending/mails-for-real.ts';
import { keepCompanion, type Companion } from '../sending/keep-companion.ts';
import { dailyFault } from '../serving/daily-fault.ts';
import { keepToday, type Today } from '../serving/keep-today.ts';
import { reasonNotDaily } from '../serving/reason-not-daily.ts';
import { startDailyBuild } from '../serving/start-daily-build.ts';
import { watchReports } from '../sending/watch-reports.ts';

export const examples = [
  ['serve', 'for this machine, behind a web server that has the certificate'],
  ['serve --host 0.0.0.0 --port 8080', 'for every network that this machine is in'],
] as const;

export default defineCommand({
  args: {
    host: {
      type: 'string',
      default: 'localhost',
      valueHint: 'HOST',
      description: 'the address of this machine to listen at; 0.0.0.0 means all of them',
    },
    port: {
      type: 'string',
      default: '4321',
      valueHint: 'PORT',
      description: 'the port to listen on, exactly this one',
    },
  },
  async run({ args }) {
    const settings = readSettings();
    const port = parsePort(args.port);
    await requireSite(settings.out);
    // It is made or brought up to date now, and what is wrong with it is said at once.
    openStore(settings).close();
    await serve(args.host, port, settings);
  },
});

async function serve(host: string, port: number, settings: Settings): Promise<void> {
  const { out, webhookSecret, siteUrl, trustedProxies } = settings;
  const report = reportFaults();
  const log = requestLog(process.stdout.fd);
  const store = threadedStore(settings);
  const say = (line: string) => print(`Pānui: ${line}\n`);
  let companion: Companion | undefined;
  let today: Today | undefined;
  const tell = (refusals: Refusals) => companion?.tell(refusals);
  const watched =
    webhookSecret === undefined
      ? undefined
      : watchReports(await verifierOf(webhookSecret), { tell, say });
  const listener = createService({
    out,
    store,
    now: () => readSettings().now,
    report,
    log: log.add,
    verify: watched?.verify,
    trustedProxies,
    notice: async () => {
      const fault = await dailyFault(settings);
      return fault && `The site could not be built for ${fault.day}; status says why.`;
    },
  });
  const reason = await reasonNotDaily(settings);
  const sends = settings.resend.apiKey !== undefined && !settings.nowGiven;
  try {
    const service = await listenAt({ listener, trustedProxies }, host, port);
    const reports =
      webhookSecret === undefined
        ? 'Reports of the provider are refused until RESEND_WEBHOOK_SECRET is set.'
        : `Reports of the provider are taken at ${siteUrl}${webhookPath}`;
    const scheduled = sends
      ? 'Scheduled dispatches are sent from here, each at its time.'
      : `Scheduled dispatches are not sent from here: ${settings.nowGiven ? 'PANUI_NOW stands still' : 'RESEND_API_KEY is not set'}.`;
    const daily = `The site is ${reason === undefined ? 'built anew at each midnight in New Zealand' : `not built anew each day: ${reason}`}.`;
    print(
      `Serving ${service.url}/\n${reports}\n${scheduled}\n${daily}\n${describeSignUp(settings)}Press Ctrl-C to stop.\n`,
    );
    companion = keepCompanion(say);
    if (reason === undefined) today = keepToday(settings, startDailyBuild, say);
    // Nobody waits for it: where another program is writing, `send` and the next start do the same.
    void store.applyKept(settings.now).catch(report);
    await stopSignal();
    print('Stopping: requests in flight are answered first.\n');
    await service.close();
  } finally {
    watched?.stop();
    await today?.stop();
    await companion?.stop();
    await store.close();
    await log.flush();
  }
}

/** A line where anybody may sign up. */
function describeSignUp(settings: Settings): string {
  if (publicAudiences().length === 0) return '';
  const address = `${serviceOrigin(settings)}${signUpPath}`;
  return mailsForReal(settings)
    ? `People sign up at ${address}\n`
    : `People sign up at ${address}; mails to them go into the outbox, because RESEND_API_KEY is not set or the address is not https.\n`;
}

/** Each fault once a minute, without addresses of people. */
function reportFaults(): (error: Error) => void {
  const say = onceAMinute((words) => console.error(`Pānui: ${words}`));
  return ({ message }) => say(maskAddresses(message));
}

/** Loaded only where a secret is set. */
async function verifierOf(secret: string) {
  const { resendWebhooks } = await import('../../src/delivery/transports/resend.ts');
  return resendWebhooks(secret);
}

async function requireSite(out: string): Promise<void> {
  if (await stat(join(out, 'index.html')).catch(() => undefined)) return;
  const remedy = 'Run `npm run -s panui -- build` first.';
  throw new BadInput([{ file: out, expected: 'a built site', found: 'none', remedy }]);
}
