import { z } from 'zod'

/** The last good backup, or null; and the last attempt, when it failed after that. */
export const LastBackup = z.strictObject({
  at: z.iso.datetime().nullable(),
  failedAt: z.iso.datetime().nullable(),
})
export type LastBackup = z.infer<typeof LastBackup>
