/** The style sheet of newsmill's own pages. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #f6f4ef; --card: #ffffff; --ink: #1d1b18; --faint: #6d675e; --line: #e2ddd3; --accent: #b4441f;
  --good: #2c7a4b; --bad: #b3261e; --tint: #f3e7e1;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #161513; --card: #1f1d1a; --ink: #ece8e1; --faint: #a19a8e; --line: #35322d; --accent: #f0875f;
    --good: #6fc592; --bad: #ff8a80; --tint: #3a2820;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; max-width: 72rem; padding: 0 1.25rem 3rem; background: var(--paper); color: var(--ink);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif;
}
a { color: inherit; text-decoration-color: var(--line); text-underline-offset: .18em; }
a:hover { color: var(--accent); text-decoration-color: currentColor; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
header { display: flex; flex-wrap: wrap; align-items: baseline; gap: .4rem 1rem; padding: 1.6rem 0 1.2rem; }
header .name {
  font: 700 1.75rem/1 Georgia, "Times New Roman", "DejaVu Serif", serif; letter-spacing: -.02em; text-decoration: none;
}
header nav { display: flex; flex-wrap: wrap; gap: .3rem 1.1rem; margin-left: auto; color: var(--faint); }
header form { display: inline; }
button.link { font: inherit; color: inherit; background: none; border: 0; padding: 0; text-decoration: underline; cursor: pointer; }
#state { color: var(--good); font-size: .85rem; }
#state::before { content: ""; display: inline-block; width: .55em; height: .55em; margin-right: .45em; border-radius: 50%; background: currentColor; }
#state.down { color: var(--bad); }
h2 { margin: 0 0 .7rem; font-size: .8rem; font-weight: 600; letter-spacing: .06em; text-transform: uppercase; color: var(--faint); }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(7.6rem, 1fr)); gap: .8rem; margin: 0 0 1.6rem; padding: 0; }
.tile, .card { background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
.tile { padding: .85rem 1rem; display: flex; flex-direction: column-reverse; }
.tile dt { color: var(--faint); font-size: .85rem; }
.tile dd { margin: 0; font: 600 1.7rem/1.2 Georgia, "Times New Roman", "DejaVu Serif", serif; font-variant-numeric: tabular-nums; }
.tile.lead dd { color: var(--accent); }
.columns { display: grid; grid-template-columns: minmax(0, 1fr) 22rem; gap: 1.6rem; align-items: start; }
@media (max-width: 60rem) { .columns { grid-template-columns: minmax(0, 1fr); } }
.card { padding: 1rem 1.1rem; margin-bottom: 1.2rem; overflow-x: auto; }
ol.articles { list-style: none; margin: 0; padding: 0; }
ol.articles li { padding: .65rem 0; border-top: 1px solid var(--line); }
ol.articles li:first-child { border-top: 0; padding-top: 0; }
ol.articles .title { font: 600 1.06rem/1.35 Georgia, "Times New Roman", "DejaVu Serif", serif; text-decoration: none; overflow-wrap: anywhere; }
ol.articles p { margin: .15rem 0 0; color: var(--faint); font-size: .85rem; }
ol.articles p > * + *::before { content: "\\00b7"; margin: 0 .45em 0 .2em; }
.badge { display: inline-block; margin-left: .45em; padding: 0 .5em; border-radius: 999px; background: var(--tint); color: var(--accent); font: 500 .75rem/1.6 system-ui, sans-serif; vertical-align: .1em; }
table { width: 100%; border-collapse: collapse; font-size: .9rem; }
th { text-align: right; font-weight: 400; font-size: .8rem; color: var(--faint); padding: 0 0 .35rem .6rem; }
td { text-align: right; padding: .3rem 0 .3rem .6rem; border-top: 1px solid var(--line); font-variant-numeric: tabular-nums; }
th:first-child, td:first-child { text-align: left; padding-left: 0; }
td.zero { color: var(--faint); opacity: .55; }
td.failed { color: var(--bad); }
ul.failures { list-style: none; margin: 0; padding: 0; font-size: .85rem; }
ul.failures li { padding: .4rem 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
ul.failures li:first-child { border-top: 0; padding-top: 0; }
ul.failures code { color: var(--bad); }
.empty { color: var(--faint); margin: 0; }
form.sign-in { max-width: 26rem; }
form.sign-in label { display: block; margin-bottom: .4rem; }
form.sign-in input { width: 100%; font: inherit; padding: .5rem .65rem; border: 1px solid var(--line); border-radius: 7px; background: var(--paper); color: inherit; }
form.sign-in button { margin-top: .9rem; font: inherit; font-weight: 600; padding: .5rem 1.1rem; border: 0; border-radius: 7px; background: var(--accent); color: var(--card); cursor: pointer; }
.wrong { color: var(--bad); }
`;
