/** `newsmill cluster`: who carries the same text, why newsmill thinks so, and how to overrule it. */
import { Command } from 'commander';
import type { z } from 'zod';
import { NewsmillError } from '../errors.ts';
import { ArticleId, ClusterId } from '../ids.ts';
import { mergeClusters, splitCluster } from '../store/cluster-decisions.ts';
import type { Db } from '../store/database.ts';
import { findArticle } from '../store/read-articles.ts';
import { type Cluster, type ClusterMember, findCluster } from '../store/read-clusters.ts';
import { createContext } from './context.ts';
import { openStore } from './instance.ts';
import { plain, printJson, printLine, table } from './output.ts';

export function clusterCommand(): Command {
  return new Command('cluster')
    .description('articles that carry the same text: who, why, and how to overrule it')
    .addHelpText(
      'after',
      `
A cluster is named by its own id or by that of an article in it (newsmill articles list).

  newsmill cluster show ARTICLE
  newsmill cluster split CLUSTER ARTICLE --note 'another match'
  newsmill cluster merge CLUSTER OTHER`,
    )
    .addCommand(showCommand())
    .addCommand(splitCommand())
    .addCommand(mergeCommand());
}

const CLUSTER = 'id of the cluster, or of an article in it';

/** The cluster that an id names: its own, or that of the article whose id it is. */
async function clusterOf(db: Db, text: string): Promise<ClusterId> {
  const article = await findArticle(db, parseId(ArticleId, text, 'cluster or an article'));
  return article?.cluster ?? parseId(ClusterId, text, 'cluster');
}

function showCommand(): Command {
  return new Command('show')
    .description('the members with the evidence; * marks the original')
    .argument('<cluster>', CLUSTER)
    .option('--json', 'one JSON document instead of a table')
    .action(async (text: string, options: { json?: true }, command: Command) => {
      await using store = await openStore(createContext(command, {}, { logLevel: 'warn' }));
      const { db } = store.database;
      const id = await clusterOf(db, text);
      const cluster = await findCluster(db, id);
      if (cluster === null) throw new NewsmillError('not_found_in_store', `There is no cluster ${id}`);
      if (options.json) return printJson(cluster);
      await printLine(describe(cluster));
    });
}

function splitCommand(): Command {
  return new Command('split')
    .description('take articles out into a cluster of their own; it stays so')
    .argument('<cluster>', CLUSTER)
    .argument('<articles...>', 'ids of the articles that do not belong there')
    .option('--note <text>', 'why; kept with the decision')
    .action(async (text: string, articles: string[], options: { note?: string }, command: Command) => {
      const ids = articles.map((article) => parseId(ArticleId, article, 'article'));
      await using store = await openStore(createContext(command, {}, { logLevel: 'warn' }));
      const { db } = store.database;
      const { founded } = await splitCluster(db, await clusterOf(db, text), ids, options.note ?? null);
      await printLine(
        `Split: ${ids.length === 1 ? 'the article is' : 'the articles are'} in ${founded} now.`,
      );
    });
}

function mergeCommand(): Command {
  return new Command('merge')
    .description('make one cluster of two; the older one stays')
    .argument('<cluster>', CLUSTER)
    .argument('<other>', 'the other, named likewise')
    .option('--note <text>', 'why; kept with the decision')
    .action(async (one: string, other: string, options: { note?: string }, command: Command) => {
      await using store = await openStore(createContext(command, {}, { logLevel: 'warn' }));
      const { db } = store.database;
      const ids = [await clusterOf(db, one), await clusterOf(db, other)] as const;
      const into = await mergeClusters(db, ...ids, options.note ?? null);
      await printLine(`Merged: all articles are in ${into} now.`);
    });
}

function parseId<T extends z.ZodType>(schema: T, text: string, what: string): z.output<T> {
  const id = schema.safeParse(text);
  if (!id.success) throw new NewsmillError('invalid_input', `“${plain(text)}” is not an id of a ${what}`);
  return id.data;
}

function describe(cluster: Cluster): string {
  const rows = cluster.members.map((member) => [
    member.article === cluster.primary ? '*' : ' ',
    member.article,
    (member.published ?? member.seen).slice(0, 16).replace('T', ' '),
    plain(member.siteName ?? URL.parse(member.url)?.host ?? member.url),
    member.credit?.agency ?? '-',
    reasonOf(member),
    plain(member.title),
  ]);
  const related = cluster.related.map((r) => `related: ${r.article} (${r.direction}, ${r.score.toFixed(2)})`);
  const apart = cluster.apart.map((id) => `kept apart from: ${id}`);
  const head = `Cluster ${cluster.id}, ${cluster.size} ${cluster.size === 1 ? 'article' : 'articles'}`;
  return [head, table(rows), ...related, ...apart].join('\n');
}

/** The newest decision in a few words. */
function reasonOf(member: ClusterMember): string {
  const last = member.membership.at(-1);
  if (last === undefined) return 'first';
  switch (last.rung) {
    case 'text':
      return 'same text';
    case 'near':
      return `near copy ${Number(last.score).toFixed(2)}`;
    default:
      return `${String(last.decision)} by hand`;
  }
}
