/**
 * The built server as a process of its own that a test can order to fail: by a message it is told where to die or to
 * stand still. The server itself knows nothing of it.
 */
import 'reflect-metadata'

import { createApp } from '../../dist/server/app.setup.js'
import { Ledger } from '../../dist/server/ledger/ledger.js'
import { LedgerTransaction } from '../../dist/server/ledger/ledger-transaction.js'
import { Seed } from '../../dist/server/seed/seed.module.js'
import { readSettings } from '../../dist/server/settings/settings.js'

const settings = readSettings(process.env)
const app = await createApp(settings, settings.databaseUrl)

const FAULTS = {
  /** Dies in the instant in which a command is committed, before anybody hears of it. */
  'die after the commit'() {
    app.get(Ledger).onCommitted(() => process.kill(process.pid, 'SIGKILL'))
  },
  /** Stands still in the middle of a command, with the programme locked. */
  'stand still with the lock'() {
    const { lockedBy } = LedgerTransaction.prototype
    LedgerTransaction.prototype.lockedBy = function (program) {
      LedgerTransaction.prototype.lockedBy = lockedBy
      process.kill(process.pid, 'SIGSTOP')
      lockedBy.call(this, program)
    }
  },
}

process.on('message', fault => {
  FAULTS[fault]()
  process.send?.(fault)
})
process.on('disconnect', () => process.exit(0))

await app.init()
await app.get(Seed).plant()
await app.listen(settings.port, settings.host)
process.stdout.write(`http://${settings.host}:${app.getHttpServer().address().port}\n`)
