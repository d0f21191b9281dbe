/** Says what a test has measured: the figures of docs/faults.md come from here. */
export function report(what: string, figures: Record<string, number | string>): void {
  const told = Object.entries(figures).map(([name, figure]) => `${name} ${figure}`)
  process.stdout.write(`    ${what}: ${told.join(', ')}\n`)
}
