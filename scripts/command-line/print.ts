/** Prints to standard output. */
export const print = (text: string) => void process.stdout.write(text);

/** Prints a value as JSON for another program. */
export const printJson = (value: unknown) => print(`${JSON.stringify(value, null, 2)}\n`);
