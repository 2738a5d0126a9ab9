/** `check canonical`: the one spelling of a URL, and the rules that made it. */
import { z } from 'zod';
import { CanonicalSettings } from '../../config/canonical.ts';
import { asNewsmillError, type Failure, NewsmillError } from '../../errors.ts';
import { type CanonicalRule, canonicalOptionsOf, canonicalUrl } from '../../frontier/canonical-url.ts';
import { type Question, questionOf } from './batch.ts';

export const CanonicalAsked = z.object({
  url: z.string(),
  /** A source of the configuration, whose `canonical` section is followed. */
  source: z.string().optional(),
  /** Such a section, in place of a source's. */
  options: CanonicalSettings.optional(),
});
export type CanonicalAsked = z.infer<typeof CanonicalAsked>;

export type CanonicalAnswer =
  | { readonly canonical: string; readonly rules: readonly CanonicalRule[] }
  | { readonly canonical: null; readonly rules: readonly []; readonly error: Failure };

/** @param settingsOf the `canonical` section of a source; null where there is no such source */
export function canonicalQuestion(
  settingsOf: (source: string) => CanonicalSettings | undefined | null,
): Question {
  return questionOf(CanonicalAsked, ({ url, source, options }): CanonicalAnswer => {
    const settings = source === undefined ? options : settingsOf(source);
    if (settings === null) throw new NewsmillError('not_found_in_store', `There is no source ${source}`);
    try {
      const { url: canonical, rules } = canonicalUrl(url, canonicalOptionsOf(settings));
      return { canonical, rules };
    } catch (thrown) {
      return { canonical: null, rules: [], error: asNewsmillError(thrown).toFailure() };
    }
  });
}
