/**
 * The one error taxonomy. Every failure a user can meet is a `NewsmillError` with
 *
 * - a **class**, which alone decides what happens next:
 *   - `permanent`: the same input fails the same way; never retried
 *   - `transient`: the network or the far host; retried later with backoff
 *   - `blocked`:   the host, or its owner's rules, said no; not retried soon, never worked around
 *   - `ours`:      newsmill, its machine or its configuration; retried, and reported as an error of ours
 * - a **code**, stable, for programs (`FAILURES` lists all of them)
 * - a **sentence** for a person, which ends with the way out where there is one.
 */

export type FailureClass = 'permanent' | 'transient' | 'blocked' | 'ours';

/** Every failure code with its class and what a person can do about it. */
export const FAILURES = {
  // What was asked for
  invalid_url: { class: 'permanent', wayOut: 'Give an absolute http:// or https:// URL.' },
  unsupported_scheme: { class: 'permanent', wayOut: 'Only http and https are fetched.' },
  invalid_input: { class: 'permanent', wayOut: 'Correct the input and send it again.' },
  archive_unreadable: {
    class: 'permanent',
    wayOut: 'Get the file again; an import that is run again leaves what it stored as it is.',
  },
  file_unreadable: { class: 'permanent', wayOut: 'Check the path and its permissions.' },
  file_too_large: { class: 'permanent', wayOut: 'No setting lifts this bound; give a smaller file.' },
  empty_file: { class: 'permanent', wayOut: 'The page was saved without its content; save it again.' },
  file_unwritable: {
    class: 'ours',
    wayOut: 'Name a file in a folder that exists and may be written, on a disk with room.',
  },
  not_found_in_store: { class: 'permanent', wayOut: 'List what exists and use an id from there.' },
  unknown_route: { class: 'permanent', wayOut: 'See /docs for what there is.' },
  token_required: {
    class: 'permanent',
    wayOut: 'Send “Authorization: Bearer TOKEN” with api.token, or sign in at /login.',
  },
  request_refused: {
    class: 'permanent',
    wayOut: 'Name the host under api.allowedHosts if the request was meant for newsmill.',
  },
  cursor_expired: {
    class: 'permanent',
    wayOut:
      'Begin anew: GET /v1/articles/snapshot, or `newsmill articles export --cursor FILE`, gives all articles and the cursor to go on with.',
  },
  interrupted: { class: 'ours', wayOut: 'Run the command again.' },
  snapshot_busy: { class: 'transient', wayOut: 'Ask again in a moment.' },
  state_conflict: { class: 'permanent', wayOut: 'Change what stands in the way and send it again.' },

  // Reaching the host
  address_refused: {
    class: 'permanent',
    wayOut:
      'Only public addresses and fetch.allowPorts are asked; name an exception under fetch.allowAddresses.',
  },
  unknown_host: { class: 'transient', wayOut: 'Check the spelling of the host name and this machine’s DNS.' },
  connect_failed: { class: 'transient', wayOut: 'The host does not accept connections at the moment.' },
  connect_timeout: {
    class: 'transient',
    wayOut: 'Raise fetch.connectTimeoutMs if the host is known to be slow.',
  },
  proxy_failed: { class: 'ours', wayOut: 'Check the proxy under fetch.proxies and its credentials.' },
  tls_failed: {
    class: 'permanent',
    wayOut: 'The host’s certificate or TLS set-up is wrong; it must mend that.',
  },
  headers_timeout: {
    class: 'transient',
    wayOut: 'Raise fetch.headersTimeoutMs if the host is known to be slow.',
  },
  body_timeout: {
    class: 'transient',
    wayOut: 'Raise fetch.bodyTimeoutMs or fetch.totalTimeoutMs if the host is slow.',
  },
  connection_lost: { class: 'transient', wayOut: 'The host closed the connection early.' },
  protocol_error: { class: 'permanent', wayOut: 'The host does not speak proper HTTP.' },

  // What the host answered
  http_not_found: { class: 'permanent', wayOut: 'The page is not there (HTTP 404).' },
  http_gone: { class: 'permanent', wayOut: 'The page was removed for good (HTTP 410).' },
  http_client_error: { class: 'permanent', wayOut: 'The host refuses the request as it is.' },
  http_server_error: { class: 'transient', wayOut: 'The host has trouble; it is asked again later.' },
  rate_limited: { class: 'transient', wayOut: 'The host asks for a slower pace; the whole host is slowed.' },
  access_denied: { class: 'blocked', wayOut: 'The host refuses this client; ask the publisher for access.' },
  legal_block: {
    class: 'blocked',
    wayOut: 'The host withholds the page for legal reasons (HTTP 451), or from readers in this country.',
  },
  robots_disallowed: { class: 'blocked', wayOut: 'The host’s robots.txt forbids this URL.' },
  rights_reserved: {
    class: 'blocked',
    wayOut:
      'The publisher reserves this use; ask for a licence, or take it off rights.obey if it is not yours.',
  },
  robots_unreachable: {
    class: 'transient',
    wayOut: 'robots.txt cannot be read, so nothing is fetched from the host yet.',
  },
  host_unavailable: {
    class: 'transient',
    wayOut: 'It is tried again by itself; `newsmill hosts retry HOST` tries it now.',
  },
  redirect_loop: { class: 'permanent', wayOut: 'The page redirects to itself.' },
  too_many_redirects: { class: 'permanent', wayOut: 'Raise fetch.maxRedirects if the chain is wanted.' },
  bad_redirect: { class: 'permanent', wayOut: 'The redirect names no usable address.' },

  // The bytes
  too_large: { class: 'permanent', wayOut: 'Raise fetch.maxBytes if such pages are wanted.' },
  bad_content_encoding: { class: 'transient', wayOut: 'The compressed body is damaged or cut off.' },
  empty_body: { class: 'transient', wayOut: 'The host sent no content.' },
  unsupported_type: { class: 'permanent', wayOut: 'Only HTML, plain text, feeds and sitemaps are read.' },
  bad_feed: { class: 'permanent', wayOut: 'The feed or sitemap cannot be read; check its URL in a browser.' },

  // What kind of page it is
  no_article: { class: 'permanent', wayOut: 'The page holds no article text; try the article’s own URL.' },
  hub_page: { class: 'permanent', wayOut: 'This is a list of articles; add it to a source as a hub.' },
  soft_not_found: { class: 'permanent', wayOut: 'The page says “not found” with a success status.' },
  consent_wall: {
    class: 'blocked',
    wayOut:
      'The page asks for consent first; a browser may answer it: run the render role with a Chromium, and keep render: auto.',
  },
  bot_challenge: { class: 'blocked', wayOut: 'The host checks for bots; ask the publisher for access.' },
  paywall_stub: { class: 'blocked', wayOut: 'Only the teaser is public; ask the publisher for access.' },
  login_wall: { class: 'blocked', wayOut: 'The page is for signed-in readers only.' },
  needs_browser: {
    class: 'permanent',
    wayOut:
      'Scripts write this page: run the render role with a Chromium, and keep render: auto on the source.',
  },

  // Bounds on untrusted pages
  page_too_large: {
    class: 'permanent',
    wayOut:
      'No setting lifts this bound; give a page without what is not needed of it, such as pictures in its markup.',
  },
  page_too_deep: { class: 'permanent', wayOut: 'The markup is nested deeper than extract.maxDepth.' },
  page_too_many_nodes: { class: 'permanent', wayOut: 'The page has more nodes than extract.maxNodes.' },
  extraction_timeout: { class: 'permanent', wayOut: 'Raise extract.timeoutMs if the page is worth it.' },
  extraction_out_of_memory: { class: 'permanent', wayOut: 'Raise extract.heapMb if the page is worth it.' },
  extraction_queue_full: {
    class: 'ours',
    wayOut: 'Raise extract.threads, or send fewer pages at once.',
  },
  extraction_crashed: { class: 'ours', wayOut: 'Please report the page; its snapshot is kept.' },

  // Source rules
  rule_invalid: {
    class: 'ours',
    wayOut: 'Correct the rule file; `newsmill rules show HOST` lists what is wrong in it.',
  },
  rule_too_costly: { class: 'ours', wayOut: 'Use simpler patterns in the source rule.' },

  // Ours
  config_invalid: { class: 'ours', wayOut: 'Correct the configuration and start again.' },
  database_unreachable: { class: 'ours', wayOut: 'Check DATABASE_URL and that PostgreSQL runs.' },
  database_failed: { class: 'ours', wayOut: 'See the log line with the same code for the statement.' },
  queue_unreachable: { class: 'ours', wayOut: 'Check QUEUE_URL and that the server runs.' },
  blob_missing: { class: 'ours', wayOut: 'The snapshot’s file is gone; fetch the page again.' },
  blob_unreachable: {
    class: 'ours',
    wayOut: 'Check snapshots.bucketUrl and that the bucket’s server answers.',
  },
  blob_unwritable: {
    class: 'ours',
    wayOut: 'Check free space and permissions of the data folder, or of the bucket.',
  },
  port_in_use: { class: 'ours', wayOut: 'Stop the other program or set API_PORT.' },
  browser_missing: {
    class: 'ours',
    wayOut: 'Install Chromium (Debian: apt-get install chromium) or set render.executablePath.',
  },
  browser_failed: { class: 'ours', wayOut: 'See the log of the render role.' },
  delivery_refused: {
    class: 'permanent',
    wayOut: 'The receiver refuses the change; correct it and resume the webhook.',
  },
  delivery_failed: { class: 'transient', wayOut: 'The receiver is asked again later.' },
  outcome_lost: {
    class: 'ours',
    wayOut: 'A worker died or the database was away; the URL is asked for again.',
  },
  visit_stuck: {
    class: 'ours',
    wayOut: 'See the failed jobs of the URL in the queue board; its snapshot is kept.',
  },
  internal: { class: 'ours', wayOut: 'Please report this with the log lines around it.' },
} as const satisfies Record<string, { class: FailureClass; wayOut: string }>;

