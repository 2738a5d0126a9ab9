/** What a page may not do in the browser, and what ends a browser. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Config } from '../../../src/config/schema.ts';
import { createAddressGuard } from '../../../src/fetch/address-guard.ts';
import { type Browser, createBrowser } from '../../../src/fetch/browser/browser.ts';
import { type FakeWeb, startFakeWeb } from '../../fakeweb/server.ts';
import { haveChromium, noSandbox } from '../../support/chromium.ts';
import { eventually } from '../../support/cli.ts';

const present = await haveChromium();

function open(settings: object = {}): Browser {
  const { render } = Config.parse({ render: { noSandbox, ...settings } });
  return createBrowser({
    config: render,
    // Names lead to the test's own server.
    guard: createAddressGuard(['127.0.0.1'], { resolve: async () => ['127.0.0.1'] }),
    userAgent: 'newsmill-test/1',
    maxBytes: 1_000_000,
  });
}

const pageOf = (script: string, body = ''): string =>
  `<!doctype html><html lang="en"><head><title>The Harbour Light</title></head><body>${body}<div id="app"></div><script>${script}</script></body></html>`;
const SAY = `const say = (text) => { document.getElementById('app').innerHTML += '<p>' + text + '</p>'; };`;

// A developer's machine may have no browser; CI always has one (see haveChromium).
describe.skipIf(!present)('a page in the browser', () => {
  let web: FakeWeb;
  let browser: Browser;
  beforeAll(async () => {
    web = await startFakeWeb();
    browser = open();
  });
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await web[Symbol.asyncDispose]();
  });
  const textOf = async (path: string): Promise<string> =>
    Buffer.from((await browser.load(`${web.base}${path}`)).bytes).toString('utf8');

  it('gets no dialog answered, and no service worker', async () => {
    web.routes.set('/worker.js', { headers: { 'content-type': 'text/javascript' }, body: '' });
    web.page(
      '/dialogs',
      pageOf(`${SAY}
        alert('Stop'); say('confirm ' + confirm('Go on?')); say('prompt ' + prompt('Name?'));
        const workers = navigator.serviceWorker;
        if (workers === undefined) say('worker none');
        else workers.register('/worker.js').then(() => say('worker registered'), () => say('worker refused'));`),
    );
    const text = await textOf('/dialogs');
    expect(text).toContain('confirm false');
    expect(text).toContain('prompt null');
    expect(web.log.filter((line) => line.path === '/worker.js')).toEqual([]);
  });

  it('loads styles and scripts, but no picture, font, film, tracker nor window beside it', async () => {
    const style = (body: string) => ({ headers: { 'content-type': 'text/css' }, body });
    web.routes.set(
      '/style.css',
      style(`@font-face { font-family: quay; src: url(/font.woff2) } p { font-family: quay }`),
    );
    web.routes.set('/script.js', {
      headers: { 'content-type': 'text/javascript' },
      body: `${SAY} say('Styled: ' + document.styleSheets.length); window.open('/popup');
        navigator.sendBeacon('/beacon'); new Image().src = '/pixel.gif';`,
    });
    web.page(
      '/heavy',
      `<!doctype html><html><head><title>Heavy</title><link rel="stylesheet" href="/style.css"></head><body><p>Text</p>
        <img src="/photo.jpg"><video src="/film.mp4" autoplay></video><div id="app"></div><script src="/script.js"></script>
        <script src="http://www.google-analytics.com:${web.port}/track.js"></script></body></html>`,
    );
    web.log.length = 0;
    expect(await textOf('/heavy')).toContain('Styled: 1');
    expect(web.paths().sort()).toEqual(['/heavy', '/script.js', '/style.css']);
  });

  it('downloads nothing', async () => {
    web.routes.set('/report.zip', {
      headers: { 'content-type': 'application/zip', 'content-disposition': 'attachment' },
      body: 'PK',
    });
    web.page(
      '/leads-to-file',
      pageOf(`${SAY} say('Read me'); setTimeout(() => { location.href = '/report.zip'; }, 20);`),
    );
    expect(await textOf('/leads-to-file')).toContain('Read me');
    await expect(browser.load(`${web.base}/report.zip`)).rejects.toMatchObject({ code: 'unsupported_type' });
  });

  it('is scrolled through for text that waits to be seen, but not without end', async () => {
    web.page(
      '/lazy',
      pageOf(
        `${SAY} let n = 0;
        new IntersectionObserver((seen) => { if (seen.some((s) => s.isIntersecting)) say('<b>Seen at last</b>'); })
          .observe(document.getElementById('end'));`,
        '<div style="height: 3000px">Top</div><p id="end">End</p>',
      ),
    );
    web.page(
      '/endless',
      pageOf(`let n = 0;
        const more = () => { const p = document.createElement('p'); p.style.height = '2000px'; p.textContent = 'Part ' + (n += 1); document.body.append(p); };
        more(); addEventListener('scroll', more);`),
    );
    expect(await textOf('/lazy')).toContain('Seen at last');
    const parts = (await textOf('/endless')).match(/Part \d+/g) ?? [];
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.length).toBeLessThan(15);
  });

  it('rejects what a consent dialog asks for, unless it is to be left', async () => {
    // The element that a widespread plug-in for consent puts into pages, with words of our own.
    const dialog =
      '<div id="cmplz-cookiebanner-container"><div class="cmplz-cookiebanner"><p>May we count your visits to the quay?</p>' +
      '<button class="cmplz-accept">Yes</button><button class="cmplz-deny">No</button></div></div>';
    web.page(
      '/consent',
      pageOf(
        `${SAY} const answer = (name) => { document.getElementById('cmplz-cookiebanner-container').remove(); say('answered ' + name); };
        document.querySelector('.cmplz-accept').onclick = () => answer('yes');
        document.querySelector('.cmplz-deny').onclick = () => answer('no');`,
        dialog,
      ),
    );
    const answered = await textOf('/consent');
    expect(answered).toContain('<p>answered no</p>');
    expect(answered).not.toContain('May we count');
    await using leaving = open({ consent: 'leave' });
    const left = Buffer.from((await leaving.load(`${web.base}/consent`)).bytes).toString('utf8');
    expect(left).toContain('May we count');
    expect(left).not.toContain('<p>answered');
  });
});

describe.skipIf(!present)('a browser', () => {
  it('that holds too much memory is replaced', async () => {
    await using web = await startFakeWeb();
    web.page('/good', pageOf('', 'Good'));
    // Less than any Chromium needs, so that the first look finds it too large.
    await using browser = open({ maxMemoryMb: 32 });
    await browser.load(`${web.base}/good`);
    expect(await browser.processes()).toEqual([]);
    expect((await browser.load(`${web.base}/good`)).status).toBe(200);
  });

  it('ends with its process, however that ends', async () => {
    await using web = await startFakeWeb();
    web.page('/good', pageOf('', 'Good'));
    web.page('/never', pageOf('for (;;) {}'));
    const script = fileURLToPath(new URL('../../support/browser-child.ts', import.meta.url));
    const child = spawn(process.execPath, [script, `${web.base}/good`, `${web.base}/never`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = await once(createInterface({ input: child.stdout }), 'line');
    const pids = z
      .array(z.int())
      .min(1)
      .parse(JSON.parse(String(line)));
    expect(pids.filter(isAlive)).not.toEqual([]);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await eventually('the end of its Chromium', () => pids.filter(isAlive).length === 0);
  });
});

/** A process that ended but that nobody has asked after holds nothing any more. */
function isAlive(pid: number): boolean {
  try {
    return !execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).startsWith('Z');
  } catch {
    return false; // ps found none
  }
}
