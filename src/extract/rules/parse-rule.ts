/**
 * Reads the public ftr-site-config format: `directive: value` lines, `#` comments. Any file is read as
 * far as it goes; a line that cannot be used is left out and noted.
 */
import { asNewsmillError } from '../../errors.ts';
import { compileXPath, type XPath } from '../html/xpath/index.ts';
import type { ParsedRule, Pattern, Replacement, RuleNote, RuleTest } from './rule.ts';

/** Lines with a directive that are read of one file. */
const MAX_LINES = 1000;
/** Characters of a value that is no pattern. */
const MAX_VALUE = 4096;
const MAX_NOTES = 50;

const PATTERNS = {
  title: 'title',
  body: 'body',
  author: 'author',
  date: 'date',
  strip: 'strip',
  next_page_link: 'nextPageLink',
  single_page_link: 'singlePageLink',
} as const;
type PatternField = (typeof PATTERNS)[keyof typeof PATTERNS];

const TEXTS = { strip_id_or_class: 'stripIdOrClass', strip_image_src: 'stripImageSrc' } as const;

/** Without meaning here: about another parser, or about feeds that sell. */
const MEANINGLESS = new Set(['tidy', 'parser', 'native_ad_clue']);

/** Known elsewhere; what newsmill does instead, or that it does nothing. */
const IGNORED: Readonly<Record<string, string>> = {
  http_header: 'newsmill sends its own headers only',
  requires_login: 'newsmill never signs in',
  not_logged_in_xpath: 'newsmill never signs in',
  login_uri: 'newsmill never signs in',
  login_username_field: 'newsmill never signs in',
  login_password_field: 'newsmill never signs in',
  login_extra_fields: 'newsmill never signs in',
  skip_json_ld: 'the rule’s own fields go before JSON-LD anyway',
  insert_detected_image: 'the lead image is a field of its own',
  convert_double_br_tags: 'line breaks end paragraphs anyway',
  strip_comments: 'comments are never kept',
  src_lazy_load_attr: 'the usual attributes of late images are read anyway',
  autodetect_next_page: 'not supported',
  single_page_link_in_feed: 'not supported',
  strip_attr: 'attributes are cleaned anyway',
  post_strip_attr: 'attributes are cleaned anyway',
  skip_id_or_class: 'not supported',
  footnotes: 'not supported',
  dissolve: 'not supported',
  wrap_in: 'not supported',
  move_into: 'not supported',
};

/**
 * @param file what notes and provenance call it
 * @returns a rule, empty in the worst case; never throws
 */
export function parseRule(text: string, file: string): ParsedRule {
  const reader = new RuleReader(file);
  let lines = 0;
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)
    .entries()) {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith('#')) continue;
    if (++lines > MAX_LINES) {
      reader.note(index + 1, 'problem', `only the first ${MAX_LINES} directives are read`);
      break;
    }
    reader.read(index + 1, trimmed);
  }
  return reader.finish();
}

interface Directive {
  readonly name: string;
  /** What stands in brackets after the name. */
  readonly argument: string | null;
  readonly value: string;
}

