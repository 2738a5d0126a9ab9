/**
 * Redirects of a page that lead to another site: a browser would follow them past that host's slot and robots.txt, so
 * they are stopped before anything is asked of it, and handed to whoever asked for the page.
 */
import type { BrowserContext, CDPSession, Page } from 'playwright';
import { getDomain } from 'tldts';
import { flatHeaders, readHeaders } from '../response.ts';

/** A redirect that was not followed. */
export interface Leaving {
  /** What answered with it. */
  readonly url: URL;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

export interface LeavingWatch {
  /** The redirect that ended the page before it was there; null where none did. */
  found(): Leaving | null;
  /** Settles when a script's way to another site was cut off: where it was still being parsed, its document ends there. */
  readonly cutOff: Promise<void>;
}

const STAGES = ['Request', 'Response'] as const;

/**
 * Watches the documents of a page that is about to be asked for `url`. Redirects within a site (a registrable domain)
 * are the browser's: consent and log-in hosts send visitors back with cookies that only one context has. Where scripts
 * of a loaded page lead to another site, that is not loaded, and the page stays as it is.
 */
export async function watchLeaving(context: BrowserContext, page: Page, url: string): Promise<LeavingWatch> {
  const site = siteOf(url);
  let found: Leaving | null = null;
  const { promise: cutOff, resolve: isCutOff } = Promise.withResolvers<void>();
  const session = await context.newCDPSession(page);
  const main = (await session.send('Page.getFrameTree')).frameTree.frame.id;
  // A redirect is paused as a response, before its target is a request (DevTools Protocol, domain Fetch).
  session.on(
    'Fetch.requestPaused',
    ({ requestId, frameId, request, responseStatusCode, responseHeaders }) => {
      const asked = URL.parse(request.url);
      if (frameId !== main || asked === null) return void answer(session, requestId, false);
      if (responseStatusCode === undefined) {
        const isCut = siteOf(asked.href) !== site;
        return void answer(session, requestId, isCut).then(() => isCut && isCutOff());
      }
      const headers = flatHeaders(
        Object.fromEntries((responseHeaders ?? []).map(({ name, value }) => [name, value])),
      );
      const { location } = readHeaders(asked, responseStatusCode, headers, new Date());
      const leaves = location !== null && siteOf(location) !== site;
      if (leaves) found ??= { url: asked, status: responseStatusCode, headers };
      void answer(session, requestId, leaves);
    },
  );
  const patterns = STAGES.map((requestStage) => ({ resourceType: 'Document', requestStage }) as const);
  await session.send('Fetch.enable', { patterns });
  return { found: () => found, cutOff };
}

/** A page that has ended meanwhile needs no answer. */
async function answer(session: CDPSession, requestId: string, leaves: boolean): Promise<void> {
  const answered = leaves
    ? session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
    : session.send('Fetch.continueRequest', { requestId });
  await answered.catch(() => undefined);
}

/** The registrable domain of an address, or its host where it has none. */
function siteOf(url: string): string {
  return getDomain(url) ?? URL.parse(url)?.hostname ?? '';
}
