/** Parts of a URL that name a visit or a visitor, not a page. */

/**
 * Parameters that advertising, mail and analytics programs add to links, by the program that does. Words that a
 * site may use to pick a page (`ref`, `source`, `id`, `mod`) are left alone, however often they only track.
 */
const TRACKING: Readonly<Record<string, readonly string[]>> = {
  'Google Ads and Analytics': [
    'gclid',
    'gclsrc',
    'dclid',
    'gbraid',
    'wbraid',
    'gad',
    'gad_source',
    'gad_campaignid',
    'srsltid',
    '_ga',
    '_gl',
  ],
  'Google AMP viewer': ['amp_js_v', 'usqp', '__twitter_impression'],
  Meta: ['fbclid', 'fb_action_ids', 'fb_action_types', 'fb_ref', 'fb_source', 'fbc_id', 'igsh', 'igshid'],
  Microsoft: ['msclkid', 'ocid', 'cvid'],
  'X, TikTok, Snapchat, Pinterest, LinkedIn, Reddit': [
    'twclid',
    'ref_src',
    'ref_url',
    'ttclid',
    'sccid',
    'epik',
    'li_fat_id',
    'rdt_cid',
  ],
  Yandex: ['yclid', 'ysclid', '_openstat'],
  Yahoo: ['guccounter', 'guce_referrer', 'guce_referrer_sig', 'soc_src', 'soc_trk', '.tsrc'],
  'Taboola and Outbrain': ['tblci', 'dicbo', 'obclid'],
  'affiliate networks (Impact, Awin, CJ, TradeDoubler)': ['irclickid', 'irgwc', 'awc', 'cjevent', 'tduid'],
  'mail programs (Drip, Kit, Dotdigital, Salesforce, Klaviyo)': [
    '__s',
    'ck_subscriber_id',
    'dm_i',
    'sfmc_id',
    '_ke',
    '_kx',
  ],
  Wikipedia: ['wprov'],
  Mailchimp: ['mc_cid', 'mc_eid'],
  HubSpot: ['_hsenc', '_hsmi', '__hstc', '__hssc', '__hsfp', 'hsctatracking'],
  Marketo: ['mkt_tok'],
  'Adobe Analytics and Advertising': ['s_cid', 's_kwcid', 'ef_id'],
  'AT Internet': [
    'xtor',
    'at_medium',
    'at_campaign',
    'at_campaign_type',
    'at_format',
    'at_variant',
    'at_creation',
  ],
  comScore: ['ns_campaign', 'ns_mchannel', 'ns_source', 'ns_linkname', 'ns_fee'],
  'Webtrekk and Webtrends': ['wt_mc', 'wt_zmc', 'wt.mc_id', 'wt.mc_ev'],
  Branch: ['_branch_match_id', '_branch_referrer'],
  'Omeda, Vero, MailerLite, Wicked Reports': [
    'oly_anon_id',
    'oly_enc_id',
    'vero_id',
    'vero_conv',
    'ml_subscriber',
    'ml_subscriber_hash',
    'wickedid',
  ],
  'share buttons and campaign codes of newspapers': [
    'cmp',
    'cmpid',
    'icid',
    'ncid',
    'smid',
    'smtyp',
    'taid',
    'mbid',
    'sr_share',
    'nr_email_referer',
  ],
};

/** As `TRACKING`, for programs whose parameters share a beginning. */
const TRACKING_PREFIXES: readonly string[] = [
  'utm_', // Google Analytics, and most that came after it
  'mtm_',
  'matomo_',
  'pk_',
  'piwik_', // Matomo
  'hsa_', // HubSpot ads
  'itm_', // links inside a site, named as Google's are
  'at_custom',
  'at_link',
  'at_ptr',
  'at_bbc', // AT Internet
  'cx_', // Piano
];

const TRACKING_NAMES: ReadonlySet<string> = new Set(Object.values(TRACKING).flat());

/** Whether a query parameter only tells where a reader came from. `name` is in lower case. */
export function isTrackingParameter(name: string): boolean {
  return TRACKING_NAMES.has(name) || TRACKING_PREFIXES.some((prefix) => name.startsWith(prefix));
}

/** Session parameters of PHP, Java servlets, ColdFusion, osCommerce and Zen Cart. */
const SESSION_NAMES: ReadonlySet<string> = new Set([
  'phpsessid',
  'jsessionid',
  'cfid',
  'cftoken',
  'oscsid',
  'zenid',
  'sessionid',
  'session_id',
]);

/** Whether a query parameter names a visit. `sid` often names a story, so its value must look like a token. */
export function isSessionParameter(name: string, value: string): boolean {
  if (SESSION_NAMES.has(name) || name.startsWith('aspsessionid')) return true;
  return (name === 'sid' || name === 's') && /^(?=[^&]*\d)[0-9a-z]{26,}$/i.test(value);
}

/** Drops `;jsessionid=…` (Servlet specification §7.1.3) and `/(S(…))` (ASP.NET) from a path. */
export function withoutSessionPath(path: string): string {
  return path.replace(/;jsessionid=[^/;]*/gi, '').replace(/\/\((?:[asf]\([0-9a-z_-]{8,}\))+\)(?=\/|$)/gi, '');
}
