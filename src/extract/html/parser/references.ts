/** Character references (https://html.spec.whatwg.org/#character-reference-state), with the table of `entities`. */
import { decodeHTML, decodeHTMLAttribute } from 'entities/decode';

/** Text between tags, its references resolved. */
export function decodeText(text: string): string {
  return decodeHTML(text);
}

/** An attribute's value, where `&copy=1` stays as it is. */
export function decodeAttribute(value: string): string {
  return decodeHTMLAttribute(value);
}
