/** A small pair of newspapers that newsmill serves itself, so that a first start has something to read. */
export type { StoryEntry, StoryKind } from './answer.ts';
export { type Demo, type DemoOptions, startDemo } from './demo.ts';
