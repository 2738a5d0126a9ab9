/**
 * SVG and MathML within HTML: where the HTML rules apply all the same, and the names that the
 * tokenizer lower-cased and the standard wants otherwise
 * (https://html.spec.whatwg.org/#creating-and-inserting-nodes).
 */
import type { AttributeList } from '../attributes.ts';
import type { Element } from '../element.ts';
import { knownName, MATHML, SVG, type TagName } from '../names.ts';

const ANNOTATION_XML = knownName('annotation-xml');
const MGLYPH = knownName('mglyph');
const MALIGNMARK = knownName('malignmark');
const SVG_ROOT = knownName('svg');
const SVG_INTEGRATION_POINTS = new Set(['foreignObject', 'desc', 'title']);
const MATHML_TEXT_INTEGRATION_POINTS = new Set(['mi', 'mo', 'mn', 'ms', 'mtext']);

export function isMathmlTextIntegrationPoint(element: Element): boolean {
  return element.namespace === MATHML && MATHML_TEXT_INTEGRATION_POINTS.has(element.name.local);
}

export function isHtmlIntegrationPoint(element: Element): boolean {
  if (element.namespace === SVG) return SVG_INTEGRATION_POINTS.has(element.name.local);
  if (element.namespace !== MATHML || element.name !== ANNOTATION_XML) return false;
  return /^(?:text\/html|application\/xhtml\+xml)$/i.test(element.getAttribute('encoding') ?? '');
}

/** Whether a start tag within a foreign element is read by the HTML rules all the same. */
export function takesStartTagAsHtml(element: Element, name: TagName): boolean {
  if (isMathmlTextIntegrationPoint(element)) return name !== MGLYPH && name !== MALIGNMARK;
  if (element.namespace === MATHML && element.name === ANNOTATION_XML && name === SVG_ROOT) return true;
  return isHtmlIntegrationPoint(element);
}

function byLowerCase(names: string): ReadonlyMap<string, string> {
  return new Map(names.split(' ').map((name) => [name.toLowerCase(), name]));
}

const SVG_NAMES = byLowerCase(
  'altGlyph altGlyphDef altGlyphItem animateColor animateMotion animateTransform clipPath feBlend feColorMatrix ' +
    'feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight ' +
    'feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology ' +
    'feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence foreignObject glyphRef ' +
    'linearGradient radialGradient textPath',
);

const SVG_ATTRIBUTES = byLowerCase(
  'attributeName attributeType baseFrequency baseProfile calcMode clipPathUnits diffuseConstant edgeMode ' +
    'filterUnits glyphRef gradientTransform gradientUnits kernelMatrix kernelUnitLength keyPoints keySplines ' +
    'keyTimes lengthAdjust limitingConeAngle markerHeight markerUnits markerWidth maskContentUnits maskUnits ' +
    'numOctaves pathLength patternContentUnits patternTransform patternUnits pointsAtX pointsAtY pointsAtZ ' +
    'preserveAlpha preserveAspectRatio primitiveUnits refX refY repeatCount repeatDur requiredExtensions ' +
    'requiredFeatures specularConstant specularExponent spreadMethod startOffset stdDeviation stitchTiles ' +
    'surfaceScale systemLanguage tableValues targetX targetY textLength viewBox viewTarget xChannelSelector ' +
    'yChannelSelector zoomAndPan',
);

const MATHML_ATTRIBUTES = byLowerCase('definitionURL');

/** An SVG element's name in the standard's case. */
export function svgName(lower: string): string {
  return SVG_NAMES.get(lower) ?? lower;
}

/** Restores the case of attribute names, in place. */
export function adjustAttributes(attributes: AttributeList, namespace: typeof SVG | typeof MATHML): void {
  const names = namespace === SVG ? SVG_ATTRIBUTES : MATHML_ATTRIBUTES;
  for (let i = 0; i < attributes.length; i += 2) {
    const adjusted = names.get(attributes[i] ?? '');
    if (adjusted !== undefined) attributes[i] = adjusted;
  }
}
