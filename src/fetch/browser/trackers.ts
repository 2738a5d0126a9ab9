/** Requests of a page that bring no text: what others only measure or advertise with. */
import { getDomain } from 'tldts';

/** Registrable domains of well-known analytics, advertising and tag services. */
const TRACKERS = new Set(
  `2mdn.net adform.net adition.com adnxs.com adroll.com adsafeprotected.com adscale.de adsrvr.org
  adtrafficquality.google agkn.com amazon-adsystem.com amplitude.com appnexus.com bidswitch.net bluekai.com bounceexchange.com
  branch.io casalemedia.com chartbeat.com chartbeat.net clarity.ms cloudflareinsights.com contentsquare.net cpx.to
  crazyegg.com criteo.com criteo.net crwdcntrl.net demdex.net doubleclick.net doubleverify.com emxdgt.com
  everesttech.net exelator.com eyeota.net facebook.net flashtalking.com fullstory.com google-analytics.com
  googleadservices.com googlesyndication.com googletagmanager.com googletagservices.com heapanalytics.com hotjar.com
  imrworldwide.com indexww.com ioam.de iocnt.net krxd.net lijit.com liveramp.com mathtag.com matomo.cloud media.net
  mixpanel.com ml314.com moatads.com mouseflow.com newrelic.com nr-data.net omtrdc.net onesignal.com openx.net
  optimizely.com outbrain.com parsely.com permutive.app permutive.com piano.io pingdom.net plausible.io pubmatic.com
  quantcount.com quantserve.com revcontent.com rfihub.com rlcdn.com rubiconproject.com scorecardresearch.com
  segment.com segment.io sentry.io sharethis.com sharethrough.com simpli.fi sitescout.com smartadserver.com
  stackadapt.com statcounter.com taboola.com tapad.com teads.tv theadex.com tremorhub.com tynt.com yieldlab.net
  yieldlove.com yieldmo.com zemanta.com`.split(/\s+/),
);

/** Whether a request goes to a tracker that is no part of the page's own site. */
export function isTracker(url: string, pageUrl: string): boolean {
  const domain = getDomain(url);
  return domain !== null && TRACKERS.has(domain) && domain !== getDomain(pageUrl);
}
