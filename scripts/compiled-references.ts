/**
 * The compiler turns `.ts` into `.js` in imports only. A worker thread's or child process's file is named
 * by `new URL('./thread.ts', import.meta.url)`, which is a plain expression to it.
 */

const MODULE_URL = /new URL\((['"])(\.{1,2}\/[^'"\n]+)\.ts\1, import\.meta\.url\)/g;
const LEFT_OVER = /(['"`])\.{1,2}\/[^'"`\s]+(?<!\.d)\.ts\1/g;

/**
 * Compiled code with those URLs naming the compiled file, and what else still names a relative `.ts`
 * file (comments left aside).
 */
export function compiledReferences(code: string): { code: string; unknown: string[] } {
  const changed = code.replace(MODULE_URL, "new URL('$2.js', import.meta.url)");
  const withoutComments = changed.replace(/^\s*(\/\/|\/?\*).*$/gm, '');
  // Code that names the compiled file as well chooses between the two by itself.
  const unknown = (withoutComments.match(LEFT_OVER) ?? []).filter(
    (reference) => !withoutComments.includes(`${reference.slice(0, -4)}.js${reference.at(-1)}`),
  );
  return { code: changed, unknown };
}
