/**
 * Answers a page's consent dialog with “no”, by the rules of @duckduckgo/autoconsent. All of it runs in
 * the page: nothing that the page says reaches this process but that an answer was given.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { z } from 'zod';

/** Longest wait for a dialog to be found and answered. */
const MOST_MS = 5000;
/** Documents of one page that are looked at: dialogs often stand in frames. */
const MOST_FRAMES = 8;

/** Something that may be a dialog; without it the rules are not even tried. */
const SIGNS = [
  'cookie',
  'consent',
  'gdpr',
  'privacy',
  'cmp',
  'onetrust',
  'didomi',
  'usercentrics',
  'truste',
  'sp_message',
]
  .flatMap((word) => [`[id*="${word}" i]`, `[class*="${word}" i]`])
  .join(',');

let script: Promise<string> | undefined;

/** The package's content script with its rules, and what stands in for the extension it is part of. */
async function readScript(): Promise<string> {
  const rulesUrl = import.meta.resolve('@duckduckgo/autoconsent/rules/compact-rules.json');
  const [rules, bundle] = await Promise.all([
    readFile(fileURLToPath(rulesUrl), 'utf8'),
    readFile(fileURLToPath(new URL('../dist/autoconsent.playwright.js', rulesUrl)), 'utf8'),
  ]);
  const config = {
    enabled: true,
    autoAction: 'optOut',
    disabledCmps: [],
    enablePrehide: false,
    enableCosmeticRules: false,
    detectRetries: 4,
  };
  return `new Promise((resolve) => {
    setTimeout(() => resolve(null), ${MOST_MS});
    const answer = (message) => setTimeout(() => window.autoconsentReceiveMessage(message), 0);
    window.autoconsentSendMessage = async (message) => {
      if (message.type === 'init') answer({ type: 'initResp', config: ${JSON.stringify(config)}, rules: { compact: ${rules} } });
      else if (message.type === 'eval') {
        let result = false;
        try { result = await (0, eval)(message.code); } catch {}
        answer({ type: 'evalResp', id: message.id, result });
      }
      else if (message.type === 'autoconsentDone') resolve(String(message.cmp));
      else if (message.type === 'optOutResult' && !message.result) resolve(null);
      else if (message.type === 'report' && message.state?.lifecycle === 'nothingDetected') resolve(null);
    };
    ${bundle}
  })`;
}

/**
 * Looks for a consent dialog in the page and its frames, and rejects what it asks for. Pages without any
 * sign of one are left alone at once.
 *
 * @returns the name of the rule that answered one; null without
 */
export async function rejectConsent(page: Page): Promise<string | null> {
  const frames = page.frames().slice(0, MOST_FRAMES);
  const answers = frames.map(async (frame) => {
    const isLikely = await frame.evaluate((signs) => document.querySelector(signs) !== null, SIGNS);
    if (!isLikely) return null;
    script ??= readScript();
    return z
      .string()
      .max(200)
      .nullable()
      .parse(await frame.evaluate(await script));
  });
  // A frame that leaves, or whose answer makes the page load anew, has nothing more to say.
  const settled = await Promise.all(answers.map((answer) => answer.catch(() => null)));
  return settled.find((name) => name !== null) ?? null;
}
