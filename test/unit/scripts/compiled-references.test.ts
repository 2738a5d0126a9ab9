import { describe, expect, it } from 'vitest';
import { compiledReferences } from '../../../scripts/compiled-references.ts';

describe('compiledReferences', () => {
  it('lets a module URL name the compiled file', () => {
    expect(compiledReferences(`start(new URL("../a/thread.ts", import.meta.url));`)).toEqual({
      code: `start(new URL('../a/thread.js', import.meta.url));`,
      unknown: [],
    });
  });

  it('reports what else names a .ts file', () => {
    expect(compiledReferences(`fork('./child.ts'); await import("../x.ts");`).unknown).toEqual([
      `'./child.ts'`,
      `"../x.ts"`,
    ]);
  });

  it.each([
    ['a choice between both', `isSource ? './thread.ts' : './thread.js'`],
    ['declarations', `'./types.d.ts'`],
    ['comments', `// see './x.ts'\n * './y.ts'\n`],
    ['texts that only end alike', `'the file x.ts'`],
  ])('leaves %s alone', (_what, code) => {
    expect(compiledReferences(code)).toEqual({ code, unknown: [] });
  });
});
