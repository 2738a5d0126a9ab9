/** Names of the rules that make one spelling of a URL's many, and what a source may want otherwise. */
import { z } from 'zod';

/** Every rule, in the order they are applied. */
export const CANONICAL_RULES = [
  'whitespace',
  'backslashes',
  'scheme-case',
  'host-case',
  'idn-to-ascii',
  'ip-address',
  'host-trailing-dot',
  'default-port',
  'userinfo',
  'empty-path',
  'dot-segments',
  'fragment',
  'session-id',
  'percent-encoding',
  'duplicate-slashes',
  'trailing-slash',
  'tracking-parameters',
  'empty-query',
  'sorted-query',
] as const;
export type CanonicalRule = (typeof CANONICAL_RULES)[number];

/** Rules a source can switch off. The others are what parsing a URL does (WHATWG URL), for every program alike. */
export const SWITCHABLE_RULES = [
  'host-trailing-dot',
  'fragment',
  'session-id',
  'percent-encoding',
  'duplicate-slashes',
  'tracking-parameters',
  'empty-query',
  'sorted-query',
] as const satisfies readonly CanonicalRule[];

const Parameters = z.array(z.string().min(1).max(100)).max(200).default([]);

/** The `canonical` section of a source. */
export const CanonicalSettings = z.strictObject({
  without: z
    .array(z.enum(SWITCHABLE_RULES))
    .max(SWITCHABLE_RULES.length)
    .default([])
    .describe('Rules that are not applied to this source’s URLs'),
  trailingSlash: z
    .enum(['keep', 'remove'])
    .default('keep')
    .describe('remove: /a/ and /a are one page on this source; most hosts tell them apart'),
  removeParameters: Parameters.describe('Further query parameters that say nothing about the page'),
  keepParameters: Parameters.describe(
    'Query parameters that pick the page here, though elsewhere they only track',
  ),
});
export type CanonicalSettings = z.infer<typeof CanonicalSettings>;
