/** A YAML file (YAML 1.2, core schema) whose every key knows its line. */
import { readFileSync, statSync } from 'node:fs';
import { isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { NewsmillError } from '../errors.ts';
import { wordsFor } from '../file-fault.ts';
import type { Problem } from './problems.ts';

export interface YamlFile {
  /** The document as plain values; null for an empty one. */
  readonly value: unknown;
  /** Line (from 1) of the key or item at `path`, or of the nearest thing around it. */
  lineOf(path: readonly PropertyKey[]): number;
  /** Syntax errors. When there are any, `value` is null. */
  readonly problems: readonly Problem[];
}

/** No configuration is longer than that; a device or a log given by mistake is not read to its end. */
const MAX_BYTES = 4 * 1024 * 1024;

/**
 * @param file  path to read
 * @param shown the file's name in messages
 * @throws NewsmillError `file_unreadable`
 */
export function readYamlFile(file: string, shown: string): YamlFile {
  return parseYaml(readText(file, shown), shown);
}

function readText(file: string, shown: string): string {
  try {
    const stat = statSync(file);
    if (!stat.isFile()) throw new Error('it is not a file');
    if (stat.size > MAX_BYTES) throw new Error(`it is larger than ${MAX_BYTES} bytes`);
    return textOf(readFileSync(file));
  } catch (error) {
    throw new NewsmillError('file_unreadable', `${shown} cannot be read: ${wordsFor(error, shown)}`, {
      cause: error,
    });
  }
}

/** YAML 1.2 §5.2 allows UTF-16 and UTF-32 too; newsmill's files are UTF-8, and any other bytes are told apart from a typing error. */
function textOf(bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe' || mark === 'feff')
    throw new Error('it is text in UTF-16. Save it as UTF-8 with your editor');
  if (bytes.includes(0)) throw new Error('it is a binary file, not text. Write a text file in its place');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const line = firstBadLine(bytes);
    throw new Error(`line ${line} is not UTF-8. Save the file as UTF-8 with your editor`);
  }
}

/** Line, from 1, of the first byte that is no UTF-8. */
function firstBadLine(bytes: Buffer): number {
  const good = bytes.toString('utf8').split('\ufffd', 1)[0] ?? '';
  return good.split('\n').length;
}

export function parseYaml(text: string, shown: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' });
  const problems: Problem[] = [...document.errors, ...document.warnings].map((error) => ({
    where: `${shown}:${lines.linePos(error.pos[0]).line}`,
    key: '',
    message: `this is not YAML as it should be: ${firstLine(error.message)}`,
  }));
  const lineOf = (path: readonly PropertyKey[]): number => {
    const offset = offsetOf(document.contents, path);
    return offset === undefined ? 1 : lines.linePos(offset).line;
  };
  if (problems.length > 0) return { value: null, lineOf, problems };
  try {
    return { value: document.toJS({ maxAliasCount: 100 }), lineOf, problems };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { value: null, lineOf, problems: [{ where: `${shown}:1`, key: '', message: firstLine(reason) }] };
  }
}

/** Offset of the last step of `path` that exists. */
function offsetOf(contents: unknown, path: readonly PropertyKey[]): number | undefined {
  let here = contents;
  let offset: number | undefined;
  for (const step of path) {
    if (isMap(here)) {
      const pair = here.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (!isPair(pair) || !isNode(pair.key)) break;
      offset = pair.key.range?.[0] ?? offset;
      here = pair.value;
    } else if (isSeq(here)) {
      here = here.items[Number(step)];
      if (!isNode(here)) break;
      offset = here.range?.[0] ?? offset;
    } else break;
  }
  return offset;
}

const firstLine = (text: string): string => text.split('\n', 1)[0]?.trim() ?? text;
