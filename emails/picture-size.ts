/** The width of the column that words and pictures stand in: that of the body without its padding. */
const columnWidth = 592;

/**
 * The size at which a bulletin shows a picture, in whole pixels: its own, or as wide as the column.
 * Outlook goes by these numbers alone, and every program keeps the space free before it has loaded.
 */
export function pictureSize({ width, height }: { width: number; height: number }) {
  const shown = Math.min(width, columnWidth);
  return { width: shown, height: Math.max(1, Math.round((height * shown) / width)) };
}
