/** A DNS server on loopback (RFC 1035) that answers A questions as a test wants, and differently each time. */
import { createSocket } from 'node:dgram';
import { Resolver } from 'node:dns/promises';

export interface DnsServer extends AsyncDisposable {
  /** Names asked for, in order. */
  readonly asked: readonly string[];
  /** Resolves IPv4 addresses by asking this server and no other. */
  resolve(hostname: string): Promise<string[]>;
}

const NAME_ERROR = 3;

/** @param answers IPv4 addresses for each question about a name, the last one from then on; none: the name does not exist */
export async function startDnsServer(
  answers: Readonly<Record<string, readonly (readonly string[])[]>>,
): Promise<DnsServer> {
  const asked: string[] = [];
  const socket = createSocket('udp4');
  socket.on('message', (message, from) => {
    const { name, end } = readName(message);
    const turn = asked.filter((other) => other === name).length;
    asked.push(name);
    const turns = answers[name] ?? [];
    socket.send(
      response(message.subarray(0, end + 4), turns[Math.min(turn, turns.length - 1)] ?? null),
      from.port,
      from.address,
    );
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  const resolver = new Resolver({ timeout: 500, tries: 1 });
  resolver.setServers([`127.0.0.1:${socket.address().port}`]);

  return {
    asked,
    resolve: (hostname) => resolver.resolve4(hostname),
    async [Symbol.asyncDispose]() {
      resolver.cancel();
      await new Promise<void>((resolve) => socket.close(resolve));
    },
  };
}

function readName(message: Buffer): { name: string; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = message[at] ?? 0; length > 0; length = message[at] ?? 0) {
    labels.push(message.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.').toLowerCase(), end: at + 1 };
}

function response(question: Buffer, addresses: readonly string[] | null): Buffer {
  const header = Buffer.alloc(12);
  question.copy(header, 0, 0, 2);
  header.writeUInt16BE(0x8180 | (addresses === null ? NAME_ERROR : 0), 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(addresses?.length ?? 0, 6);
  const records = (addresses ?? []).map((address) => {
    const record = Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0]);
    for (const [index, part] of address.split('.').entries()) record[12 + index] = Number(part);
    return record;
  });
  return Buffer.concat([header, question.subarray(12), ...records]);
}
