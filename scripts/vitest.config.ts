/// <reference types="vitest/config" />
import { getViteConfig } from 'astro/config';

// Astro's own Vite set-up, so that tests render the same components as the build.
export default getViteConfig({
  test: {
    dir: '.',
    include: ['{emails,scripts,src}/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
