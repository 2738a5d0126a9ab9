/**
 * Attributes. An element keeps them as one flat list of name and value in turn (most elements have
 * none to three, so a list beats a map, and no object is made until `attributes` is read).
 *
 * Names are qualified names; the standard's XLink, XML and XMLNS namespaces are not kept, because
 * their qualified names already tell them apart.
 */
import type { DomAttr } from './dom.ts';

/** `[name, value, name, value, …]`. */
export type AttributeList = string[];

/** The list of every element without attributes. Never written to. */
export const NO_ATTRIBUTES: AttributeList = [];

/** One attribute as an object (https://dom.spec.whatwg.org/#interface-attr), a copy of what the element holds. */
export class Attr implements DomAttr {
  declare readonly name: string;
  declare readonly value: string;

  constructor(name: string, value: string) {
    this.name = name;
    this.value = value;
  }

  cloneNode(): Attr {
    return new Attr(this.name, this.value);
  }
}

/** Where the value of `name` is in the list, or -1. */
export function indexOfValue(list: AttributeList, name: string): number {
  for (let i = 0; i < list.length; i += 2) if (list[i] === name) return i + 1;
  return -1;
}

/** The list as `Attr` objects, in order. */
export function toAttrs(list: AttributeList): Attr[] {
  const attrs: Attr[] = [];
  for (let i = 0; i + 1 < list.length; i += 2) attrs.push(new Attr(list[i] ?? '', list[i + 1] ?? ''));
  return attrs;
}
