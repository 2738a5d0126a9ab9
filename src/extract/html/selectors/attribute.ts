/** Id, class and attribute selectors. */
import { asciiLowerCase, HTML } from '../names.ts';
import type { Test } from './ast.ts';

export type AttributeOperator = '=' | '~=' | '|=' | '^=' | '$=' | '*=';

/**
 * Attributes whose values HTML compares without regard to case
 * (https://html.spec.whatwg.org/#case-sensitivity-of-selectors).
 */
const CASELESS_VALUES = new Set(
  (
    'accept accept-charset align alink axis bgcolor charset checked clear codetype color compact declare defer dir ' +
    'direction disabled enctype face frame hreflang http-equiv lang language link media method multiple nohref ' +
    'noresize noshade nowrap readonly rel rev rules scope scrolling selected shape target text type valign ' +
    'valuetype vlink'
  ).split(' '),
);

export function idTest(id: string): Test {
  // Ids and classes lose their case only in quirks mode.
  const lower = asciiLowerCase(id);
  return (element) => {
    const value = element.getAttribute('id');
    return (
      value !== null && (value === id || (element.ownerDocument.quirks && asciiLowerCase(value) === lower))
    );
  };
}

export function classTest(name: string): Test {
  const lower = asciiLowerCase(name);
  return (element) => {
    const value = element.getAttribute('class');
    if (value === null) return false;
    return hasWord(value, name) || (element.ownerDocument.quirks && hasWord(asciiLowerCase(value), lower));
  };
}

export function attributeTest(
  name: string,
  operator: AttributeOperator | null,
  wanted: string,
  ignoreCase: boolean,
): Test {
  const lowerName = asciiLowerCase(name);
  if (operator === null) {
    return (element) => element.hasAttribute(element.namespace === HTML ? lowerName : name);
  }
  const compare = COMPARE[operator];
  const lowerWanted = asciiLowerCase(wanted);
  const caselessInHtml = CASELESS_VALUES.has(lowerName);
  return (element) => {
    const inHtml = element.namespace === HTML;
    const value = element.getAttribute(inHtml ? lowerName : name);
    if (value === null) return false;
    return ignoreCase || (inHtml && caselessInHtml)
      ? compare(asciiLowerCase(value), lowerWanted)
      : compare(value, wanted);
  };
}

const COMPARE: Readonly<Record<AttributeOperator, (value: string, wanted: string) => boolean>> = {
  '=': (value, wanted) => value === wanted,
  '~=': (value, wanted) => wanted !== '' && !/\s/.test(wanted) && hasWord(value, wanted),
  '|=': (value, wanted) => value === wanted || value.startsWith(`${wanted}-`),
  '^=': (value, wanted) => wanted !== '' && value.startsWith(wanted),
  '$=': (value, wanted) => wanted !== '' && value.endsWith(wanted),
  '*=': (value, wanted) => wanted !== '' && value.includes(wanted),
};

/** Whether a space-separated list holds a word. */
function hasWord(list: string, word: string): boolean {
  for (let at = list.indexOf(word); at !== -1; at = list.indexOf(word, at + 1)) {
    if (isSpaceOrEnd(list, at - 1) && isSpaceOrEnd(list, at + word.length)) return true;
  }
  return false;
}

function isSpaceOrEnd(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return true;
  const code = text.charCodeAt(at);
  return code === 0x20 || (code >= 0x09 && code <= 0x0d && code !== 0x0b);
}
