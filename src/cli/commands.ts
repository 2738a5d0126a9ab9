/** Every command with its one line of help. Its file is loaded only when it is asked for: `extract` needs no database driver. */
import type { Command } from 'commander';

export interface CommandEntry {
  readonly description: string;
  readonly load: () => Promise<Command>;
}

export const COMMANDS: Readonly<Record<string, CommandEntry>> = {
  start: {
    description: 'run newsmill: all roles and the API in this process, or some of them',
    load: async () => (await import('./start.ts')).startCommand(),
  },
  extract: {
    description: 'read one page, from a file, the web or standard input, as one article',
    load: async () => (await import('./extract.ts')).extractCommand(),
  },
  crawl: {
    description: 'fetch pages now: an article, a feed, a sitemap or a home page, until all is done',
    load: async () => (await import('./crawl.ts')).crawlCommand(),
  },
  sources: {
    description: 'what is crawled: list, add, pause, run',
    load: async () => (await import('./sources.ts')).sourcesCommand(),
  },
  articles: {
    description: 'read the stored articles',
    load: async () => (await import('./articles.ts')).articlesCommand(),
  },
  changes: {
    description: 'what happened to articles, in order; --follow stays for what comes',
    load: async () => (await import('./changes.ts')).changesCommand(),
  },
  rules: {
    description: 'source rules: which one a host has, and whether they do what their files say',
    load: async () => (await import('./rules.ts')).rulesCommand(),
  },
  cluster: {
    description: 'articles that carry the same text: show them, split or merge by hand',
    load: async () => (await import('./cluster.ts')).clusterCommand(),
  },
  dedupe: {
    description: 'tell which documents carry the same text, as the store would',
    load: async () => (await import('./dedupe.ts')).dedupeCommand(),
  },
  check: {
    description: 'what the workers would decide: robots.txt, address guard, canonical URL, charset, rights',
    load: async () => (await import('./check.ts')).checkCommand(),
  },
  import: {
    description: 'store the pages of a WARC file or a folder, without fetching anything',
    load: async () => (await import('./import.ts')).importCommand(),
  },
  export: {
    description: 'write the stored snapshots as a WARC file',
    load: async () => (await import('./export.ts')).exportCommand(),
  },
  explain: {
    description: 'everything that was decided about one URL, in order, with times',
    load: async () => (await import('./explain.ts')).explainCommand(),
  },
  reextract: {
    description: 'read the stored snapshots anew: what today’s extractor makes of them',
    load: async () => (await import('./reextract.ts')).reextractCommand(),
  },
  webhooks: {
    description: 'receivers of the change log: how far they are, and why one stopped',
    load: async () => (await import('./webhooks.ts')).webhooksCommand(),
  },
  hosts: {
    description: 'hosts that are left alone after failures, and trying one now',
    load: async () => (await import('./hosts.ts')).hostsCommand(),
  },
  doctor: {
    description: 'each missing or wrong thing, with the command that mends it',
    load: async () => (await import('./doctor.ts')).doctorCommand(),
  },
  migrate: {
    description: 'bring the database to the newest schema, then end',
    load: async () => (await import('./migrate.ts')).migrateCommand(),
  },
  settings: {
    description: 'every setting with its value, and what it means',
    load: async () => (await import('./settings.ts')).settingsCommand(),
  },
  'exit-codes': {
    description: 'what the exit code of each command says',
    load: async () => (await import('./exit-codes.ts')).exitCodesCommand(),
  },
  schema: {
    description: 'print a JSON Schema: of the article, the configuration or a source file',
    load: async () => (await import('./schema.ts')).schemaCommand(),
  },
};
