/** Brings out text that a page adds only where somebody looks. */
import type { Page } from 'playwright';

const MOST_SCREENS = 10;
const PAUSE_MS = 100;
const MOST_MS = 3000;

/**
 * Goes down the page a screen at a time, ten at most and three seconds at most, and waits while it grows.
 * A page that fits the screen is left alone at once.
 */
export async function scrollThrough(page: Page): Promise<void> {
  await page.evaluate(
    async ({ screens, pauseMs, mostMs }) => {
      const root = document.scrollingElement ?? document.documentElement;
      const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, pauseMs));
      const end = Date.now() + mostMs;
      for (let i = 0; i < screens && Date.now() < end; i += 1) {
        if (root.scrollTop + window.innerHeight >= root.scrollHeight - 1) {
          if (i === 0) return;
          const height = root.scrollHeight;
          await pause();
          if (root.scrollHeight === height) return;
        }
        window.scrollBy(0, window.innerHeight);
        await pause();
      }
    },
    { screens: MOST_SCREENS, pauseMs: PAUSE_MS, mostMs: MOST_MS },
  );
}
