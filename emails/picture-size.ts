/** The width of the column that words and pictures stand in: that of the body without its padding. */
export const columnWidth = 592;

/**
 * The size at which a bulletin shows a picture, in whole pixels: its own, or as wide as there is room.
 * Outlook goes by these numbers alone, and every program keeps the space free before it has loaded.
 */
export function pictureSize(
  { width, height }: { width: number; height: number },
  room = columnWidth,
) {
  const shown = Math.min(width, room);
  return { width: shown, height: Math.max(1, Math.round((height * shown) / width)) };
}
