/** Branded ids: a string of one kind cannot be passed where another kind is wanted. */
import { z } from 'zod';

/** RFC 9562 UUIDv7: time-ordered, so new rows land at the end of an index. */
export const ArticleId = z.uuid().brand<'ArticleId'>();
export type ArticleId = z.infer<typeof ArticleId>;

export const ClusterId = z.uuid().brand<'ClusterId'>();
export type ClusterId = z.infer<typeof ClusterId>;

/** A source's short name: its file's name under config/sources, or the name given to `sources add`. */
export const SourceId = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9-]{0,62}$/,
    'lower-case letters, digits and hyphens, at most 63, not starting with a hyphen',
  )
  .brand<'SourceId'>();
export type SourceId = z.infer<typeof SourceId>;

/** A row of the frontier. PostgreSQL bigint, as a string: it outgrows a double. */
export const FrontierId = z
  .string()
  .regex(/^\d{1,19}$/)
  .brand<'FrontierId'>();
export type FrontierId = z.infer<typeof FrontierId>;

/** The right to make one request to one host, given with a host slot. */
export const GrantId = z.uuid().brand<'GrantId'>();
export type GrantId = z.infer<typeof GrantId>;

export const SnapshotId = z
  .string()
  .regex(/^\d{1,19}$/)
  .brand<'SnapshotId'>();
export type SnapshotId = z.infer<typeof SnapshotId>;

/** One `newsmill crawl` run. */
export const CrawlId = z.uuid().brand<'CrawlId'>();
export type CrawlId = z.infer<typeof CrawlId>;

/** Lower-case hex SHA-256 of the bytes: the name of a blob. */
export const BlobHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'BlobHash'>();
export type BlobHash = z.infer<typeof BlobHash>;

/** Authority of an origin (`host[:port]`, RFC 3986 §3.2): the politeness unit. */
export const HostKey = z.string().min(1).max(300).brand<'HostKey'>();
export type HostKey = z.infer<typeof HostKey>;

/** Place in the change log. Readers compare and store it, and read nothing else into it. */
export const Cursor = z
  .string()
  .regex(/^\d{1,19}$/)
  .brand<'Cursor'>();
export type Cursor = z.infer<typeof Cursor>;
