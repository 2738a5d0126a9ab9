/** A process that holds a browser in the middle of a page, to be killed: prints a line once the page is asked for. */
import { Config } from '../../src/config/schema.ts';
import { createAddressGuard } from '../../src/fetch/address-guard.ts';
import { createBrowser } from '../../src/fetch/browser/browser.ts';
import { noSandbox } from './chromium.ts';

const { render } = Config.parse({ render: { noSandbox, timeoutMs: 120_000 } });
const browser = createBrowser({
  config: render,
  guard: createAddressGuard(['127.0.0.1']),
  userAgent: 'newsmill-test/1',
  maxBytes: 1_000_000,
});
const [good, never] = process.argv.slice(2);
if (good === undefined || never === undefined) throw new Error('Two addresses are needed');
await browser.load(good);
const loading = browser.load(never);
process.stdout.write(`${JSON.stringify(await browser.processes())}\n`);
await loading;
