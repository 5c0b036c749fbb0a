/** error: must be mended before sending; warning: mend or acknowledge; advice: consider. */
export type Severity = 'error' | 'warning' | 'advice';
