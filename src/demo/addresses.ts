/** Where the demo newspapers are, for processes that do not serve them themselves. */
import { COURIER, GAZETTE } from './paper.ts';
import { portOfDemo } from './state.ts';

/** What `fetch.allowAddresses` needs for the papers of this state file; empty where they were never opened. */
export function demoAddressesOf(stateFile: string): string[] {
  const port = portOfDemo(stateFile);
  return port === null ? [] : [COURIER, GAZETTE].map((site) => `${site.host}:${port}`);
}
