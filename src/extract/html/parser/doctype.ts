/** Doctypes (https://html.spec.whatwg.org/#doctype-state), and the quirks mode they decide. */
import { asciiLowerCase } from '../names.ts';
import { replaceNul } from './characters.ts';
import type { Doctype } from './tokens.ts';

/** @param input what follows `<!doctype`, with the `>` that ends it, if there is one: none stands within a doctype */
export function readDoctype(input: string): Doctype {
  return new DoctypeReader(input).read();
}

class DoctypeReader {
  #at = 0;
  readonly #input: string;
  #publicId: string | null = null;
  #systemId: string | null = null;

  constructor(input: string) {
    this.#input = input;
  }

  read(): Doctype {
    this.#skipSpace();
    const name = this.#match(/[^\t\n\f\r >]+/y);
    const well = name !== null && this.#readIds();
    return {
      name: name === null ? null : asciiLowerCase(replaceNul(name)),
      publicId: this.#publicId,
      systemId: this.#systemId,
      forceQuirks: !well,
    };
  }

  /** The identifiers, if any. False when they are not as they should be; whatever is left is skipped. */
  #readIds(): boolean {
    this.#skipSpace();
    if (this.#isClosed()) return true;
    const keyword = this.#match(/public|system/iy);
    if (keyword === null) return false;
    this.#skipSpace();
    if (keyword.toLowerCase() === 'public') {
      const id = this.#readQuoted();
      this.#publicId = id?.text ?? null;
      if (id === null || !id.complete) return false;
      this.#skipSpace();
      if (this.#isClosed()) return true;
    }
    const id = this.#readQuoted();
    this.#systemId = id?.text ?? null;
    if (id === null || !id.complete) return false;
    this.#skipSpace();
    // Other characters behind the system identifier do no harm.
    return this.#at < this.#input.length;
  }

  /** An identifier in quotes; not complete when `>` or the input's end cuts it off; null without a quote. */
  #readQuoted(): { text: string; complete: boolean } | null {
    const quote = this.#input.charAt(this.#at);
    if (quote !== '"' && quote !== "'") return null;
    this.#at += 1;
    const text = this.#match(quote === '"' ? /[^">]*/y : /[^'>]*/y) ?? '';
    const complete = this.#input.charAt(this.#at) === quote;
    if (complete) this.#at += 1;
    return { text: replaceNul(text), complete };
  }

  #skipSpace(): void {
    this.#match(/[\t\n\f\r ]*/y);
  }

  #isClosed(): boolean {
    return this.#input.charAt(this.#at) === '>';
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#input);
    if (match === null) return null;
    this.#at += match[0].length;
    return match[0];
  }
}

/** Public identifiers that begin like this, in lower case, make quirks (HTML standard, 13.2.6.4.1). */
const QUIRKS_PREFIXES: readonly string[] = [
  '+//silmaril//dtd html pro v0r11 19970101//',
  '-//as//dtd html 3.0 aswedit + extensions//',
  '-//advasoft ltd//dtd html 3.0 aswedit + extensions//',
  ...(
    '2.0 level 1|2.0 level 2|2.0 strict level 1|2.0 strict level 2|2.0 strict|2.0|2.1e|3.0|3.2 final|3.2|3|level 0|' +
    'level 1|level 2|level 3|strict level 0|strict level 1|strict level 2|strict level 3|strict'
  )
    .split('|')
    .map((version) => `-//ietf//dtd html ${version}//`),
  '-//ietf//dtd html//',
  '-//metrius//dtd metrius presentational//',
  ...'2.0 html strict|2.0 html|2.0 tables|3.0 html strict|3.0 html|3.0 tables'
    .split('|')
    .map((version) => `-//microsoft//dtd internet explorer ${version}//`),
  '-//netscape comm. corp.//dtd html//',
  '-//netscape comm. corp.//dtd strict html//',
  "-//o'reilly and associates//dtd html 2.0//",
  "-//o'reilly and associates//dtd html extended 1.0//",
  "-//o'reilly and associates//dtd html extended relaxed 1.0//",
  '-//sq//dtd html 2.0 hotmetal + extensions//',
  '-//softquad software//dtd hotmetal pro 6.0::19990601::extensions to html 4.0//',
  '-//softquad//dtd hotmetal pro 4.0::19971010::extensions to html 4.0//',
  '-//spyglass//dtd html 2.0 extended//',
  '-//sun microsystems corp.//dtd hotjava html//',
  '-//sun microsystems corp.//dtd hotjava strict html//',
  ...(
    '3 1995-03-24|3.2 draft|3.2 final|3.2|3.2s draft|4.0 frameset|4.0 transitional|experimental 19960712|' +
    'experimental 970421'
  )
    .split('|')
    .map((version) => `-//w3c//dtd html ${version}//`),
  '-//w3c//dtd w3 html//',
  '-//w3o//dtd w3 html 3.0//',
  '-//webtechs//dtd mozilla html 2.0//',
  '-//webtechs//dtd mozilla html//',
];
const QUIRKS_PUBLIC_IDS = new Set([
  '-//w3o//dtd w3 html strict 3.0//en//',
  '-/w3c/dtd html 4.0 transitional/en',
  'html',
]);
const QUIRKS_SYSTEM_ID = 'http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd';
const QUIRKS_PREFIXES_WITHOUT_SYSTEM_ID: readonly string[] = [
  '-//w3c//dtd html 4.01 frameset//',
  '-//w3c//dtd html 4.01 transitional//',
];

/** Whether a page with this doctype is in quirks mode. */
export function isQuirky(doctype: Doctype): boolean {
  if (doctype.forceQuirks || doctype.name !== 'html') return true;
  const publicId = asciiLowerCase(doctype.publicId ?? '');
  return (
    asciiLowerCase(doctype.systemId ?? '') === QUIRKS_SYSTEM_ID ||
    QUIRKS_PUBLIC_IDS.has(publicId) ||
    QUIRKS_PREFIXES.some((prefix) => publicId.startsWith(prefix)) ||
    (doctype.systemId === null &&
      QUIRKS_PREFIXES_WITHOUT_SYSTEM_ID.some((prefix) => publicId.startsWith(prefix)))
  );
}
