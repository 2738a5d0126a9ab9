/** Whether what somebody wrote can be meant as a URL at all. */

/** An absolute URL, one without its scheme (`news.example/a`), or a path; `no url` and `::` are none of these. */
export function couldBeUrl(text: string): boolean {
  if (text.startsWith('/') || URL.canParse(text)) return true;
  return !text.includes('://') && URL.canParse(`http://${text}`);
}