/** `name: value` or `name(argument): value`; the argument may hold colons and brackets. */
function splitDirective(line: string): Directive | null {
  const withArgument = /^([a-z_]+)\(/i.exec(line);
  const close = withArgument === null ? -1 : line.indexOf('):');
  if (withArgument !== null && close > 0) {
    const [open, name = ''] = withArgument;
    return {
      name: name.toLowerCase(),
      argument: line.slice(open.length, close),
      value: line.slice(close + 2).trim(),
    };
  }
  const colon = line.indexOf(':');
  if (colon < 1) return null;
  return {
    name: line.slice(0, colon).trim().toLowerCase(),
    argument: null,
    value: line.slice(colon + 1).trim(),
  };
}

class RuleReader {
  readonly #file: string;
  readonly #notes: RuleNote[] = [];
  readonly #patterns: Record<PatternField, Pattern[]> = {
    title: [],
    body: [],
    author: [],
    date: [],
    strip: [],
    nextPageLink: [],
    singlePageLink: [],
  };
  readonly #texts = { stripIdOrClass: [] as string[], stripImageSrc: [] as string[] };
  readonly #replacements: Replacement[] = [];
  readonly #tests: { url: string; contains: string[] }[] = [];
  /** A `find_string` that waits for its `replace_string`. */
  readonly #finds: { find: string; line: number }[] = [];
  readonly #replaces: { replace: string; line: number }[] = [];
  #prune = true;
  #autodetect = true;
  /** Where the last pattern went: a condition on the next line is about it. */
  #last: Pattern[] | null = null;

  constructor(file: string) {
    this.#file = file;
  }

  note(line: number, kind: RuleNote['kind'], message: string): void {
    if (this.#notes.length < MAX_NOTES) this.#notes.push({ line, kind, message });
  }

  read(line: number, text: string): void {
    const directive = splitDirective(text);
    if (directive === null) {
      this.note(line, 'problem', `“${shorten(text)}” is no directive`);
      return;
    }
    const { name, argument, value } = directive;
    if (value.length > MAX_VALUE || (argument?.length ?? 0) > MAX_VALUE) {
      this.note(line, 'problem', `${name} has more than ${MAX_VALUE} characters`);
      return;
    }
    if (name === 'if_page_contains') {
      this.#readCondition(line, value);
      return;
    }
    this.#last = null;
    if (name === 'replace_string') {
      this.#readReplace(line, argument, value);
      return;
    }
    if (MEANINGLESS.has(name)) return;
    const ignored = Object.hasOwn(IGNORED, name) ? IGNORED[name] : undefined;
    if (ignored !== undefined) {
      this.note(line, 'ignored', `${name}: ${ignored}`);
      return;
    }
    if (value === '') {
      this.note(line, 'problem', `${name} has no value`);
      return;
    }
    this.#readValue(line, name, value);
  }

  finish(): ParsedRule {
    this.#pairReplacements();
    const rule = {
      file: this.#file,
      ...this.#patterns,
      ...this.#texts,
      replacements: this.#replacements,
      prune: this.#prune,
      autodetectOnFailure: this.#autodetect,
      tests: this.#tests satisfies readonly RuleTest[],
    };
    return { rule, notes: this.#notes.toSorted((a, b) => a.line - b.line) };
  }

  #readValue(line: number, name: string, value: string): void {
    switch (name) {
      case 'title':
      case 'body':
      case 'author':
      case 'date':
      case 'strip':
      case 'next_page_link':
      case 'single_page_link':
        this.#readPattern(line, PATTERNS[name], value);
        return;
      case 'strip_id_or_class':
      case 'strip_image_src': {
        const text = value.replace(/["']/g, '').trim();
        if (text === '') {
          this.note(line, 'problem', `${name} has no value`);
          return;
        }
        this.#texts[TEXTS[name]].push(text);
        return;
      }
      case 'find_string':
        this.#finds.push({ find: value, line });
        return;
      case 'prune':
        this.#prune = this.#yesOrNo(line, name, value, this.#prune);
        return;
      case 'autodetect_on_failure':
        this.#autodetect = this.#yesOrNo(line, name, value, this.#autodetect);
        return;
      case 'test_url':
        this.#tests.push({ url: value, contains: [] });
        return;
      case 'test_contains': {
        const test = this.#tests.at(-1);
        if (test === undefined) {
          this.note(line, 'problem', 'test_contains comes before any test_url');
          return;
        }
        test.contains.push(value);
        return;
      }
      default:
        this.note(line, 'problem', `there is no directive ${shorten(name)}`);
        return;
    }
  }

  #readPattern(line: number, field: PatternField, value: string): void {
    const xpath = this.#compile(line, value);
    if (xpath === null) return;
    this.#patterns[field].push({ xpath, condition: null });
    this.#last = this.#patterns[field];
  }

  /** `if_page_contains` is about the pattern on the line before. */
  #readCondition(line: number, value: string): void {
    const list = this.#last;
    const pattern = list?.at(-1);
    this.#last = null;
    const condition = this.#compile(line, value);
    if (list === null || pattern === undefined) {
      this.note(line, 'problem', 'if_page_contains follows no pattern');
      return;
    }
    // A pattern whose condition cannot be told does not hold.
    list.pop();
    if (condition !== null) list.push({ ...pattern, condition });
  }

  #compile(line: number, pattern: string): XPath | null {
    try {
      return compileXPath(pattern);
    } catch (thrown) {
      this.note(line, 'problem', asNewsmillError(thrown).message.replace(/ Correct the rule file;.*$/s, ''));
      return null;
    }
  }

  /** `replace_string(a): b` stands alone; without brackets it answers a `find_string`. */
  #readReplace(line: number, find: string | null, replace: string): void {
    if (find === null) this.#replaces.push({ replace, line });
    else if (find === '') this.note(line, 'problem', 'replace_string has nothing to find');
    else this.#replacements.push({ find, replace });
  }

  /** The n-th `find_string` belongs to the n-th `replace_string`, wherever they stand. */
  #pairReplacements(): void {
    const pairs = this.#finds.flatMap(({ find }, index) => {
      const replace = this.#replaces[index]?.replace;
      return replace === undefined ? [] : [{ find, replace }];
    });
    if (this.#finds.length === this.#replaces.length) this.#replacements.unshift(...pairs);
    else {
      const line = this.#finds[0]?.line ?? this.#replaces[0]?.line ?? 0;
      const counts = `${this.#finds.length} find_string, ${this.#replaces.length} replace_string`;
      this.note(line, 'problem', `${counts}: none of them is used`);
    }
  }

  #yesOrNo(line: number, name: string, value: string, before: boolean): boolean {
    if (/^(?:yes|true|1)$/i.test(value)) return true;
    if (/^(?:no|false|0)$/i.test(value)) return false;
    this.note(line, 'problem', `${name} is yes or no, not “${shorten(value)}”`);
    return before;
  }
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
