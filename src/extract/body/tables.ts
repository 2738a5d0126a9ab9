/** Tables as markup has them: which hold data, and what their cells span. */
import type { DomElement } from '../html/dom.ts';

/** Whether a table holds data (short cells in columns) rather than layout. */
export function isDataTable(table: DomElement): boolean {
  if (table.getAttribute('role') === 'presentation') return false;
  if (table.getElementsByTagName('table').length > 0) return false;
  let cells = 0;
  let longest = 0;
  let total = 0;
  let rows = 0;
  for (const row of table.getElementsByTagName('tr')) {
    rows++;
    for (const cell of row.children) {
      const length = (cell.textContent ?? '').trim().length;
      cells++;
      total += length;
      if (length > longest) longest = length;
    }
  }
  if (rows === 0 || cells <= rows) return false;
  return total / cells < 100 && longest < 600;
}

/** How many rows or columns a cell takes (HTML standard §4.9.11). */
export function spanOf(cell: DomElement, name: 'colspan' | 'rowspan'): number {
  const span = Number.parseInt(cell.getAttribute(name) ?? '1', 10);
  return span >= 1 && span <= 1000 ? span : 1;
}
