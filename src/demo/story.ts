/**
 * The stories of the demo newspapers: `stories/*.txt`, each a YAML head with the facts and a text of blocks
 * that are set apart by blank lines (`## ` a heading, `> ` a quotation, all else a paragraph).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';

export const PAPERS = ['courier', 'gazette'] as const;
export type PaperId = (typeof PAPERS)[number];

const Head = z
  .strictObject({
    paper: z.enum(PAPERS),
    title: z.string().min(1),
    standfirst: z.string().min(1),
    authors: z.array(z.string().min(1)).min(1),
    section: z.string().min(1),
    tags: z.array(z.string().min(1)).min(1),
    language: z.enum(['en-GB', 'de', 'fr', 'es']),
    /** Out already when the paper opens, for so many minutes. */
    minutesBefore: z.int().positive().optional(),
    /** Comes out while the paper is read, as the n-th one. */
    arrives: z.int().positive().optional(),
    picture: z
      .strictObject({ seed: z.int().positive(), caption: z.string().min(1), credit: z.string().min(1) })
      .optional(),
    access: z.enum(['free', 'paywalled']).default('free'),
    /** Withdrawn: still in the feed, but its page answers 410. */
    gone: z.boolean().default(false),
    /** How long its page keeps a reader waiting. */
    slowMs: z.int().positive().max(10_000).default(0),
    /** Sentences that an edit replaces, some seconds after the page was first read. */
    edits: z.array(z.strictObject({ from: z.string().min(1), to: z.string().min(1) })).default([]),
    /** The story of the other paper whose text this is, word for word. */
    reprintOf: z.string().optional(),
    wire: z.string().optional(),
  })
  .refine((head) => (head.minutesBefore === undefined) !== (head.arrives === undefined), {
    error: 'give exactly one of minutesBefore and arrives',
  });

export type Block = {
  readonly kind: 'heading' | 'quotation' | 'paragraph';
  readonly text: string;
};

export type Story = z.infer<typeof Head> & {
  /** Name of its file. */
  readonly id: string;
  readonly blocks: readonly Block[];
};

/**
 * Every story, by file name.
 *
 * @param folder holds the `.txt` files
 * @throws Error that names the file, where one does not follow the form above
 */
export function loadStories(folder = fileURLToPath(new URL('./stories/', import.meta.url))): Story[] {
  const stories = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => readStory(basename(name, '.txt'), readFileSync(`${folder}/${name}`, 'utf8')));
  return stories.map((story) => withOriginal(story, stories));
}

/** One file's text as a story. */
export function readStory(id: string, file: string): Story {
  const parts = /^---\n(.*?)\n---\n(.*)$/s.exec(file);
  if (parts === null) throw new Error(`${id}.txt has no head between two lines of ---`);
  const [, head = '', text = ''] = parts;
  const parsed = Head.safeParse(parse(head));
  if (!parsed.success) throw new Error(`${id}.txt: ${z.prettifyError(parsed.error)}`);
  for (const edit of parsed.data.edits) {
    if (text.split(edit.from).length !== 2) throw new Error(`${id}.txt must hold once: “${edit.from}”`);
  }
  return { ...parsed.data, id, blocks: readBlocks(text) };
}

/** The blocks with every edit made. */
export function editedBlocks(story: Story): Block[] {
  return story.blocks.map((block) => ({
    kind: block.kind,
    text: story.edits.reduce((text, edit) => text.replace(edit.from, () => edit.to), block.text),
  }));
}

function readBlocks(text: string): Block[] {
  return text
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map((block) => {
      if (block.startsWith('## ')) return { kind: 'heading', text: block.slice(3) };
      if (block.startsWith('> ')) return { kind: 'quotation', text: block.slice(2) };
      return { kind: 'paragraph', text: block };
    });
}

function withOriginal(story: Story, stories: readonly Story[]): Story {
  if (story.reprintOf === undefined) return story;
  const original = stories.find((other) => other.id === story.reprintOf);
  if (original === undefined)
    throw new Error(`${story.id}.txt reprints ${story.reprintOf}, which is not there`);
  return { ...story, blocks: original.blocks };
}
