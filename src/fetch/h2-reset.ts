/**
 * Tells a body that was broken off by RST_STREAM with the code CANCEL (RFC 9113 §7) from a complete one. Node ends the
 * stream of either in the same way, and undici 8.12 takes both for complete, so a page without a Content-Length could
 * be stored half.
 */
import { subscribe } from 'node:diagnostics_channel';
import type { ClientHttp2Stream } from 'node:http2';

let ending: ClientHttp2Stream | null = null;

// Node's documented channel hands out each stream before undici listens to it, so this listener comes first.
subscribe('http2.client.stream.created', (message) => {
  const { stream } = message as { readonly stream: ClientHttp2Stream };
  stream.prependListener('end', () => {
    ending = stream;
    queueMicrotask(() => {
      ending = null;
    });
  });
});

/** Whether the HTTP/2 stream whose end is being handled right now was reset. False outside of such an end. */
export function endedByReset(): boolean {
  return (ending?.rstCode ?? 0) !== 0;
}
