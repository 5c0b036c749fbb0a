import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/*
 * Loaded before a program, keeps the folder PANUI_DATA as a kill would leave it, right before each step: a call that
 * makes, opens or writes a file, or that gives SQLite something to do. A kill takes no byte that was written, so
 * these are the folders of a process that is killed there, without a process for each.
 */

const data = process.env['PANUI_DATA'] ?? '';
let steps = 0;
let isCopying = false;

function step(): void {
  if (isCopying || !fs.existsSync(data)) return;
  isCopying = true;
  steps += 1;
  fs.cpSync(data, join(`${data}-steps`, String(steps)), { recursive: true });
  isCopying = false;
}

for (const name of ['mkdirSync', 'openSync', 'closeSync', 'writeFileSync', 'writeSync'] as const) {
  const original = fs[name];
  Reflect.set(fs, name, (...values: unknown[]) => {
    step();
    return Reflect.apply(original, fs, values);
  });
}
syncBuiltinESMExports();

for (const name of ['exec', 'prepare', 'close'] as const) {
  const original = DatabaseSync.prototype[name];
  Reflect.set(
    DatabaseSync.prototype,
    name,
    function stepFirst(this: DatabaseSync, ...values: unknown[]) {
      step();
      return Reflect.apply(original, this, values);
    },
  );
}
