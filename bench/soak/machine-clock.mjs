/** Milliseconds by the clock that all processes of this machine share, and that nobody sets. */
export const now = () => Number(process.hrtime.bigint() / 1000n) / 1000
