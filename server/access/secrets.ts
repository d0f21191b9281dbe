import { createHash, randomBytes, randomInt } from 'node:crypto'

/** 256 random bits: what a session's cookie or a screen's secret is made of. */
export const newSecret = () => randomBytes(32).toString('base64url')

/** Secrets of 256 random bits need no salt and no slow hash; of them only this is kept. */
export const hashSecret = (secret: string) => createHash('sha256').update(secret).digest('base64url')

/** Six digits, shown on a screen and typed by the producer. */
export const newPairingCode = () => String(randomInt(0, 1_000_000)).padStart(6, '0')

/** Without those that are taken for one another. */
const READABLE = 'abcdefghjkmnpqrstuvwxyz23456789'
const group = () => Array.from({ length: 4 }, () => READABLE[randomInt(READABLE.length)]).join('')

/** A password that a person can copy, or say, once: 79 random bits in four groups. */
export const newPassword = () => [group(), group(), group(), group()].join('-')
