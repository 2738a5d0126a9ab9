/** HTML in template literals: every value is escaped, unless it is HTML made here. */

export interface Html {
  readonly html: string;
}

type Value = Html | string | number | null | undefined | readonly Html[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
}

/** `` html`<p title="${title}">${body}</p>` `` — attributes must be in quotes. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  const rest = values.map((value, i) => render(value) + (strings[i + 1] ?? ''));
  return { html: (strings[0] ?? '') + rest.join('') };
}

function render(value: Value): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  if ('html' in value) return value.html;
  return value.map((part) => part.html).join('');
}

/** An address that may stand in `href`; anything but http and https becomes `#`. */
export function webHref(url: string): string {
  return /^https?:\/\//i.test(url) ? url : '#';
}
