/**
 * Where a script ends (https://html.spec.whatwg.org/#script-data-state and the escaped states): at
 * `</script`, except within `<!--` … `<script` … `</script` … `-->`.
 */

/** The place of the `</script` that ends the script, or the input's length. */
export function endOfScript(input: string, start: number): number {
  const mark = /<!--|-->|<(\/?)script(?=[\t\n\f\r />])/gi;
  mark.lastIndex = start;
  let escaped = false;
  let doubleEscaped = false;
  for (let match = mark.exec(input); match !== null; match = mark.exec(input)) {
    const [text, slash] = match;
    if (text === '<!--') {
      if (!escaped) {
        escaped = true;
        // The dashes of `<!-->` both open and close.
        mark.lastIndex = match.index + 2;
      }
    } else if (text === '-->') {
      escaped = false;
      doubleEscaped = false;
    } else if (slash === '') {
      if (escaped) doubleEscaped = true;
    } else if (doubleEscaped) {
      doubleEscaped = false;
    } else {
      return match.index;
    }
  }
  return input.length;
}
