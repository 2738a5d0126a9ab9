/**
 * JSON-LD of a page (https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents), read
 * as plain JSON: contexts are not loaded, types are schema.org's.
 */

/** A JSON object whose members nobody has checked yet. */
export type LooseObject = { readonly [key: string]: unknown };

export interface LinkedData {
  /** Every typed object, in document order, nested ones too. */
  readonly nodes: readonly LooseObject[];
  readonly byId: ReadonlyMap<string, LooseObject>;
  /** Nodes that stand within another one as something else than it: entries, comments, items of lists, what is cited. */
  readonly parts: ReadonlyMap<LooseObject, Part>;
}

/** `entry`: a part of the page's article that has a time and an author of its own. `other`: likely another page. */
export type Part = 'entry' | 'other';

/** Members that hold parts. Those of a node that is a part are parts too. */
const PARTS: ReadonlyMap<string, Part> = new Map([
  ['liveBlogUpdate', 'entry'],
  ['comment', 'entry'],
  ['itemListElement', 'other'],
  ['mentions', 'other'],
  ['about', 'other'],
  ['citation', 'other'],
  ['isBasedOn', 'other'],
  ['relatedLink', 'other'],
  ['isRelatedTo', 'other'],
  ['significantLink', 'other'],
]);

const MAX_NODES = 5000;
const MAX_DEPTH = 40;

export function isObject(value: unknown): value is LooseObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @param scripts text of each `script[type="application/ld+json"]`; a script that is no JSON, even mended, gives nothing */
export function readLinkedData(scripts: readonly string[]): LinkedData {
  const nodes: LooseObject[] = [];
  const byId = new Map<string, LooseObject>();
  const parts = new Map<LooseObject, Part>();
  for (const script of scripts) {
    const value = parseLenient(script);
    if (value !== undefined) collect(value, nodes, byId, parts);
    else {
      const rescued = rescue(script);
      if (rescued !== null) nodes.push(rescued);
    }
  }
  return { nodes, byId, parts };
}

/** Type names of a node without their namespace (`http://schema.org/NewsArticle` → `NewsArticle`). */
export function typesOf(node: LooseObject): readonly string[] {
  const type = node['@type'];
  const list = Array.isArray(type) ? type : [type];
  return list.filter((t) => typeof t === 'string').map((t) => t.replace(/^.*[/#:]/, ''));
}

/** First string of a value: strings, numbers, arrays of them, and `{ "@value": … }`. */
export function stringOf(value: unknown): string | null {
  return stringWithin(value, MAX_DEPTH);
}

function stringWithin(value: unknown, levels: number): string | null {
  if (levels === 0) return null;
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) {
    for (const item of value.slice(0, 20)) {
      const found = stringWithin(item, levels - 1);
      if (found !== null) return found;
    }
    return null;
  }
  return isObject(value) ? stringWithin(value['@value'] ?? null, levels - 1) : null;
}

/** A node with its `@id` reference followed, if it is a bare reference. */
export function resolve(value: unknown, data: LinkedData): unknown {
  if (!isObject(value)) return value;
  const id = value['@id'];
  if (typeof id === 'string' && Object.keys(value).length <= 2) return data.byId.get(id) ?? value;
  return value;
}

function collect(
  root: unknown,
  nodes: LooseObject[],
  byId: Map<string, LooseObject>,
  parts: Map<LooseObject, Part>,
): void {
  const stack: { value: unknown; depth: number; part: Part | undefined }[] = [
    { value: root, depth: 0, part: undefined },
  ];
  let seen = 0;
  while (stack.length > 0 && seen++ < MAX_NODES * 4 && nodes.length < MAX_NODES) {
    const top = stack.pop();
    if (top === undefined || top.depth > MAX_DEPTH) continue;
    const { value, depth, part } = top;
    if (Array.isArray(value)) {
      for (let i = Math.min(value.length, MAX_NODES) - 1; i >= 0; i--)
        stack.push({ value: value[i], depth: depth + 1, part });
    } else if (isObject(value)) {
      if (value['@type'] !== undefined) {
        nodes.push(value);
        if (part !== undefined) parts.set(value, part);
      }
      const id = value['@id'];
      if (typeof id === 'string' && Object.keys(value).length > 2) {
        const known = byId.get(id);
        if (known === undefined || Object.keys(known).length < Object.keys(value).length) byId.set(id, value);
      }
      const members = Object.entries(value);
      for (let i = members.length - 1; i >= 0; i--) {
        const [key, member] = members[i] ?? ['', null];
        if (typeof member === 'object' && member !== null)
          stack.push({ value: member, depth: depth + 1, part: part ?? PARTS.get(key) });
      }
    }
  }
}

function parseLenient(script: string): unknown {
  const text = unwrap(script);
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // Templates leave raw line breaks in strings and commas before brackets: one mended try.
    try {
      return JSON.parse(mend(text));
    } catch {
      // Neither: the page's JSON-LD is unusable, and the other sources stand in for it.
      return undefined;
    }
  }
}

const RESCUED =
  /"(@type|headline|datePublished|dateModified|name|articleSection)"\s*:\s*"((?:[^"\\\n]|\\.){1,400})"/g;

/** The plain members of an article whose JSON is broken beyond mending; each the first time it occurs. */
function rescue(script: string): LooseObject | null {
  const members: Record<string, string> = {};
  for (const match of script.slice(0, 100_000).matchAll(RESCUED)) {
    const [, key, value] = match;
    if (key === undefined || value === undefined || (key === '@type' && !/Article|Posting/.test(value)))
      continue;
    members[key] ??= value.replaceAll('\\"', '"').replaceAll('\\/', '/');
  }
  return members['@type'] === undefined || members.datePublished === undefined ? null : members;
}

/** Takes off comment and CDATA wrappers and a trailing semicolon. */
function unwrap(script: string): string {
  let text = script.trim();
  if (text.startsWith('<!--')) text = text.slice(4);
  if (text.endsWith('-->')) text = text.slice(0, -3);
  text = text.replace(/^\s*(?:\/\/|\/\*)?\s*<!\[CDATA\[\s*(?:\*\/)?/, '');
  // Only the end is searched: a long run of spaces elsewhere would cost the square of its length.
  const end = Math.max(0, text.length - 100);
  text = text.slice(0, end) + text.slice(end).replace(/(?:\/\/|\/\*)?\s*\]\]>\s*(?:\*\/)?\s*$/, '');
  text = text.trim();
  return text.endsWith(';') ? text.slice(0, -1) : text;
}

/** One pass over the text: escapes control characters inside strings, drops commas before a closing bracket. */
function mend(text: string): string {
  const out: string[] = [];
  let inString = false;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (inString) {
      if (code === 0x5c) {
        const next = text[i + 1] ?? '';
        if (!'"\\/bfnrtu'.includes(next)) {
          out.push(text.slice(from, i), '\\\\');
          from = i + 1;
        } else i++;
      } else if (code === 0x22) inString = false;
      else if (code < 0x20) {
        out.push(text.slice(from, i), ' ');
        from = i + 1;
      }
    } else if (code === 0x22) inString = true;
    else if (code === 0x2c) {
      let j = i + 1;
      while (j < text.length && /\s/.test(text[j] ?? '')) j++;
      if (text[j] === '}' || text[j] === ']') {
        out.push(text.slice(from, i));
        from = i + 1;
      }
    }
  }
  out.push(text.slice(from));
  return out.join('');
}
