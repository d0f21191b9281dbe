/**
 * The built server as a process of its own that a test can order to fail: by a message it is told where to die or to
 * stand still. The server itself knows nothing of it.
 */
import 'reflect-metadata'

import { setImmediate } from 'node:timers/promises'
import { createApp } from '../../dist/server/app.setup.js'
import { Ledger } from '../../dist/server/ledger/ledger.js'
import { LedgerTransaction } from '../../dist/server/ledger/ledger-transaction.js'
import { LiveAudiences } from '../../dist/server/live/live.audiences.js'
import { LiveFeed } from '../../dist/server/live/live.feed.js'
import { Seed } from '../../dist/server/seed/seed.module.js'
import { readSettings } from '../../dist/server/settings/settings.js'

const settings = readSettings(process.env)
const app = await createApp(settings, settings.databaseUrl)

/** Does something once: when it was called so many times. */
const atThe = (count, act) => () => {
  if (--count === 0) act()
}
const die = () => process.kill(process.pid, 'SIGKILL')

/** Calls `act` in each command, when it has the programme locked and has written nothing yet. */
function whenLocked(act) {
  const { lockedBy } = LedgerTransaction.prototype
  LedgerTransaction.prototype.lockedBy = function (...what) {
    act()
    lockedBy.apply(this, what)
  }
}

/** Calls `act` between a commit and whoever is to hear of it. */
function whenCommitted(act) {
  const feed = app.get(LiveFeed)
  app.get(Ledger).onCommitted(committed => {
    committed.forEach(() => act())
    feed.handOver(committed)
  })
}

/**
 * Calls `act` for each approval that the sockets were told of: at once behind its commit, or, when the feed has to
 * read it, together with others.
 */
function whenAnnounced(act) {
  const { tell } = LiveAudiences.prototype
  LiveAudiences.prototype.tell = function (change, rows) {
    tell.call(this, change, rows)
    for (const question of change.questions) if (question.state === 'approved') act()
  }
}

const FAULTS = {
  /** Dies in the middle of a command: nothing of it may be found later. */
  'die with the lock': command => whenLocked(atThe(command, die)),
  /** Dies in the instant in which a command is committed, before anybody hears of it. */
  'die after the commit': command => whenCommitted(atThe(command, die)),
  /** Dies when the screens were told, before whoever asked is. */
  'die after the announcement': command => whenAnnounced(atThe(command, die)),
  /** Stands still in the middle of a command, with the programme locked. */
  'stand still with the lock': command =>
    whenLocked(atThe(command, () => process.kill(process.pid, 'SIGSTOP'))),
}

/** A feed that still reads tells of a commit only when it has read it: perhaps when whoever asked was answered. */
async function untilNothingIsRead() {
  const { positions } = app.get(LiveFeed)
  while ([...positions.values()].some(({ draining }) => draining)) await setImmediate()
}

process.on('message', async ({ fault, command }) => {
  await untilNothingIsRead()
  FAULTS[fault](command)
  process.send?.(fault)
})
process.on('disconnect', () => process.exit(0))

await app.init()
await app.get(Seed).plant()
await app.listen(settings.port, settings.host)
process.stdout.write(`http://${settings.host}:${app.getHttpServer().address().port}\n`)
