/**
 * Floors of copy recognition on real texts, changed as the world changes them, and on forms that are filled in anew:
 * what bench/dedupe.ts measures, in small. Lowering one is a decision.
 */
import { describe, expect, it } from 'vitest';
import { realCases } from '../../bench/support/dedupe-cases.ts';
import { type ClassScore, scoreDedupe } from '../../bench/support/dedupe-score.ts';
import { templateCases } from '../../bench/support/dedupe-templates.ts';
import { realArticles } from '../../bench/support/real-articles.ts';
import { openDatabase } from '../../src/store/database.ts';
import { corpusPath, haveCorpora } from '../support/corpora.ts';
import { startScratchPostgres } from '../support/scratch-postgres.ts';

const FLOOR = { precision: 0.97, realRecall: 0.93, formRecall: 0.97 };

function sum(scores: readonly ClassScore[]): { readonly precision: number; readonly recall: number } {
  const of = (key: 'found' | 'pairs' | 'wrongPairs'): number => scores.reduce((all, s) => all + s[key], 0);
  return { precision: of('found') / (of('found') + of('wrongPairs')), recall: of('found') / of('pairs') };
}

describe.skipIf(!haveCorpora())('copies among real texts and filled-in forms', () => {
  it('are recognised, and what quotes, gathers or repeats is not taken for one', async () => {
    const articles = realArticles(corpusPath(), 420);
    await using postgres = await startScratchPostgres();
    await using database = openDatabase({ connectionString: postgres.connectionString, poolSize: 2 });
    const documents = [...realCases(articles, 20, 7), ...templateCases(6, 7)];
    const { classes } = await scoreDedupe(database.db, documents);
    const forms = classes.filter((score) => score.class.startsWith('form_'));
    const real = classes.filter((score) => !score.class.startsWith('form_'));
    expect([real.length, forms.length]).toEqual([21, 28]);
    expect(real.reduce((all, score) => all + score.pairs, 0)).toBeGreaterThan(60);
    expect(sum(real).precision).toBeGreaterThanOrEqual(FLOOR.precision);
    expect(sum(real).recall).toBeGreaterThanOrEqual(FLOOR.realRecall);
    expect(sum(forms).precision).toBeGreaterThanOrEqual(FLOOR.precision);
    expect(sum(forms).recall).toBeGreaterThanOrEqual(FLOOR.formRecall);
  });
});
