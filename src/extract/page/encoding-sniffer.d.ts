declare module 'html-encoding-sniffer' {
  /** WHATWG encoding sniffing: BOM, then transport label, then `<meta>` prescan, then the default. */
  export default function sniffHtmlEncoding(
    bytes: Uint8Array,
    options?: {
      xml?: boolean;
      transportLayerEncodingLabel?: string;
      defaultEncoding?: string;
      maxPrescanBytes?: number;
    },
  ): string;
}
