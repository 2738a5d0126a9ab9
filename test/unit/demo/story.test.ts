import { describe, expect, it } from 'vitest';
import { edition, offsetMs, pathOf, slugOf } from '../../../src/demo/edition.ts';
import { editedBlocks, loadStories, readStory } from '../../../src/demo/story.ts';

const HEAD = `paper: courier
title: A title
standfirst: A standfirst.
authors: [One]
section: Town
tags: [tag]
language: en-GB
minutesBefore: 5`;

describe('the stories', () => {
  const stories = loadStories();

  it('are as many as the demo promises, each at a path of its own', () => {
    const readable = stories.filter(
      (story) => !story.gone && story.access === 'free' && story.section !== 'Members',
    );
    const byLanguage = Map.groupBy(readable, (story) => story.language);
    expect(byLanguage.get('en-GB')?.length).toBe(15);
    expect([...byLanguage.keys()].sort()).toEqual(['de', 'en-GB', 'es', 'fr']);
    expect(new Set(stories.map((story) => `${story.paper}${pathOf(story)}`)).size).toBe(stories.length);
  });

  it('have text worth an article, but for the stub, the closed and the withdrawn one', () => {
    for (const story of stories) {
      if (story.gone || story.access === 'paywalled' || story.section === 'Members') continue;
      const words = story.blocks.flatMap((block) => block.text.split(/\s+/)).length;
      expect(words, story.id).toBeGreaterThan(170);
    }
  });

  it('share the text of a reprint word for word, under another title', () => {
    const reprint = stories.find((story) => story.reprintOf !== undefined);
    const original = stories.find((story) => story.id === reprint?.reprintOf);
    expect(original?.blocks.length).toBeGreaterThan(3);
    expect(reprint?.blocks).toEqual(original?.blocks);
    expect(reprint?.title).not.toBe(original?.title);
    expect(reprint?.paper).not.toBe(original?.paper);
  });

  it('change two sentences by an edit, and nothing else', () => {
    const [edited, ...others] = stories.filter((story) => story.edits.length > 0);
    expect(others).toEqual([]);
    if (edited === undefined) throw new Error('no story is edited');
    const sentences = (blocks: readonly { text: string }[]) =>
      blocks.flatMap((block) => block.text.split(/(?<=\.)\s/));
    const before = sentences(edited.blocks);
    const after = sentences(editedBlocks(edited));
    expect(after.filter((sentence) => !before.includes(sentence))).toEqual(
      edited.edits.map((edit) => edit.to),
    );
    expect(before.filter((sentence) => !after.includes(sentence))).toEqual(
      edited.edits.map((edit) => edit.from),
    );
  });
});

describe('readStory', () => {
  it('tells headings, quotations and paragraphs apart', () => {
    const story = readStory('x', `---\n${HEAD}\n---\nOne.\n\n## Two\n\n> Three\n`);
    expect(story.blocks).toEqual([
      { kind: 'paragraph', text: 'One.' },
      { kind: 'heading', text: 'Two' },
      { kind: 'quotation', text: 'Three' },
    ]);
  });

  it.each([
    ['no head', 'Text only.', /x\.txt has no head/],
    ['an unknown key', `---\n${HEAD}\ncolour: red\n---\nText.`, /x\.txt: .*colour/s],
    ['two times', `---\n${HEAD}\narrives: 2\n---\nText.`, /exactly one of minutesBefore and arrives/],
    [
      'an edit of words that are not there',
      `---\n${HEAD}\nedits: [{from: absent, to: b}]\n---\nText.`,
      /must hold once: “absent”/,
    ],
  ])('refuses %s', (_what, file, message) => {
    expect(() => readStory('x', file)).toThrow(message);
  });
});

describe('edition', () => {
  const openedAt = new Date('2026-03-01T12:00:00Z');
  const stories = loadStories();
  const at = (seconds: number, firstRead: Record<string, string> = {}) =>
    edition(stories, 'courier', { openedAt, firstRead }, new Date(openedAt.getTime() + seconds * 1000));

  it('lets one story after another come out, newest first', () => {
    const before = at(0).map((article) => article.story.id);
    const later = at(12).map((article) => article.story.id);
    expect(later.slice(0, 2)).toEqual(['seaweed-paper', 'tram-line-two']);
    expect(later.slice(2)).toEqual(before);
    const last = Math.max(...stories.map(offsetMs)) / 1000;
    expect(at(last).length).toBe(stories.filter((story) => story.paper === 'courier').length);
    expect(at(last - 10).length).toBeLessThan(at(last).length);
  });

  it('edits a story only once somebody has read its first text', () => {
    const ferry = (articles: ReturnType<typeof at>) =>
      articles.find((article) => article.story.id === 'gull-island-ferry');
    expect(ferry(at(86_400))?.modified).toBeNull();
    const firstRead = { 'gull-island-ferry': '2026-03-01T12:01:00Z' };
    expect(ferry(at(63.9, firstRead))?.modified).toBeNull();
    const edited = ferry(at(64, firstRead));
    expect(edited?.modified?.toISOString()).toBe('2026-03-01T12:01:04.000Z');
    expect(edited?.blocks).not.toEqual(edited?.story.blocks);
    expect(edited?.published.toISOString()).toBe('2026-03-01T10:25:00.000Z');
  });
});

describe('slugOf', () => {
  it.each([
    ['Museumsschiff „Alte Liese“ fährt', 'museumsschiff-alte-liese-fahrt'],
    ["Salter's Quay", 'salters-quay'],
    ['más pequeña', 'mas-pequena'],
  ])('makes %s %s', (text, slug) => {
    expect(slugOf(text)).toBe(slug);
  });
});
