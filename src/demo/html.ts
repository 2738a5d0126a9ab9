/** Markup by tagged template: what is put in is escaped, unless it is markup already. */

export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Value = string | number | Markup | readonly Markup[] | null;

/** `` html`<p>${sentence}</p>` `` */
export function html(strings: TemplateStringsArray, ...values: Value[]): Markup {
  return new Markup(
    strings.reduce((text, string, index) => text + render(values[index - 1] ?? null) + string),
  );
}

/** JSON-LD for a script element: `<` is escaped, so that no text can end the element. */
export function jsonLd(data: object): Markup {
  const json = JSON.stringify(data, null, 2).replaceAll('<', '\\u003c');
  return new Markup(`<script type="application/ld+json">\n${json}\n</script>`);
}

function render(value: Value): string {
  if (value === null) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'object') return value.map((markup) => markup.text).join('\n');
  return escapeText(String(value));
}

/** Text for HTML and XML, in elements and in quoted attributes. */
export function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
