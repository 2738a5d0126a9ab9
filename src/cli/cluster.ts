/** `newsmill cluster`: who carries the same text, why newsmill thinks so, and how to overrule it. */
import { Command } from 'commander';
import type { z } from 'zod';
import { NewsmillError } from '../errors.ts';
import { ArticleId, ClusterId } from '../ids.ts';
import { mergeClusters, splitCluster } from '../store/cluster-decisions.ts';
import { type Cluster, type ClusterMember, findCluster } from '../store/read-clusters.ts';
import { createContext } from './context.ts';
import { openStore } from './instance.ts';
import { plain, printJson, printLine, table } from './output.ts';

export function clusterCommand(): Command {
  return new Command('cluster')
    .addCommand(showCommand())
    .addCommand(splitCommand())
    .addCommand(mergeCommand());
}

function showCommand(): Command {
  return new Command('show')
    .description('the members with the evidence; * marks the original')
    .argument('<cluster>', 'id of the cluster; `newsmill articles show ID --format json` names it')
    .option('--json', 'one JSON document instead of a table')
    .action(async (text: string, options: { json?: true }, command: Command) => {
      const id = parseId(ClusterId, text, 'cluster');
      await using store = await openStore(createContext(command, {}, { logLevel: 'warn' }));
      const cluster = await findCluster(store.database.db, id);
      if (cluster === null) throw new NewsmillError('not_found_in_store', `There is no cluster ${id}`);
      if (options.json) return printJson(cluster);
      await printLine(describe(cluster));
    });
}

function splitCommand(): Command {
  return new Command('split')
    .description('take articles out into a cluster of their own; it stays so')
    .argument('<cluster>', 'id of the cluster')
    .argument('<articles...>', 'ids of the articles that do not belong there')
    .option('--note <text>', 'why; kept with the decision')
    .action(async (text: string, articles: string[], options: { note?: string }, command: Command) => {
      const id = parseId(ClusterId, text, 'cluster');
      const ids = articles.map((article) => parseId(ArticleId, article, 'article'));
      await using store = await openStore(createContext(command, {}, { logLevel: 'warn' }));
      const { founded } = await splitCluster(store.database.db, id, ids, options.note ?? null);
      await printLine(
        `Split: ${ids.length === 1 ? 'the article is' : 'the articles are'} in ${founded} now.`,
      );
    });
}

function mergeCommand(): Command {
  return new Command('merge')
    .description('make one cluster of two; the older one stays')
    .argument('<cluster>', 'id of one cluster')
    .argument('<other>', 'id of the other')
    .option('--note <text>', 'why; kept with the decision')
    .action(async (one: string, other: string, options: { note?: string }, command: Command) => {
      const ids = [parseId(ClusterId, one, 'cluster'), parseId(ClusterId, other, 'cluster')] as const;
      await using store = await openStore(createContext(command, {}, { logLevel: 'warn' }));
      const into = await mergeClusters(store.database.db, ...ids, options.note ?? null);
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
