/** How the papers look. */
import type { PaperId } from './story.ts';

export const STYLE = `
*{box-sizing:border-box}
body{margin:0;font:18px/1.6 Georgia,"Liberation Serif",serif;color:#222;background:#fbfaf7}
body.gazette{background:#fff;font-family:"Helvetica Neue",Arial,"Liberation Sans",sans-serif;font-size:17px}
a{color:#1f4e79;text-decoration:none}
a:hover{text-decoration:underline}
.gazette a{color:#8a2c20}
.skip-link{position:absolute;left:-9999px}
.masthead,#main,.newsletter,.site-footer{max-width:1040px;margin:0 auto;padding:0 24px}
.masthead{padding-top:24px}
.brand{display:inline-flex;gap:14px;align-items:center;font-size:36px;font-weight:bold;color:#17324d}
.gazette .brand{color:#5d1d15;letter-spacing:-.5px}
.motto{margin:2px 0 12px;color:#777;font-style:italic;font-size:15px}
.search{position:absolute;top:34px;right:max(24px,calc(50% - 496px))}
.search input,.newsletter input{padding:6px 10px;border:1px solid #bbb;border-radius:3px;font:inherit;font-size:15px}
button,.button{padding:6px 12px;border:1px solid #17324d;border-radius:3px;background:#17324d;color:#fff;font:inherit;font-size:15px}
.gazette button,.gazette .button{background:#5d1d15;border-color:#5d1d15;color:#fff}
.main-nav ul{display:flex;flex-wrap:wrap;gap:4px 22px;list-style:none;margin:0;padding:10px 0;border-top:2px solid #17324d;border-bottom:1px solid #ccc;font-size:15px;text-transform:uppercase;letter-spacing:.05em}
.gazette .main-nav ul{border-top-color:#5d1d15}
.breadcrumb ol,.share,.tags,.related ul,.comments ol,.site-footer ul{list-style:none;margin:0;padding:0}
.breadcrumb ol{display:flex;gap:8px;font-size:14px;margin-top:18px}
.breadcrumb li+li::before{content:"› ";color:#999}
.trail{font-size:14px;margin-top:18px}
h1{font-size:40px;line-height:1.15;margin:10px 0 14px;color:#141414}
h2{line-height:1.25}
.kicker{margin:18px 0 0;text-transform:uppercase;letter-spacing:.08em;font-size:13px;color:#a3541b}
.standfirst,.lead-in{font-size:21px;color:#444;margin:0 0 14px}
.byline{margin:0;font-weight:bold;font-size:16px}
.dates,.meta{margin:0 0 8px;color:#777;font-size:15px}
.share{display:flex;gap:14px;align-items:center;font-size:14px;margin-bottom:16px}
.lead-picture{margin:0 0 24px}
.lead-picture img{width:100%;height:auto;display:block;border-radius:3px}
figcaption{font-size:14px;color:#666;padding-top:6px}
.credit{color:#999}
.story{max-width:760px}
.story-body h2,.text h2{font-size:24px;margin:30px 0 8px}
blockquote{margin:24px 0;padding-left:20px;border-left:4px solid #d8c9a8;font-style:italic;font-size:20px}
.related{float:right;width:250px;margin:6px 0 18px 26px;padding:12px 16px;background:#f0ece2;font-size:15px;border-radius:3px}
.related h2{font-size:16px;margin:0 0 8px}
.related li{padding:6px 0;border-top:1px solid #ddd3bd}
.columns{display:grid;grid-template-columns:minmax(0,1fr) 270px;gap:44px}
.col-side .related{float:none;width:auto;margin:24px 0}
.promo{background:#f4e9e6;padding:12px 16px;font-size:15px;border-radius:3px}
.tags{display:flex;flex-wrap:wrap;gap:8px;margin:26px 0;font-size:14px}
.tags a{background:#ece8dd;padding:3px 10px;border-radius:12px}
.wire{font-size:14px;color:#777}
.paywall{margin:26px 0;padding:20px 24px;border:1px solid #d8c9a8;background:#fff8e8;text-align:center}
.comments{max-width:760px;border-top:1px solid #ddd;margin-top:30px;font-size:16px}
.comments h2{font-size:20px}
.comment{padding:10px 0;border-bottom:1px solid #eee}
.comment p{margin:0 0 6px}
.comment-author{font-weight:bold}
.comment button{background:none;border:0;color:#777;padding:0}
.newsletter{margin-top:44px;padding:18px 24px;background:#e8eef3;border-radius:4px}
.gazette .newsletter{background:#f4e9e6}
.newsletter h2{margin:0;font-size:20px}
.newsletter p{margin:6px 0 12px}
.site-footer{margin-top:30px;padding-bottom:40px;font-size:14px;color:#777}
.site-footer ul{display:flex;gap:20px;border-top:1px solid #ccc;padding-top:14px}
.teasers{display:grid;grid-template-columns:repeat(auto-fill,minmax(290px,1fr));gap:32px}
.teaser img{width:100%;height:auto;aspect-ratio:16/9;object-fit:cover;border-radius:3px;display:block}
.teaser .kicker{margin-top:10px}.front h1{margin:26px 0}
.teaser h2{font-size:22px;margin:4px 0 6px}
.teaser p{margin:0 0 6px;font-size:16px}
.teaser time{font-size:13px;color:#888}
`;

export const LOGO: Readonly<Record<PaperId, string>> = {
  courier: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 44 44"><circle cx="22" cy="22" r="21" fill="#17324d"/><path d="M8 27q3.5-4 7 0t7 0 7 0 7 0M12 33q2.5-3 5 0t5 0 5 0 5 0" fill="none" stroke="#fff" stroke-width="2.2"/><path d="M15 21h14l-2.5 3h-9zM22 8v11M22 9l7 9h-7z" fill="#fff" stroke="#fff"/></svg>`,
  gazette: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 44 44"><rect width="44" height="44" rx="6" fill="#5d1d15"/><path d="M5 31h34M8 31v-4q14-16 28 0v4M14 31v-8M22 31V20M30 31v-8" fill="none" stroke="#fff" stroke-width="2.5"/></svg>`,
};
