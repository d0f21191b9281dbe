import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Slip } from '../slip.js'
import { isExpired } from './stages.js'

interface Schema extends DBSchema {
  slips: { key: string; value: Slip; indexes: { account: string } }
}

/** A browser that cannot say whether it may keep anything is not waited for longer. Milliseconds. */
const OPENING_MS = 2000
/** Written through to the disk before it counts as kept: a power cut loses nothing. */
const STRICT = { durability: 'strict' } as const

const openDatabase = async () =>
  openDB<Schema>('doi-thoai', 1, {
    upgrade: db => db.createObjectStore('slips', { keyPath: 'id' }).createIndex('account', 'accountId'),
  })

export type Decision<Answer> = { put?: Slip[]; remove?: string[]; answer: Answer }

/**
 * The slips on this machine, in IndexedDB, shared by all windows. What it does not take is held in memory, so that
 * work goes on; `onKept` hears whether everything lies on the disk.
 */
export class SlipStore {
  /** What is not known to lie on the disk: under way, or refused by it. */
  private readonly held = new Map<string, Slip>()
  private readonly failed = new Set<string>()
  private writing: Promise<unknown> = Promise.resolve()

  private constructor(
    private readonly db: IDBPDatabase<Schema> | undefined,
    private readonly onKept: (kept: boolean) => void,
  ) {}

  static async open(onKept: (kept: boolean) => void): Promise<SlipStore> {
    const late = new Promise<undefined>(resolve => setTimeout(resolve, OPENING_MS))
    const db = await Promise.race([openDatabase(), late]).catch(() => undefined)
    onKept(db !== undefined)
    return new SlipStore(db, onKept)
  }

  async all(accountId: string): Promise<Slip[]> {
    const kept = await this.db?.getAllFromIndex('slips', 'account', accountId).catch(() => [])
    return this.withHeld(kept ?? [], accountId)
  }

  /** Keeps a slip. Everything is asked for before this returns, so a reload right after it finds the last letter. */
  put(slip: Slip): void {
    this.held.set(slip.id, slip)
    try {
      const tx = this.db!.transaction('slips', 'readwrite', STRICT)
      this.writing = tx.done.then(
        () => {
          if (this.held.get(slip.id) === slip) this.held.delete(slip.id)
          this.isKept(slip.id)
        },
        () => {
          if (this.held.get(slip.id) === slip) this.isNotKept(slip)
        },
      )
      tx.store.put(slip).catch(() => {})
      tx.commit()
    } catch {
      this.isNotKept(slip)
    }
  }

  remove(id: string): void {
    this.held.delete(id)
    this.failed.delete(id)
    this.writing = Promise.resolve(this.db?.delete('slips', id)).catch(() => {})
  }

  /** Reads the account's slips and changes what is decided, in one transaction: no other window comes between. */
  async decide<Answer>(
    accountId: string,
    work: (slips: readonly Slip[]) => Decision<Answer>,
  ): Promise<Decision<Answer>> {
    let decision: Decision<Answer> | undefined
    try {
      const tx = this.db!.transaction('slips', 'readwrite', STRICT)
      const done = tx.done.catch(error => error as Error)
      decision = work(this.withHeld(await tx.store.index('account').getAll(accountId), accountId))
      const { put = [], remove = [] } = decision
      await Promise.all([...put.map(slip => tx.store.put(slip)), ...remove.map(id => tx.store.delete(id))])
      const fault = await done
      if (fault) throw fault
      for (const id of [...put.map(slip => slip.id), ...remove]) {
        this.held.delete(id)
        this.isKept(id)
      }
    } catch {
      decision ??= work(this.withHeld([], accountId))
      for (const slip of decision.put ?? []) this.isNotKept(slip)
      for (const id of decision.remove ?? []) this.remove(id)
    }
    return decision
  }

  /** When all that was to be kept until now is kept; false when something is not. */
  async allKept(): Promise<boolean> {
    await this.writing
    return this.db !== undefined && this.failed.size === 0
  }

  /** Removes what has lain here too long, whoever's it is. */
  async sweep(now: number): Promise<void> {
    const slips = await this.db?.getAll('slips').catch(() => [])
    for (const slip of slips ?? []) if (isExpired(slip, now)) this.remove(slip.id)
  }

  close(): void {
    this.db?.close()
  }

  private withHeld(kept: readonly Slip[], accountId: string): Slip[] {
    const held = [...this.held.values()].filter(slip => slip.accountId === accountId)
    return [...kept.filter(slip => !this.held.has(slip.id)), ...held]
  }

  private isKept(id: string): void {
    this.failed.delete(id)
    this.onKept(this.failed.size === 0)
  }

  private isNotKept(slip: Slip): void {
    this.held.set(slip.id, slip)
    this.failed.add(slip.id)
    this.onKept(false)
    // Too full for a tombstone is not too full to forget.
    if (slip.how === 'diverted') this.db?.delete('slips', slip.id).catch(() => {})
  }
}
