/** What the demo newspapers hold at a given moment. */
import { type Block, editedBlocks, type PaperId, type Story } from './story.ts';

/** Pause between two stories that come out while the papers are read. */
export const ARRIVAL_MS = 5000;
/** From the first reading of a page to its edit. */
export const EDIT_AFTER_MS = 4000;

/** A story as it stands at a moment. */
export interface Published {
  readonly story: Story;
  readonly path: string;
  readonly published: Date;
  readonly modified: Date | null;
  readonly blocks: readonly Block[];
}

/** What has happened so far; `StateFile` keeps it. */
export interface History {
  readonly openedAt: Date;
  readonly firstRead: Readonly<Record<string, string>>;
}

/** The stories of one paper that are out, newest first. Withdrawn ones among them. */
export function edition(stories: readonly Story[], paper: PaperId, history: History, now: Date): Published[] {
  return stories
    .filter((story) => story.paper === paper)
    .map((story) => publish(story, history, now))
    .filter((published) => published.published <= now)
    .sort((one, other) => other.published.getTime() - one.published.getTime());
}

/** The path of a story's page. Courier sorts by section, the Gazette has all in one folder. */
export function pathOf(story: Pick<Story, 'paper' | 'section' | 'title'>): string {
  const slug = slugOf(story.title);
  return story.paper === 'courier' ? `/${slugOf(story.section)}/${slug}` : `/articles/${slug}.html`;
}

export function slugOf(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function publish(story: Story, history: History, now: Date): Published {
  const published = new Date(history.openedAt.getTime() + offsetMs(story));
  const read = history.firstRead[story.id];
  const editedAt =
    story.edits.length === 0 || read === undefined ? null : new Date(Date.parse(read) + EDIT_AFTER_MS);
  const isEdited = editedAt !== null && editedAt <= now;
  return {
    story,
    path: pathOf(story),
    published,
    modified: isEdited ? editedAt : null,
    blocks: isEdited ? editedBlocks(story) : story.blocks,
  };
}

/** When a story comes out, counted from the papers' opening; negative for those that are out by then. */
export function offsetMs(story: Pick<Story, 'minutesBefore' | 'arrives'>): number {
  return story.arrives === undefined ? -(story.minutesBefore ?? 0) * 60_000 : story.arrives * ARRIVAL_MS;
}
