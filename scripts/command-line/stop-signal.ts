/** Waits until somebody asks the program to stop: Ctrl-C, or SIGTERM from whatever started it. */
export function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
