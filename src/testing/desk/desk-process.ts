import { createDesk } from '../../desk/app/desk.ts';
import { deskListener } from '../../desk/app/desk-listener.ts';
import { listen } from '../../service/http/listen.ts';
import { readSettings } from '../../settings/settings.ts';
import { notStarted } from '../content/desk-of.ts';

/* The desk as a program of its own, which a test can kill; without the preview, which takes seconds to start. */

const desk = {
  ...createDesk(
    () => readSettings(),
    () => undefined,
  ),
  preview: notStarted,
};
const service = await listen(
  deskListener(desk, ({ message }) => console.error(message)),
  Number(process.argv[2]),
);
process.stdout.write(service.url);
