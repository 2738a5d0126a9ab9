/** The list of active formatting elements (https://html.spec.whatwg.org/#the-list-of-active-formatting-elements). */
import type { AttributeList } from '../attributes.ts';
import type { Element } from '../element.ts';
import type { TagName } from '../names.ts';

/** The "Noah's Ark clause": no more than three alike. */
const MOST_ALIKE = 3;
/** How far back it looks for them: beyond any sane page, and short enough for the others. */
const LOOKED_BACK = 256;

export class FormattingList {
  /** Earliest first; null is a marker. */
  readonly items: (Element | null)[] = [];

  push(element: Element): void {
    let alike = 0;
    const end = Math.max(0, this.items.length - LOOKED_BACK);
    for (let i = this.items.length - 1; i >= end; i -= 1) {
      const other = this.items[i];
      if (other === null || other === undefined) break;
      if (other.name !== element.name || !sameAttributes(other.attributeList, element.attributeList))
        continue;
      alike += 1;
      if (alike === MOST_ALIKE) {
        this.items.splice(i, 1);
        break;
      }
    }
    this.items.push(element);
  }

  insertMarker(): void {
    this.items.push(null);
  }

  clearToMarker(): void {
    while (this.items.length > 0 && this.items.pop() !== null);
  }

  /** The last element of a name behind the last marker. */
  lastWithName(name: TagName): Element | null {
    for (let i = this.items.length - 1; i >= 0; i -= 1) {
      const element = this.items[i];
      if (element === null || element === undefined) return null;
      if (element.name === name) return element;
    }
    return null;
  }

  indexOf(element: Element): number {
    return this.items.lastIndexOf(element);
  }

  remove(element: Element): void {
    const at = this.indexOf(element);
    if (at !== -1) this.items.splice(at, 1);
  }
}

function sameAttributes(a: AttributeList, b: AttributeList): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 2) {
    let found = false;
    for (let j = 0; j < b.length && !found; j += 2) found = a[i] === b[j] && a[i + 1] === b[j + 1];
    if (!found) return false;
  }
  return true;
}
