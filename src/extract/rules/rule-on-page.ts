/**
 * One rule at work on one page. A rule that breaks (its patterns cost too much, or take texts for nodes)
 * is reported and left out from then on; the page is read without it.
 */
import { NewsmillError } from '../../errors.ts';
import { type Body, type Reparse, readBody, readGivenBody } from '../body/body.ts';
import { found } from '../fields/field.ts';
import { organisationsAmong, splitNames } from '../fields/names.ts';
import { readDateText } from '../fields/published.ts';
import { StepBudget } from '../html/xpath/index.ts';
import type { Metadata } from '../metadata.ts';
import type { ExtractLimits } from '../options.ts';
import { type Page, readPage } from '../page/page.ts';
import { replaceStrings } from './replace.ts';
import type { SourceRule } from './rule.ts';
import type { RuleBook } from './rule-book.ts';
import { selectLink, selectTexts, stripElements, takeBody } from './select.ts';

/** Where a rule says that the rest of the article is; absolute http(s) addresses. */
export interface RuleLinks {
  readonly nextPage: string | null;
  readonly singlePage: string | null;
}

/** The rule for an address, ready for its page; null where the book has none. */
export function ruleFor(url: URL, book: RuleBook | undefined): RuleOnPage | null {
  const rule = book?.find(url.hostname) ?? null;
  return rule === null || book === undefined ? null : new RuleOnPage(rule, book);
}

export class RuleOnPage {
  readonly rule: SourceRule;
  readonly #book: RuleBook;
  readonly #budget = new StepBudget();
  #broken = false;

  constructor(rule: SourceRule, book: RuleBook) {
    this.rule = rule;
    this.#book = book;
  }

  /** The page's markup with the rule's texts replaced. */
  rewrite(html: string, limits: ExtractLimits): string {
    const { text, refused } = replaceStrings(html, this.rule.replacements, limits.maxBytes);
    if (refused) this.#report('its replacements would make a page too large; one was left out');
    return text;
  }

  /** The metadata with the rule's fields in front. Read before anything is taken out of the page. */
  fields(page: Page, meta: Metadata, fetchedAt: number): Metadata {
    return this.#attempt(meta, () => {
      const { document } = page;
      const select = (field: 'title' | 'author' | 'date') =>
        selectTexts(this.rule[field], document, this.#budget);
      const [title] = select('title');
      const authors = [...new Set(select('author').flatMap(splitNames))];
      const dates = select('date')
        .map((text) => readDateText(text, page, meta.language?.value ?? null, fetchedAt))
        .filter((date) => date !== null);
      const [published] = dates;
      const { modified } = meta.dates;
      return {
        ...meta,
        title: title === undefined ? meta.title : found(title, 'rule'),
        authors: authors.length === 0 ? meta.authors : found(authors, 'rule'),
        organisations: authors.length === 0 ? meta.organisations : organisationsAmong(authors),
        dates:
          published === undefined
            ? meta.dates
            : {
                published: { ...published, source: 'rule' },
                modified: modified !== null && modified.at < published.at ? null : modified,
              },
      };
    });
  }

  links(page: Page): RuleLinks {
    return this.#attempt({ nextPage: null, singlePage: null }, () => ({
      nextPage: selectLink(this.rule.nextPageLink, page.document, this.#budget),
      singlePage: selectLink(this.rule.singlePageLink, page.document, this.#budget),
    }));
  }

  /**
   * The body that the rule's patterns select, cleaned like any other; or the one that is found without
   * them on what the rule leaves of the page.
   * @param reparse gives the page afresh
   * @throws NewsmillError `no_article`, also where the rule forbids looking elsewhere
   */
  readBody(page: Page, meta: Metadata, limits: ExtractLimits, reparse: Reparse): Body {
    const again: Reparse = (markup) => this.#strip(reparse(markup), limits, () => reparse(markup));
    const stripped = this.#strip(page, limits, reparse);
    const root = this.#attempt(null, () => takeBody(this.rule, stripped.document, this.#budget));
    if (root !== null) {
      const body = readGivenBody(root, 'rule', this.rule.prune, stripped, meta, limits);
      if (body.text !== '') return body;
    }
    if (!this.rule.autodetectOnFailure && this.rule.body.length > 0 && !this.#broken) {
      throw new NewsmillError('no_article', `The source rule ${this.rule.file} finds no body on the page.`);
    }
    const whole = root === null && !this.#broken;
    return readBody(whole ? stripped : again(), meta, limits, again);
  }

  /** The page without what the rule strips; afresh, when the rule broke half way. */
  #strip(page: Page, limits: ExtractLimits, reparse: () => Page): Page {
    if (this.#broken) return page;
    const changed = this.#attempt(null, () => stripElements(this.rule, page.document, this.#budget));
    if (changed === null) return reparse();
    return changed ? { ...readPage(page.document, page.url, limits), linkedData: page.linkedData } : page;
  }

  #attempt<T>(otherwise: T, run: () => T): T {
    if (this.#broken) return otherwise;
    try {
      return run();
    } catch (thrown) {
      if (!(thrown instanceof NewsmillError)) throw thrown;
      if (thrown.code !== 'rule_too_costly' && thrown.code !== 'rule_invalid') throw thrown;
      this.#broken = true;
      this.#report(thrown.message);
      return otherwise;
    }
  }

  #report(message: string): void {
    this.#book.report(`${this.rule.file}: ${message}`);
  }
}
