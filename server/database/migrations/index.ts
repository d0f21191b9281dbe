import { Ground1763800000000 } from './1763800000000-ground.js'

/** In their order, named one by one. */
export const MIGRATIONS = [Ground1763800000000]
