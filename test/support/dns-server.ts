/** A DNS server on loopback (RFC 1035) that answers questions for addresses as a test wants, and differently each time. */
import { createSocket } from 'node:dgram';
import { Resolver } from 'node:dns/promises';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

export interface DnsServer extends AsyncDisposable {
  /** Names asked for, in order; a question for IPv6 addresses is not counted. */
  readonly asked: readonly string[];
  /** `address:port`, for `fetch.nameServers`. */
  readonly server: string;
  /** Resolves IPv4 addresses by asking this server and no other. */
  resolve(hostname: string): Promise<string[]>;
}

const NAME_ERROR = 3;
const TYPE_A = 1;
const TYPE_AAAA = 28;

/**
 * @param answers addresses for each question about a name, the last ones from then on; none: the name does not exist;
 *   `silent`: no answer at all
 * @param options.ttl     seconds that the answers are good for
 * @param options.silentAboutIPv6 questions for IPv6 addresses are never answered
 */
export async function startDnsServer(
  answers: Readonly<Record<string, readonly (readonly string[])[] | 'silent'>>,
  options: { readonly ttl?: number; readonly silentAboutIPv6?: boolean } = {},
): Promise<DnsServer> {
  const asked: string[] = [];
  const socket = createSocket('udp4');
  socket.on('message', (message, from) => {
    const { name, end } = readName(message);
    const type = message.readUInt16BE(end);
    const turn = asked.filter((other) => other === name).length;
    if (type === TYPE_A) asked.push(name);
    const turns = answers[name] ?? [];
    if (turns === 'silent' || (type === TYPE_AAAA && options.silentAboutIPv6 === true)) return;
    const addresses = turns[Math.min(turn, turns.length - 1)] ?? null;
    const wanted = addresses?.filter((address) => isIP(address) === (type === TYPE_AAAA ? 6 : 4)) ?? null;
    socket.send(
      response(message.subarray(0, end + 4), type, wanted, options.ttl ?? 0),
      from.port,
      from.address,
    );
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  const server = `127.0.0.1:${socket.address().port}`;
  const resolver = new Resolver({ timeout: 500, tries: 1 });
  resolver.setServers([server]);

  return {
    asked,
    server,
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

function response(question: Buffer, type: number, addresses: readonly string[] | null, ttl: number): Buffer {
  const header = Buffer.alloc(12);
  question.copy(header, 0, 0, 2);
  header.writeUInt16BE(0x8180 | (addresses === null ? NAME_ERROR : 0), 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(addresses?.length ?? 0, 6);
  const records = (addresses ?? []).map((address) => {
    const bytes = ipaddr.parse(address).toByteArray();
    // A pointer to the question's name, type, class IN, time to live, length (RFC 1035 §4.1.3).
    const fields = Buffer.alloc(12);
    fields.writeUInt16BE(0xc00c, 0);
    fields.writeUInt16BE(type, 2);
    fields.writeUInt16BE(1, 4);
    fields.writeUInt32BE(ttl, 6);
    fields.writeUInt16BE(bytes.length, 10);
    return Buffer.concat([fields, Buffer.from(bytes)]);
  });
  return Buffer.concat([header, question.subarray(12), ...records]);
}
