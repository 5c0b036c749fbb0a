/** So many different words are remembered at a time. */
const most = 1000;

/**
 * Says each thing once a minute, however often it happens, and then how often it did meanwhile: a disk that
 * fails does so for every visitor.
 */
export function onceAMinute(say: (words: string) => void, now: () => number = () => Date.now()) {
  const said = new Map<string, { at: number; since: number }>();
  return (words: string): void => {
    const known = said.get(words);
    if (known && now() - known.at < 60_000) {
      known.since += 1;
      return;
    }
    if (said.size >= most) said.clear();
    said.set(words, { at: now(), since: 0 });
    say(
      known && known.since > 0
        ? `${words} (${known.since} more times since it was last said)`
        : words,
    );
  };
}
