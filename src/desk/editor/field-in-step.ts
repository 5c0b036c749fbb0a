/** What keeps the field of a form in step with the editor. */
export interface FieldInStep {
  /** Says that something has changed. */
  change: () => void;
  /** Writes into the field what is not there yet. */
  flush: () => Promise<void>;
}

/* Nothing typed stands outside the field for longer, in milliseconds. */
const soon = 120;

/**
 * Keeps a field in step with what is edited elsewhere, and its form from being sent before it is.
 * @param write gives the whole text as it is now; nothing where the field keeps what it has
 */
export function keepFieldInStep(
  field: HTMLTextAreaElement,
  write: () => Promise<string | undefined>,
): FieldInStep {
  let isBehind = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> | undefined;
  const writeAll = async () => {
    while (isBehind) {
      isBehind = false;
      const text = await write().catch(() => {
        isBehind = true;
        return undefined;
      });
      if (isBehind && text === undefined) return retry();
      if (text === undefined || text === field.value) continue;
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
  };
  /* The desk does not answer: what is typed stands in the editor until it does. */
  const retry = () => {
    timer = setTimeout(() => void flush(), 2000);
  };
  const flush = async () => {
    clearTimeout(timer);
    timer = undefined;
    writing ??= writeAll().finally(() => {
      writing = undefined;
    });
    await writing;
  };
  field.form?.addEventListener('submit', (event) => {
    if (!isBehind && !writing) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const { submitter } = event;
    // Where the desk does not answer, asking again at once would keep the browser busy, and send nothing.
    void flush().then(() => {
      if (!isBehind) field.form?.requestSubmit(submitter);
    });
  });
  window.addEventListener('beforeunload', (event) => {
    if (isBehind) event.preventDefault();
  });
  return {
    change: () => {
      isBehind = true;
      timer ??= setTimeout(() => void flush(), soon);
    },
    flush,
  };
}
