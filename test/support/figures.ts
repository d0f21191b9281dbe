/** The value below which a share of the samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
}

/** What was measured on the way, for whoever runs the tests to read: a shared machine allows no narrow bounds. */
export const report = (what: string, figures: Record<string, number>): void =>
  console.info(
    `${what}: ${Object.entries(figures)
      .map(([name, value]) => `${name} ${Math.round(value * 10) / 10}`)
      .join(' · ')}`,
  )
