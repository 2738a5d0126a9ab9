/** Rows that a transaction has still to write, and how it writes them: one statement a table. */
import { sql } from 'kysely';
import type { RevisionKind, Withdrawal } from '../article/revision-kind.ts';
import type { Verdict } from '../dedupe/verify.ts';
import type { ArticleId, ClusterId, SourceId } from '../ids.ts';
import { appendChanges, insertChanges, type NewChange } from './changes.ts';
import type { Membership } from './clusters.ts';
import type { Tx } from './database.ts';
import type { NewExtraction } from './extraction.ts';
import { prepared } from './prepared.ts';
import { insertRecognitions, type Recognition } from './recognitions.ts';

export interface NewArticle {
  readonly id: ArticleId;
  readonly sourceId: SourceId | null;
  readonly clusterId: ClusterId;
  readonly published: string | null;
  readonly membership: readonly Membership[];
}

/** What is new about a stored article. */
export interface ArticlePatch {
  readonly revision?: number;
  readonly published?: string | null;
  /** Only for an article without one. */
  readonly sourceId?: SourceId | null;
  readonly withdrawn?: boolean;
}

interface NewRevision {
  readonly articleId: ArticleId;
  readonly revision: number;
  readonly extraction: NewExtraction;
  readonly kinds: readonly RevisionKind[];
}

interface NewWithdrawal {
  readonly articleId: ArticleId;
  readonly revision: number;
  readonly withdrawal: Withdrawal;
}

export interface NewDerivation {
  readonly articleId: ArticleId;
  readonly from: ArticleId;
  readonly verdict: Verdict;
}

const DIRECTIONS = { 'a-in-b': 'in', 'b-in-a': 'contains', both: 'both' } as const;

const contentOf = ({ content, rights }: NewExtraction): string =>
  JSON.stringify({ ...content, rights: rights ?? null });

export class PendingRows {
  readonly #tx: Tx;
  #clusters = new Set<ClusterId>();
  #articles: NewArticle[] = [];
  #patches = new Map<ArticleId, ArticlePatch>();
  #revisions: NewRevision[] = [];
  #withdrawals: NewWithdrawal[] = [];
  #recognitions: Recognition[] = [];
  #derivations = new Map<string, NewDerivation>();
  #changes: NewChange[] = [];

  constructor(tx: Tx) {
    this.#tx = tx;
  }

  addCluster(id: ClusterId): void {
    this.#clusters.add(id);
  }

  addArticle(article: NewArticle): void {
    this.#articles.push(article);
  }

  patchArticle(id: ArticleId, patch: ArticlePatch): void {
    this.#patches.set(id, { ...this.#patches.get(id), ...patch });
  }

  addRevision(
    articleId: ArticleId,
    revision: number,
    extraction: NewExtraction,
    kinds: readonly RevisionKind[],
  ): void {
    this.#revisions.push({ articleId, revision, extraction, kinds });
  }

  addWithdrawal(withdrawal: NewWithdrawal): void {
    this.#withdrawals.push(withdrawal);
  }

  addRecognition(recognition: Recognition): void {
    this.#recognitions.push(recognition);
  }

  /** The newest of one pair counts. */
  addDerivation(derivation: NewDerivation): void {
    this.#derivations.set(`${derivation.articleId} ${derivation.from}`, derivation);
  }

  addChanges(changes: readonly NewChange[]): void {
    this.#changes.push(...changes);
  }

