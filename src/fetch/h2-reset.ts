/**
 * Tells a body that was broken off by RST_STREAM (RFC 9113 §6.4), whatever its code, from a complete one. Node ends the
 * stream of either in the same way, and undici 8.12 takes both for complete, so a page without a Content-Length could
 * be stored half. NO_ERROR is a fair end only after a complete response (§8.1).
 */
import { subscribe } from 'node:diagnostics_channel';
import type { ClientHttp2Stream } from 'node:http2';

let ending: ClientHttp2Stream | null = null;
/** Streams that were closed before their last piece had END_STREAM. */
const brokenOff = new WeakSet<ClientHttp2Stream>();

// Node's documented channel hands out each stream before undici listens to it, so this listener comes first.
subscribe('http2.client.stream.created', (message) => {
  const { stream } = message as { readonly stream: ClientHttp2Stream };
  noteHowItEnds(stream);
  stream.prependListener('end', () => {
    ending = stream;
    queueMicrotask(() => {
      ending = null;
    });
  });
});

/**
 * Node pushes the end of a body when END_STREAM arrives, or, where none came, when the stream has been closed. Looked at
 * then and not at the event `end`, which comes later where the reader made a pause.
 */
function noteHowItEnds(stream: ClientHttp2Stream): void {
  const push = stream.push.bind(stream);
  let isOver = false;
  stream.push = (chunk: unknown, encoding?: BufferEncoding): boolean => {
    if (chunk === null && !isOver) {
      isOver = true;
      if (stream.closed) brokenOff.add(stream);
    }
    return push(chunk, encoding);
  };
}

/** Whether the HTTP/2 stream whose end is being handled right now was reset. False outside of such an end. */
export function endedByReset(): boolean {
  return ending !== null && ((ending.rstCode ?? 0) !== 0 || brokenOff.has(ending));
}
