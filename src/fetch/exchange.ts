/** One request and its response on a dispatcher, with every limit of time and size. */
import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import { type FailureCode, NewsmillError } from '../errors.ts';
import { BodyBudget } from './body-budget.ts';
import { ByteCollector } from './byte-collector.ts';
import { largeBodyPassed } from './collect-garbage.ts';
import { BodyDecoder, type ContentCoding, parseContentCodings } from './content-coding.ts';
import { endedByReset } from './h2-reset.ts';
import { networkFailure } from './network-failure.ts';
import { type FetchResponse, flatHeaders, readHeaders } from './response.ts';

/** Limits of one request; times in milliseconds. */
export interface ExchangeLimits {
  readonly headersTimeoutMs: number;
  readonly bodyTimeoutMs: number;
  readonly totalTimeoutMs: number;
  /** Largest body of a success, as received and as decoded. */
  readonly maxBytes: number;
}

/** What is asked for. */
export interface ExchangeRequest {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal | undefined;
  /** A body over the limit is cut, not refused. */
  readonly cut: boolean;
}

/** How much of a body is not counted, in bytes; nearly every page is smaller. */
const SMALL_BODY = 262_144;

/** What all bodies of this process may hold together beyond that, in bytes. */
const LARGE_BODIES = new BodyBudget(4_194_304);

/** Codings whose decoder keeps a window of the text as long as the text itself, up to 16 and 8 MiB. */
const WIDE_WINDOWS: ReadonlySet<ContentCoding> = new Set(['br', 'zstd']);

/** How much of the body of an error or a redirect is kept; it only helps to tell what kind it is. */
const MAX_UNUSED_BODY = 262_144;

/**
 * Sends one GET and gathers the answer.
 *
 * @throws NewsmillError network-level failures, and what went wrong with the body of a success
 * @throws the signal's reason, where the caller ended it
 */
export function exchange(
  dispatcher: Dispatcher,
  request: ExchangeRequest,
  limits: ExchangeLimits,
): Promise<FetchResponse> {
  return new Promise((resolve, reject) => {
    const running = new Exchange(request, limits, resolve, reject);
    try {
      dispatcher.dispatch(
        {
          origin: request.url.origin,
          path: request.url.pathname + request.url.search,
          method: 'GET',
          headers: request.headers,
        },
        running,
      );
    } catch (error) {
      running.fail(networkFailure(error, request.url.href, false));
    }
  });
}

/** Where the request is; a timeout's code follows from it. */
type Phase = 'connecting' | 'waiting' | 'reading' | 'over';

class Exchange implements Dispatcher.DispatchHandler {
  readonly #request: ExchangeRequest;
  readonly #limits: ExchangeLimits;
  readonly #resolve: (response: FetchResponse) => void;
  readonly #reject: (reason: unknown) => void;
  readonly #startedAt = new Date();
  readonly #startedMs = performance.now();
  readonly #totalTimer: NodeJS.Timeout;
  readonly #onAbort = (): void => this.fail(this.#request.signal?.reason);
  #phaseTimer: NodeJS.Timeout | null = null;
  #phase: Phase = 'connecting';
  #controller: Dispatcher.DispatchController | null = null;
  #status = 0;
  #headers: Record<string, string> = {};
  readonly #body = new ByteCollector();
  #decoder: BodyDecoder | null = null;
  #maxBytes: number;
  #received = 0;
  /** How much memory a byte of the body stands for. */
  #weight = 1;
  readonly #share = LARGE_BODIES.share(() => this.#goOn());

