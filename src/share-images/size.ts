/** The size that Open Graph readers show whole, in pixels. */
export const shareImageSize = { width: 1200, height: 630 } as const;
