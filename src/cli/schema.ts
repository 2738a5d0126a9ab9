import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Argument, Command } from 'commander';
import { articleJsonSchema, configJsonSchema, sourceJsonSchema } from '../config/json-schema.ts';
import { unwritable } from '../file-fault.ts';
import { printJson, printLine } from './output.ts';

const SCHEMAS = { article: articleJsonSchema, config: configJsonSchema, source: sourceJsonSchema } as const;
type SchemaName = keyof typeof SCHEMAS;

export function schemaCommand(): Command {
  return new Command('schema')
    .addArgument(new Argument('[name]', 'which one').choices(Object.keys(SCHEMAS)))
    .option('--write <folder>', 'write all of them there instead, for editors')
    .action(async (name: SchemaName | undefined, options: { write?: string }) => {
      if (options.write !== undefined) {
        for (const file of writeAll(options.write)) await printLine(file);
        return;
      }
      await printJson(SCHEMAS[name ?? 'article']());
    });
}

/** @throws NewsmillError `file_unwritable` */
function writeAll(folder: string): string[] {
  try {
    mkdirSync(folder, { recursive: true });
    return Object.entries(SCHEMAS).map(([name, make]) => {
      const file = join(folder, `${name}.schema.json`);
      writeFileSync(file, `${JSON.stringify(make(), null, 2)}\n`);
      return file;
    });
  } catch (thrown) {
    throw unwritable(folder, thrown);
  }
}
