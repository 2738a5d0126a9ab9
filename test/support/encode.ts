/** Text to bytes of any WHATWG encoding: Node only decodes, so each table is what its decoder says, the other way round. */

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** @throws where the encoding lacks one of the characters */
export function encode(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  if (encoding === 'iso-2022-jp') return encodeIso2022Jp(text);
  const table = tableOf(encoding);
  return Uint8Array.from(
    [...text].flatMap((character) => {
      if (character < '\u0080') return [character.charCodeAt(0)];
      const bytes = table.get(character);
      if (bytes === undefined) throw new Error(`${encoding} has no ${character}`);
      return [...bytes];
    }),
  );
}

function tableOf(encoding: string): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  const table = new Map<string, readonly number[]>();
  const decoder = new TextDecoder(encoding);
  const add = (...bytes: number[]): void => {
    const text = decoder.decode(Uint8Array.from(bytes));
    if ([...text].length === 1 && text !== '\ufffd' && !table.has(text)) table.set(text, bytes);
  };
  for (let byte = 0x80; byte <= 0xff; byte++) add(byte);
  if (/^(?:gb|big5|euc|shift)/.test(encoding)) {
    for (let lead = 0x81; lead <= 0xfe; lead++)
      for (let trail = 0x40; trail <= 0xfe; trail++) add(lead, trail);
  }
  tables.set(encoding, table);
  return table;
}

/** The two-byte set of JIS X 0208 is EUC-JP's without the upper bit (Encoding standard §12.2). */
function encodeIso2022Jp(text: string): Uint8Array {
  const bytes: number[] = [];
  let wide = false;
  for (const character of text) {
    const isWide = character >= '\u0080';
    if (isWide !== wide) bytes.push(0x1b, ...(isWide ? [0x24, 0x42] : [0x28, 0x42]));
    wide = isWide;
    bytes.push(...[...encode(character, 'euc-jp')].map((byte) => byte & 0x7f));
  }
  if (wide) bytes.push(0x1b, 0x28, 0x42);
  return Uint8Array.from(bytes);
}
