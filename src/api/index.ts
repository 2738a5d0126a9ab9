/** The HTTP API: what other parts of newsmill use of it. */
export { listen } from './listen.ts';
export type { Api, ApiParts } from './parts.ts';
export { createApi } from './server.ts';
export { type ApiToken, keepApiToken } from './token.ts';