export type FailureCode = keyof typeof FAILURES;

/** A failure as data: what is stored, logged, and answered by the API. */
export interface Failure {
  readonly class: FailureClass;
  readonly code: FailureCode;
  readonly message: string;
}

export class NewsmillError extends Error {
  readonly class: FailureClass;
  readonly code: FailureCode;
  /** Seconds the far side asked us to wait (Retry-After, RFC 9110 §10.2.3). */
  readonly retryAfterSeconds: number | undefined;

  /**
   * @param code   one of `FAILURES`
   * @param detail what happened, in this case, as a sentence without the way out
   */
  constructor(
    code: FailureCode,
    detail: string,
    options: { cause?: unknown; retryAfterSeconds?: number } = {},
  ) {
    super(
      `${endSentence(detail)} ${FAILURES[code].wayOut}`,
      'cause' in options ? { cause: options.cause } : undefined,
    );
    this.name = 'NewsmillError';
    this.code = code;
    this.class = FAILURES[code].class;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }

  toFailure(): Failure {
    return { class: this.class, code: this.code, message: this.message };
  }
}

/** Any thrown value as a `NewsmillError`; what is not one already is `internal`, with the cause kept. */
export function asNewsmillError(thrown: unknown): NewsmillError {
  if (thrown instanceof NewsmillError) return thrown;
  const detail = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  return new NewsmillError('internal', detail, { cause: thrown });
}

/** A stored or transported failure as an error again (worker threads and job results carry data). */
export function fromFailure(failure: Failure): NewsmillError {
  const error = new NewsmillError(failure.code, '');
  error.message = failure.message;
  return error;
}

/** Whether a failure of this class is worth another try. The only place that decides it. */
export function isRetried(failureClass: FailureClass): boolean {
  return failureClass === 'transient' || failureClass === 'ours';
}

function endSentence(text: string): string {
  const trimmed = text.trim();
  return trimmed === '' || /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
