import { Ground1763800000000 } from './1763800000000-ground.js'
import { Similar1764000000000 } from './1764000000000-similar.js'
import { CallersAndAudit1764100000000 } from './1764100000000-callers-and-audit.js'
import { AuditByTime1764110000000 } from './1764110000000-audit-by-time.js'
import { Accounts1764120000000 } from './1764120000000-accounts.js'
import { Messages1764200000000 } from './1764200000000-messages.js'
import { HouseLists1764300000000 } from './1764300000000-house-lists.js'
import { TypedNumber1764400000000 } from './1764400000000-typed-number.js'
import { GistsAnew1764500000000 } from './1764500000000-gists-anew.js'

/** In their order, named one by one. */
export const MIGRATIONS = [
  Ground1763800000000,
  Similar1764000000000,
  CallersAndAudit1764100000000,
  AuditByTime1764110000000,
  Accounts1764120000000,
  Messages1764200000000,
  HouseLists1764300000000,
  TypedNumber1764400000000,
  GistsAnew1764500000000,
]
