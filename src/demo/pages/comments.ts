/** Readers' comments under the articles. They belong to no article, which an extractor must notice. */
import { html, type Markup } from '../html.ts';

const COMMENTS: readonly (readonly [name: string, text: string])[] = [
  ['tidewatcher', 'Read it out at breakfast. The porridge went cold and nobody complained.'],
  ['Mrs P. of Kiln Road', 'My late uncle would have had an opinion about this, and then another.'],
  ['cormorant_fan', 'Is there any chance of a longer piece? I would gladly do without the crossword for it.'],
  ['old_salt_77', 'I was there, and I can confirm the part about the soup.'],
  ['Lower Combe resident', 'Could the paper please remember that there is a Lower Combe as well.'],
  ['pencil', 'First sensible decision since the duck pond.'],
];

/** Three of them, the same ones for the same article. */
export function comments(seed: number): Markup {
  const chosen = [0, 1, 2].map((n) => COMMENTS[(seed + n * 2 + (n === 2 ? 1 : 0)) % COMMENTS.length]);
  return html`<section class="comments" id="comments">
<h2>Comments (3)</h2>
<ol>
${chosen.flatMap((comment) =>
  comment === undefined
    ? []
    : [
        html`<li class="comment"><p class="comment-author">${comment[0]}</p><p>${comment[1]}</p><button>Reply</button></li>`,
      ],
)}
</ol>
</section>`;
}