  constructor(
    request: ExchangeRequest,
    limits: ExchangeLimits,
    resolve: (response: FetchResponse) => void,
    reject: (reason: unknown) => void,
  ) {
    this.#request = request;
    this.#limits = limits;
    this.#maxBytes = limits.maxBytes;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#totalTimer = setTimeout(
      () => this.#timedOut('in all', limits.totalTimeoutMs),
      limits.totalTimeoutMs,
    );
    if (request.signal?.aborted === true) this.#onAbort();
    else request.signal?.addEventListener('abort', this.#onAbort, { once: true });
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.#phase === 'over') {
      controller.abort(new Error('ended before it was sent'));
      return;
    }
    this.#controller = controller;
    this.#phase = 'waiting';
    const limit = this.#limits.headersTimeoutMs;
    this.#phaseTimer = setTimeout(() => this.#timedOut('until the headers were complete', limit), limit);
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: IncomingHttpHeaders,
  ): void {
    if (this.#phase === 'over') return;
    this.#status = status;
    this.#headers = flatHeaders(headers);
    this.#phase = 'reading';
    clearTimeout(this.#phaseTimer ?? undefined);
    const limit = this.#limits.bodyTimeoutMs;
    this.#phaseTimer = setTimeout(() => this.#timedOut('between two pieces of the body', limit), limit);
    if (!this.#isUsed()) this.#maxBytes = Math.min(this.#maxBytes, MAX_UNUSED_BODY);
    this.#expectBody();
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#phase !== 'reading') return;
    this.#phaseTimer?.refresh();
    const room = this.#maxBytes - this.#received;
    this.#received += chunk.length;
    if (this.#decoder !== null && this.#received > SMALL_BODY) largeBodyPassed(chunk.length);
    // What still fits is taken, so that a body that is cut is cut at the limit.
    const fitting = chunk.length > room ? chunk.subarray(0, Math.max(room, 0)) : chunk;
    if (this.#decoder === null) {
      if (!this.#take(fitting)) controller.pause();
    } else if (!this.#decoder.write(fitting)) controller.pause();
    if (fitting === chunk) return;
    if (this.#decoder !== null && this.#request.cut) {
      // What was received is still being decoded; its cut end is no damage.
      controller.pause();
      this.#decoder.end();
    } else {
      this.#tooLarge(`over ${this.#maxBytes} bytes as received`);
    }
  }

  onResponseEnd(): void {
    if (this.#phase !== 'reading') return;
    if (endedByReset()) {
      const detail = `The host broke off the body of ${this.#request.url.href}`;
      this.#bodyFailed(new NewsmillError('connection_lost', detail));
    } else if (this.#decoder === null) this.#succeed(false);
    else this.#decoder.end();
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.fail(networkFailure(error, this.#request.url.href, this.#phase !== 'connecting'));
  }

  /** Ends the exchange; does nothing where it has ended. */
  fail(reason: unknown): void {
    if (this.#phase === 'over') return;
    this.#end();
    this.#body.clear();
    this.#controller?.abort(reason instanceof Error ? reason : new Error(String(reason)));
    this.#reject(reason);
  }

  /** A success's body is what the request was for; that of anything else is only kept as evidence. */
  #isUsed(): boolean {
    return this.#status >= 200 && this.#status < 300;
  }

  #expectBody(): void {
    let codings: ReturnType<typeof parseContentCodings>;
    try {
      codings = parseContentCodings(this.#headers['content-encoding']);
    } catch (error) {
      this.#bodyFailed(error as NewsmillError);
      return;
    }
    const length = Number(this.#headers['content-length'] ?? Number.NaN);
    if (length > this.#maxBytes && this.#isUsed() && !this.#request.cut) {
      this.#tooLarge(`${length} bytes long by its Content-Length, over ${this.#maxBytes}`);
      return;
    }
    if (codings.length > 0) {
      if (codings.some((coding) => WIDE_WINDOWS.has(coding))) this.#weight = 2;
      this.#decoder = new BodyDecoder(codings, this.#maxBytes, {
        onData: (chunk) => this.#take(chunk),
        onDrain: () => this.#controller?.resume(),
        onEnd: () => this.#succeed(false),
        onError: (error) => this.#bodyFailed(error),
      });
    }
  }

  /** Keeps a piece of the body. @returns false where there is no room for more until `#goOn` */
  #take(chunk: Uint8Array): boolean {
    if (this.#phase !== 'reading') return true;
    this.#body.push(chunk);
    const large = this.#body.length - SMALL_BODY;
    if (large > 0) largeBodyPassed(chunk.length);
    if (large <= 0 || this.#share.growTo(large * this.#weight)) return true;
    // A pause of ours is not the host's.
    clearTimeout(this.#phaseTimer ?? undefined);
    return false;
  }

  #goOn(): void {
    if (this.#phase !== 'reading') return;
    this.#phaseTimer?.refresh();
    if (this.#decoder === null) this.#controller?.resume();
    else this.#decoder.resume();
  }

  #tooLarge(how: string): void {
    this.#bodyFailed(new NewsmillError('too_large', `The body of ${this.#request.url.href} is ${how}`));
  }

  #bodyFailed(error: NewsmillError): void {
    const isCut = this.#request.cut && (error.code === 'too_large' || this.#received > this.#maxBytes);
    if (this.#isUsed() && !isCut) this.fail(error);
    else this.#succeed(true);
  }

  #timedOut(what: string, limit: number): void {
    const codes: Record<Phase, FailureCode> = {
      connecting: 'connect_timeout',
      waiting: 'headers_timeout',
      reading: 'body_timeout',
      over: 'internal',
    };
    this.fail(
      new NewsmillError(codes[this.#phase], `${this.#request.url.href} took over ${limit} ms ${what}`),
    );
  }

  #succeed(truncated: boolean): void {
    if (this.#phase === 'over') return;
    this.#end();
    // Only a cut body has more to come; a complete one leaves the connection for the next request.
    if (truncated) this.#controller?.abort(new Error('the rest of the body is not needed'));
    const { url } = this.#request;
    this.#resolve({
      url: url.href,
      status: this.#status,
      headers: this.#headers,
      bytes: this.#body.finish(),
      truncated,
      ...readHeaders(url, this.#status, this.#headers, new Date()),
      startedAt: this.#startedAt,
      durationMs: Math.round(performance.now() - this.#startedMs),
      bytesReceived: this.#received,
    });
  }

  #end(): void {
    this.#phase = 'over';
    clearTimeout(this.#totalTimer);
    clearTimeout(this.#phaseTimer ?? undefined);
    this.#request.signal?.removeEventListener('abort', this.#onAbort);
    this.#decoder?.destroy();
    this.#share.release();
  }
}
