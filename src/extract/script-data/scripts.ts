/** The data that a page hands to its scripts: JSON elements, values assigned or pushed, streamed rows. */
import { isObject } from '../page/json-ld.ts';
import { readFlight } from './flight.ts';
import { readLiteral } from './literal.ts';

export interface ScriptData {
  readonly values: readonly unknown[];
  /** Strings that stand for other texts. */
  readonly texts: ReadonlyMap<string, string>;
}

/** What of a script element is looked at. */
export interface DataScript {
  /** The type attribute, lower case; empty without one. */
  readonly type: string;
  readonly text: string;
}

/** Characters of all scripts of a page that are read. */
const MAX_CHARS = 8_000_000;
/** Values that are looked for in one script. */
const MAX_STARTS = 100;

/** What pushes rows, however few at a time. */
export const STREAM = '__next_f';

/** Shorter scripts hold no article. */
export const LEAST_SCRIPT = 200;

export function readScriptData(scripts: readonly DataScript[]): ScriptData {
  const values: unknown[] = [];
  const stream: string[] = [];
  let chars = 0;
  for (const { type, text } of scripts) {
    chars += text.length;
    if (chars > MAX_CHARS) break;
    if (/json$/.test(type)) addJson(text, values);
    else if (/^(?:|module|(?:text|application)\/(?:x-)?(?:java|ecma)script)$/.test(type))
      addAssigned(text, values, stream);
  }
  const flight = readFlight(stream.join(''));
  return { values: [...values, ...flight.values], texts: flight.texts };
}

function addJson(text: string, values: unknown[]): void {
  const value = parse(text.trim().replace(/^<!--/, '').replace(/-->$/, ''));
  if (value !== undefined) values.push(isFlattened(value) ? unflatten(value) : value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Settings in a form of the site's own: no data that could be read.
    return undefined;
  }
}

/** Where a value may begin: behind an assignment or in a call. */
const START =
  /(?:[\w$\])'"]\s{0,3}=\s{0,3}|\.push\(\s{0,3}|JSON\.parse\(\s{0,3}(?:decodeURIComponent\(\s{0,3})?)(?=[{["'`])|__next_f\.push\(\[1,\s{0,3}(?=")|=\s{0,3}\(?\s{0,3}function\s{0,3}\(/g;

function addAssigned(text: string, values: unknown[], stream: string[]): void {
  START.lastIndex = 0;
  for (let starts = 0; starts < MAX_STARTS; starts++) {
    const found = START.exec(text);
    if (found === null) return;
    const after = found.index + found[0].length;
    if (found[0].endsWith('(') && /function/.test(found[0])) {
      const made = readCalled(text, after);
      if (made !== null) values.push(made);
      continue;
    }
    const whole = readWhole(text, after);
    if (whole !== undefined) {
      values.push(whole);
      return;
    }
    const literal = readLiteral(text, after);
    if (literal === null) continue;
    START.lastIndex = literal.end;
    const { value } = literal;
    if (found[0].startsWith(STREAM)) {
      if (typeof value === 'string') stream.push(value);
    } else if (typeof value === 'string') addWritten(value, values);
    else if (typeof value === 'object' && value !== null) values.push(value);
  }
}

/** Shorter texts are read as fast by hand. */
const LEAST_WHOLE = 2000;

/** A text that is one JSON value to its end, as most frameworks print their state: the platform reads it many times faster. */
function readWhole(text: string, at: number): object | undefined {
  if (text.length - at < LEAST_WHOLE || !/[{[]/.test(text[at] ?? '')) return undefined;
  const end = /[}\]][\s;]{0,20}$/.exec(text.slice(-21));
  if (end === null) return undefined;
  const value = parse(text.slice(at, text.length - end[0].length + 1));
  return typeof value === 'object' && value !== null ? value : undefined;
}

/** JSON in a string, perhaps percent-encoded. */
function addWritten(text: string, values: unknown[]): void {
  if (text.length < LEAST_SCRIPT) return;
  let json = text;
  if (/^%[57]B/i.test(text)) {
    try {
      json = decodeURIComponent(text);
    } catch {
      // Not percent-encoded after all.
      return;
    }
  }
  if (!/^\s*[{[]/.test(json)) return;
  const value = parse(json);
  if (value !== undefined) values.push(value);
}

const PARAMETERS = /([\w$\s,]*)\)\s*\{/y;
const MAX_HEAD = 200_000;

/**
 * `(function(a,b){…return {…a…}})("x",2)`, as Nuxt 2 prints its state: the returned literal, with its parameters'
 * values. What stands before the return is not carried out.
 * @param at behind the bracket that opens the parameters
 */
function readCalled(text: string, at: number): unknown {
  PARAMETERS.lastIndex = at;
  const head = PARAMETERS.exec(text);
  if (head === null) return null;
  const parameters = (head[1] ?? '').split(',').map((name) => name.trim());
  const body = text.indexOf('return', at + head[0].length);
  if (body < 0 || body - at > MAX_HEAD) return null;
  // Once to see where it ends, once with the values that stand behind it.
  const unknown = new Map(parameters.map((name) => [name, null]));
  const returned = readLiteral(text, body + 'return'.length, unknown);
  if (returned === null) return null;
  const call = /^[\s;]*\}\s*\)?\s*\(/.exec(text.slice(returned.end, returned.end + 100));
  if (call === null) return null;
  const values = readLiteral(`[${text.slice(returned.end + call[0].length).replace(/\)[\s);]*$/, '')}]`, 0);
  const given = values !== null && Array.isArray(values.value) ? values.value : [];
  const names = new Map(parameters.map((name, i) => [name, given[i] ?? null]));
  return readLiteral(text, body + 'return'.length, names)?.value ?? null;
}

/** One array of all values, in which numbers name places: how Nuxt 3 and SvelteKit write data that may be cyclic. */
function isFlattened(value: unknown): value is readonly unknown[] {
  if (!Array.isArray(value) || value.length < 3) return false;
  const first: unknown = value[0];
  const places = Array.isArray(first) ? first.slice(1) : isObject(first) ? Object.values(first) : [];
  return (
    places.length > 0 && places.every((place) => Number.isInteger(place) && Number(place) < value.length)
  );
}

/** Wrappers around one value: `["Reactive", 4]`. */
const WRAPPER = /^(?:(?:Shallow)?(?:Reactive|Ref)|Empty(?:Shallow)?Ref|NuxtError|Island|Set)$/;
const MAX_LEVELS = 60;

function unflatten(flat: readonly unknown[]): unknown {
  const made = new Map<number, unknown>();
  const at = (place: unknown, level: number): unknown => {
    if (typeof place !== 'number' || place < 0 || level > MAX_LEVELS) return null;
    if (made.has(place)) return made.get(place);
    const value = flat[place];
    if (Array.isArray(value)) {
      const [name] = value as unknown[];
      if (typeof name === 'string') {
        const inner = WRAPPER.test(name) ? at(value[1], level + 1) : value[1];
        made.set(place, inner);
        return inner;
      }
      const list: unknown[] = [];
      made.set(place, list);
      for (const item of value as unknown[]) list.push(at(item, level + 1));
      return list;
    }
    if (!isObject(value)) {
      made.set(place, value);
      return value;
    }
    const out: Record<string, unknown> = Object.create(null);
    made.set(place, out);
    for (const [key, member] of Object.entries(value)) out[key] = at(member, level + 1);
    return out;
  };
  return at(0, 0);
}
