import { createDesk } from '../../src/desk/app/desk.ts';
import { deskListener } from '../../src/desk/app/desk-listener.ts';
import { listen } from '../../src/service/http/listen.ts';
import { onceAMinute } from '../../src/service/http/once-a-minute.ts';
import { whoMayCome } from '../reports/who-may-come.ts';
import { readSettings } from '../../src/settings/settings.ts';
import { defineCommand } from '../command-line/define-command.ts';
import { parsePort, portFlag } from '../command-line/parse-port.ts';
import { print } from '../command-line/print.ts';
import { startCarrier } from '../sending/start-carrier.ts';
import { stopSignal } from '../command-line/stop-signal.ts';

export const examples = [
  ['desk', 'write, check, publish, approve and send in a browser, at http://localhost:4321/desk/'],
  ['desk --port 8080', 'the same at another port'],
] as const;

export default defineCommand({
  args: {
    port: portFlag,
  },
  async run({ args }) {
    const wanted = parsePort(args.port);
    const say = onceAMinute((words) => console.error(`Pānui: ${words}`));
    const desk = createDesk(readSettings, () => void startCarrier(readSettings()));
    const service = await listen(
      deskListener(desk, ({ message }) => say(message)),
      wanted,
    );
    try {
      if (service.moved) print(`Port ${wanted} is busy, so this is port ${service.port}.\n`);
      print(`The desk is open at ${service.url}/desk/\n${whoMayCome(desk.settings())}\n`);
      print('Press Ctrl-C to stop.\n');
      await stopSignal();
    } finally {
      desk.preview.stop();
      await service.close();
    }
  },
});
