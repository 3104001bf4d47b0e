// The types of pdfkit 0.17 do not know yet what a structure element of 0.20 may say of itself.
declare namespace PDFKit.Mixins {
  interface StructureElementOptions {
    /** Left, top, right and bottom of a figure, in points from the top left. */
    readonly bbox?: readonly [number, number, number, number];
    /** What a header cell heads. */
    readonly scope?: 'Column' | 'Row' | 'Both';
  }
}
