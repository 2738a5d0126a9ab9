/** A forward proxy on loopback that speaks HTTP CONNECT and SOCKS5 on one port, and notes what it was asked for. */
import { type AddressInfo, connect, createServer, isIP, type Socket } from 'node:net';

export interface TestProxy extends AsyncDisposable {
  readonly port: number;
  /** `address:port` of each connection asked for, in order. */
  readonly asked: readonly string[];
  /** The ports its own connections came from. */
  readonly ports: readonly number[];
  /** Answers CONNECT with this status, and SOCKS5 with a refusal, from now on. */
  refuse(status: number): void;
}

/** @param credentials `user:password` that it wants */
export async function startTestProxy(credentials = ''): Promise<TestProxy> {
  const asked: string[] = [];
  const ports: number[] = [];
  const sockets = new Set<Socket>();
  let refusal = 0;

  const pass = (socket: Socket, host: string, port: number, welcome: string | Buffer): void => {
    asked.push(`${host}:${port}`);
    const upstream = connect(port, host, () => {
      ports.push(upstream.localPort ?? 0);
      socket.write(welcome);
      upstream.pipe(socket).pipe(upstream);
    });
    sockets.add(upstream);
    upstream.on('error', () => socket.destroy());
    socket.on('close', () => upstream.destroy());
  };

  const speakHttp = (socket: Socket, head: string): void => {
    const wanted = credentials === '' ? '' : `Basic ${Buffer.from(credentials).toString('base64')}`;
    const given = /^proxy-authorization: (.*)\r$/im.exec(head)?.[1] ?? '';
    const target = URL.parse(`tcp://${/^CONNECT (\S+) /.exec(head)?.[1] ?? ''}`);
    const status = refusal !== 0 ? refusal : given === wanted ? 200 : 407;
    if (status !== 200 || target === null) socket.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\n\r\n`);
    else
      pass(
        socket,
        target.hostname.replace(/^\[|\]$/g, ''),
        Number(target.port),
        'HTTP/1.1 200 Yes\r\nx-proxy: test\r\n\r\n',
      );
  };

  const speakSocks = (socket: Socket, greeting: Buffer): void => {
    const wantsPassword = credentials !== '';
    const request = (): void => {
      socket.once('data', (bytes: Buffer) => {
        const host = bytes[3] === 1 ? [...bytes.subarray(4, 8)].join('.') : '';
        if (refusal !== 0 || isIP(host) === 0) socket.end(Buffer.from([5, 2, 0, 1, 0, 0, 0, 0, 0, 0]));
        else pass(socket, host, bytes.readUInt16BE(8), Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]));
      });
    };
    if (!wantsPassword) {
      request();
      socket.write(Buffer.from([5, 0]));
    } else if (!greeting.subarray(2).includes(2)) socket.end(Buffer.from([5, 0xff]));
    else {
      socket.once('data', (bytes: Buffer) => {
        const length = bytes[1] ?? 0;
        const given = `${bytes.toString('utf8', 2, 2 + length)}:${bytes.toString('utf8', 3 + length)}`;
        if (given === credentials) request();
        socket.write(Buffer.from([1, given === credentials ? 0 : 1]));
      });
      socket.write(Buffer.from([5, 2]));
    }
  };

  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', (bytes: Buffer) => {
      if (bytes[0] === 5) speakSocks(socket, bytes);
      else speakHttp(socket, bytes.toString('latin1'));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    ports,
    refuse: (status) => {
      refusal = status;
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
