import { describe, expect, it } from 'vitest';
import { articleHtml, contentOf } from './read.ts';

const textOf = (middle: string): string => contentOf(articleHtml({ middle })).text;

describe('lines that only their company tells', () => {
  it('points of an offer, between two lines that sell it', () => {
    const text = textOf(
      '<p>Subscribe now to read the latest news of the valley.</p><ul><li>Unlimited access to the Valley Herald.</li><li>Daily puzzles, with the great crossword.</li></ul><p>Already a subscriber? Sign in to your account.</p>',
    );
    expect(text).not.toMatch(/Unlimited|puzzles/);
  });

  it('but not a list of the article, nor one that stands beside one offer', () => {
    const list = '<ul><li>Eleven hives on the roof.</li><li>Forty thousand bees in each.</li></ul>';
    expect(textOf(list)).toMatch(/Eleven hives on the roof/);
    expect(textOf(`<p>Subscribe now to read the latest news of the valley.</p>${list}`)).toMatch(
      /Forty thousand bees in each/,
    );
  });

  it('links to other stories under one label, in whatever language', () => {
    const text = textOf(
      '<p>FUNDA ENYE INDABA | <a href="/a">Izinyosi ophahleni lwesikole esisha</a></p><p>Children count them.</p><p>FUNDA ENYE INDABA | <a href="/b">Uju lwasolwandle luyathengwa</a></p>',
    );
    expect(text).not.toMatch(/FUNDA/);
    expect(text).toMatch(/Children count them/);
  });

  it('lines over the entries of a live blog', () => {
    const text = textOf(
      '<h2>First swarm</h2><p>21 mins ago11:48 Ines Maroto</p><p>A swarm has left the third hive and hangs in the lime tree.</p><h2>Back home</h2><p>Nora Quell2 March 2025 22:17</p><p>The beekeeper has brought the swarm back to the roof in a basket.</p>',
    );
    expect(text).not.toMatch(/mins ago|22:17/);
    expect(text).toMatch(/A swarm has left/);
  });

  it('but not a sentence that begins with a time', () => {
    const sentence = 'Five minutes ago the hive on the roof was still empty.';
    expect(textOf(`<p>${sentence}</p><p>2 hours ago it was full of bees.</p>`)).toContain(sentence);
  });

  it('links to the same newspaper under another suffix are its own stories', () => {
    const list = (host: string): string =>
      `<ul><li><a href="https://${host}/a">Eleven hives and a roof</a></li><li><a href="https://${host}/b">Can bees read the clock?</a></li></ul>`;
    expect(textOf(list('www.valley-herald.co.uk'))).not.toMatch(/Can bees read/);
    expect(textOf(list('hives-and-more.example.org'))).toMatch(/Can bees read/);
  });
});