  async flush(): Promise<void> {
    const [clusters, articles, patches, revisions, withdrawals, derivations, changes] = [
      [...this.#clusters],
      this.#articles,
      [...this.#patches],
      this.#revisions,
      this.#withdrawals,
      [...this.#derivations.values()],
      this.#changes,
    ];
    this.#clusters = new Set();
    this.#articles = [];
    this.#patches = new Map();
    this.#revisions = [];
    this.#withdrawals = [];
    this.#derivations = new Map();
    this.#changes = [];
    const [article, another] = articles;
    const [revision, edit] = revisions;
    if (article !== undefined && another === undefined && revision !== undefined && edit === undefined) {
      await this.#insertOne(clusters, article, revision, changes.splice(0));
      articles.length = 0;
      revisions.length = 0;
    } else if (clusters.length > 0)
      await sql`${prepared} INSERT INTO clusters (id) SELECT unnest(${clusters}::uuid[])`.execute(this.#tx);
    if (articles.length > 0) await this.#insertArticles(articles);
    if (patches.length > 0) await this.#updateArticles(patches);
    if (revisions.length > 0) await this.#insertRevisions(revisions);
    if (withdrawals.length > 0) await this.#insertWithdrawals(withdrawals);
    if (derivations.length > 0) await this.#insertDerivations(derivations);
    const recognitions = this.#recognitions;
    this.#recognitions = [];
    await insertRecognitions(this.#tx, recognitions);
    await appendChanges(this.#tx, changes);
  }

  /** What most documents are, a new article, with its first revision and what the log says of it, in one statement. */
  async #insertOne(
    clusters: readonly ClusterId[],
    article: NewArticle,
    { articleId, revision, extraction, kinds }: NewRevision,
    changes: readonly NewChange[],
  ): Promise<void> {
    await sql`${prepared}
      WITH c AS (INSERT INTO clusters (id) SELECT unnest(${clusters}::uuid[])),
      a AS (
        INSERT INTO articles (id, source_id, cluster_id, revision, published, membership)
        VALUES (${article.id}::uuid, ${article.sourceId}, ${article.clusterId}::uuid, 1, ${article.published}::timestamptz,
          ${JSON.stringify(article.membership)}::jsonb)),
      r AS (
        INSERT INTO revisions (article_id, revision, content, content_hash, snapshot_id, fetched_at, kinds)
        VALUES (${articleId}::uuid, ${revision}, ${contentOf(extraction)}::jsonb, ${extraction.content.contentHash},
          ${extraction.snapshotId}::bigint, ${extraction.fetchedAt}::timestamptz, ${JSON.stringify(kinds)}::jsonb))
      ${insertChanges(changes)}`.execute(this.#tx);
  }

  async #insertArticles(articles: readonly NewArticle[]): Promise<void> {
    await this.#tx
      .insertInto('articles')
      .values(
        articles.map((a) => ({
          id: a.id,
          source_id: a.sourceId,
          cluster_id: a.clusterId,
          revision: 1,
          published: a.published,
          membership: JSON.stringify(a.membership),
        })),
      )
      .execute();
  }

  async #updateArticles(patches: readonly (readonly [ArticleId, ArticlePatch])[]): Promise<void> {
    const rows = patches.map(([id, p]) => ({
      id,
      revision: p.revision ?? null,
      published: p.published ?? null,
      source: p.sourceId ?? null,
      withdrawn: p.withdrawn ?? null,
    }));
    await sql`
      UPDATE articles a SET
        revision = coalesce(p.revision, a.revision),
        published = CASE WHEN p.revision IS NULL THEN a.published ELSE p.published END,
        source_id = coalesce(a.source_id, p.source),
        withdrawn_at = CASE p.withdrawn WHEN true THEN now() WHEN false THEN NULL ELSE a.withdrawn_at END,
        updated_at = CASE WHEN p.withdrawn IS NOT NULL OR p.revision IS NOT NULL THEN now() ELSE a.updated_at END
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS p (id uuid, revision integer, published timestamptz, source text, withdrawn boolean)
      WHERE a.id = p.id`.execute(this.#tx);
  }

  async #insertRevisions(revisions: readonly NewRevision[]): Promise<void> {
    await this.#tx
      .insertInto('revisions')
      .values(
        revisions.map(({ articleId, revision, extraction, kinds }) => ({
          article_id: articleId,
          revision,
          content: contentOf(extraction),
          content_hash: extraction.content.contentHash,
          snapshot_id: extraction.snapshotId,
          fetched_at: extraction.fetchedAt,
          kinds: JSON.stringify(kinds),
        })),
      )
      .execute();
  }

  async #insertWithdrawals(withdrawals: readonly NewWithdrawal[]): Promise<void> {
    await this.#tx
      .insertInto('withdrawals')
      .values(
        withdrawals.map(({ articleId, revision, withdrawal }) => ({
          article_id: articleId,
          revision,
          withdrawal: JSON.stringify(withdrawal),
        })),
      )
      .execute();
  }

  async #insertDerivations(derivations: readonly NewDerivation[]): Promise<void> {
    const rows = derivations.map(({ articleId, from, verdict }) => ({
      article: articleId,
      from,
      score: verdict.score,
      direction: DIRECTIONS[verdict.direction],
      evidence: { guard: verdict.guard, ...verdict.evidence },
    }));
    await sql`
      INSERT INTO derivations (article_id, from_article_id, score, direction, evidence)
      SELECT d.article, d."from", d.score, d.direction, d.evidence
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS d (article uuid, "from" uuid, score real, direction text, evidence jsonb)
      ON CONFLICT (article_id, from_article_id)
      DO UPDATE SET score = EXCLUDED.score, direction = EXCLUDED.direction, evidence = EXCLUDED.evidence, at = now()`.execute(
      this.#tx,
    );
  }
}
