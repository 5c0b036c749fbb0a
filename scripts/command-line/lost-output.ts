import { errorCode } from '../../src/disk/error-code.ts';
import { diskFaults } from './disk-faults.ts';

/**
 * Lets a command do its work to the end where what it says cannot be written: half a dispatch would be worse.
 * A reader that has seen enough (`panui show … | head`) closes the pipe, and that is no error. Any other loss is
 * told once on standard error, and the command ends with 1.
 */
export function endWorkWithoutOutput(): void {
  let isLost = false;
  const lose = (error: unknown, tell: (reason: string) => void) => {
    const code = errorCode(error) ?? '';
    if (code === 'EPIPE' || isLost) return;
    isLost = true;
    tell(diskFaults[code]?.split(';')[0] ?? code);
  };
  process.stdout.on('error', (error) =>
    lose(error, (reason) => {
      process.stderr.write(
        `Standard output could not be written: ${reason}. The command goes on to its end; what it says there is lost.\n`,
      );
    }),
  );
  process.stderr.on('error', (error) => lose(error, () => undefined));
  process.on('exit', () => {
    if (isLost) process.exitCode = process.exitCode || 1;
  });
}
