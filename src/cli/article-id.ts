import { NewsmillError } from '../errors.ts';
import { ArticleId } from '../ids.ts';
import { plain } from './output.ts';

/** @throws NewsmillError `invalid_input` for what is no id of an article */
export function parseArticleId(text: string): ArticleId {
  const id = ArticleId.safeParse(text);
  if (!id.success)
    throw new NewsmillError(
      'invalid_input',
      `“${plain(text)}” is not an article id; \`newsmill articles list\` shows them`,
    );
  return id.data;
}
