/// <reference types="vitest/config" />
import { getViteConfig } from 'astro/config';

// Astro's own Vite set-up, so that tests render the same components as the build.
export default getViteConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{emails,scripts,src}/**/*.test.ts'],
          exclude: ['**/*.browser.test.ts', 'node_modules'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['{emails,scripts,src}/**/*.browser.test.ts'],
          globalSetup: 'src/testing/built-site.ts',
        },
      },
    ],
  },
});
