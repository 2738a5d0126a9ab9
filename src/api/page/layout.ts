/** The frame of newsmill's own pages, and the policy that keeps anything else out of them. */
import { createHash } from 'node:crypto';
import { type Html, html } from './html.ts';
import { STYLE } from './style.ts';

/** Replaces the part that changes every two seconds, while somebody looks. */
const REFRESH_SCRIPT = `
const main = document.querySelector('main');
const state = document.querySelector('#state');
let failures = 0;
async function refresh() {
  if (document.hidden) return;
  try {
    const answer = await fetch('/overview', { signal: AbortSignal.timeout(5000) });
    if (!answer.ok) throw new Error(answer.statusText);
    main.innerHTML = await answer.text();
    failures = 0;
  } catch {
    failures += 1;
  }
  state.textContent = failures === 0 ? 'running' : 'no answer';
  state.className = failures === 0 ? 'up' : 'down';
}
setInterval(refresh, 2000);
document.addEventListener('visibilitychange', refresh);
`;

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Content-Security-Policy (CSP level 3) of these pages: their own style and script, and nothing from elsewhere. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src ${hash(STYLE)}`,
  `script-src ${hash(REFRESH_SCRIPT)}`,
  "connect-src 'self'",
  'img-src data:',
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const ICON =
  'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 0 32 32%22%3E%3Crect width=%2232%22 height=%2232%22 rx=%227%22 fill=%22%23b4441f%22/%3E%3Cpath d=%22M8 23V9l16 14V9%22 fill=%22none%22 stroke=%22%23fff%22 stroke-width=%223.4%22/%3E%3C/svg%3E';

export interface PageOptions {
  readonly title: string;
  readonly body: Html;
  readonly refreshed?: boolean;
  readonly signedIn?: boolean;
}

export function page({ title, body, refreshed = false, signedIn = false }: PageOptions): string {
  const raw = (text: string): Html => ({ html: text });
  const session = signedIn
    ? html`<form method="post" action="/logout"><button class="link">sign out</button></form>`
    : html`<a href="/login">sign in</a>`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="${raw(ICON)}">
<style>${raw(STYLE)}</style>
</head>
<body>
<header>
<a class="name" href="/">newsmill</a>
${refreshed ? html`<span id="state" class="up" role="status">running</span>` : null}
<nav><a href="/queues">queues</a><a href="/docs">API</a><a href="/metrics">metrics</a><a href="/readyz">health</a>${session}</nav>
</header>
<main>${body}</main>
${refreshed ? html`<script>${raw(REFRESH_SCRIPT)}</script>` : null}
</body>
</html>
`.html;
}
