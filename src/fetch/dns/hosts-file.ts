/** The operating system's hosts file, which c-ares' queries pass by. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import ipaddr from 'ipaddr.js';

/** How long a look at the file is good for, in milliseconds. */
const LOOK_MS = 5_000;

/** Largest file that is read, in bytes; block lists of a hundred thousand names fit. */
const MAX_BYTES = 16_777_216;

const HOSTS_PATH =
  process.platform === 'win32'
    ? join(process.env.SystemRoot ?? 'C:\\Windows', 'System32', 'drivers', 'etc', 'hosts')
    : '/etc/hosts';

/** Addresses the file gives a name; none where it does not know it. */
export interface HostsFile {
  addressesOf(hostname: string): readonly string[];
}

/** The file as it is now: it is read again when it changed. A file that cannot be read holds nothing. */
export function openHostsFile(path: string = HOSTS_PATH): HostsFile {
  let names: ReadonlyMap<string, readonly string[]> = new Map();
  let version = '';
  let lookedAt = Number.NEGATIVE_INFINITY;
  const refresh = (): void => {
    const now = performance.now();
    if (now - lookedAt < LOOK_MS) return;
    lookedAt = now;
    const found = statSync(path, { throwIfNoEntry: false });
    const next = found === undefined ? '' : `${found.mtimeMs} ${found.size} ${found.ino}`;
    if (next === version) return;
    version = next;
    names = found === undefined || found.size > MAX_BYTES ? new Map() : readNames(path);
  };
  return {
    addressesOf(hostname) {
      refresh();
      return names.get(hostname.toLowerCase().replace(/\.$/, '')) ?? [];
    },
  };
}

function readNames(path: string): ReadonlyMap<string, readonly string[]> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    // Not ours to read: then it says nothing, as for the system's own resolver.
    return new Map();
  }
  return parseHosts(text);
}

/** Lines of `address name name…` (hosts(5)); `#` begins a comment, and what is no such line is passed over. */
export function parseHosts(text: string): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const line of text.split('\n')) {
    const [address = '', ...aliases] = line.replace(/#.*/s, '').trim().split(/\s+/);
    // A zone index (fe80::1%lo0) names an interface of this machine; no such address is ever let through.
    const plain = address.replace(/%.*$/, '');
    if (!ipaddr.IPv4.isValidFourPartDecimal(plain) && !ipaddr.IPv6.isValid(plain)) continue;
    for (const alias of aliases) {
      const key = alias.toLowerCase().replace(/\.$/, '');
      const known = names.get(key);
      if (known === undefined) names.set(key, [plain]);
      else if (!known.includes(plain)) known.push(plain);
    }
  }
  return names;
}
