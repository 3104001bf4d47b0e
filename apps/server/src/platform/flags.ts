/** What the command line may say. `unknown` holds every argument that means nothing to us. */
type Flags = { readonly noDemo: boolean; readonly unknown: readonly string[] };

/**
 * Reads the arguments after the script's name. A literal `--` is ignored:
 * some package runners hand it on, some swallow it.
 */
export function readFlags(argv: readonly string[]): Flags {
  const said = argv.filter((argument) => argument !== '--');
  return {
    noDemo: said.includes('--no-demo'),
    unknown: said.filter((argument) => argument !== '--no-demo'),
  };
}
