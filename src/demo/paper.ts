/** The two demo newspapers: a harbour town's and, up the valley, its neighbour's. */
import type { PaperId } from './story.ts';

export interface Paper {
  readonly id: PaperId;
  readonly name: string;
  readonly motto: string;
  /** Resolves to loopback everywhere (RFC 6761 §6.3). */
  readonly host: string;
  readonly sections: readonly string[];
  /** Path of the page of one section, before its slug. */
  readonly sectionFolder: string;
  readonly feedPath: string;
  readonly sitemapPath: string;
}

export const COURIER: Paper = {
  id: 'courier',
  name: 'The Larkmouth Courier',
  motto: 'News of the harbour and the hills',
  host: 'courier.localhost',
  sections: ['Harbour', 'Town', 'Culture', 'Nature', 'Business', 'Science', 'Sport', 'Deutsch', 'Français'],
  sectionFolder: '/',
  feedPath: '/feed.xml',
  sitemapPath: '/sitemap-news.xml',
};

export const GAZETTE: Paper = {
  id: 'gazette',
  name: 'Fennelbridge Gazette',
  motto: 'Every Thursday, and whenever something happens',
  host: 'gazette.localhost',
  sections: ['Town', 'Country', 'Culture', 'Sport', 'Transport', 'Deutsch', 'Español'],
  sectionFolder: '/rubric/',
  feedPath: '/atom.xml',
  sitemapPath: '/sitemap.xml',
};

/** A paper as it is served: with its port. */
export interface Site extends Paper {
  /** `http://courier.localhost:21034` */
  readonly origin: string;
}

export function siteOf(paper: Paper, port: number): Site {
  return { ...paper, origin: `http://${paper.host}:${port}` };
}
