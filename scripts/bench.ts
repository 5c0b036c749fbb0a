/** Runs one measurement: `node scripts/bench.ts NAME` imports bench/NAME.ts and calls what it exports. */
const wanted = process.argv[2] ?? '';
if (!/^[a-z][a-z-]*$/.test(wanted)) {
  process.stderr.write('Expected the name of a measurement, such as "checks".\n');
  process.exitCode = 2;
} else {
  const measurement: unknown = await import(`./bench/${wanted}.ts`);
  const run =
    typeof measurement === 'object' && measurement !== null
      ? Reflect.get(measurement, 'default')
      : undefined;
  if (typeof run !== 'function')
    throw new Error(`scripts/bench/${wanted}.ts exports nothing to run.`);
  await run();
}

export {};
