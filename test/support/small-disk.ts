import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, open, rm, rmdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const PIECE = Buffer.alloc(64 * 1024, 1)

/** A disk in memory that holds little, to be filled up. Only root may mount one. */
export class SmallDisk {
  private constructor(private readonly mounted: string) {}

  static async mount(megabytes: number): Promise<SmallDisk> {
    const mounted = await mkdtemp(join(tmpdir(), 'doithoai-disk-'))
    await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', mounted]).catch(async error => {
      await rmdir(mounted)
      throw new Error(`a small disk cannot be mounted: run this as root, on Linux (${error.message})`)
    })
    await chmod(mounted, 0o755)
    return new SmallDisk(mounted)
  }

  /** A folder on it. */
  async folder(name: string): Promise<string> {
    const path = join(this.mounted, name)
    await mkdir(path)
    return path
  }

  private get ballast(): string {
    return join(this.mounted, 'ballast')
  }

  /** Until not one byte more goes onto it. */
  async fill(): Promise<void> {
    const file = await open(this.ballast, 'a')
    try {
      for (;;) await file.write(PIECE)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
    } finally {
      await file.close()
    }
  }

  async free(): Promise<void> {
    await rm(this.ballast, { force: true })
  }

  async unmount(): Promise<void> {
    await run('umount', [this.mounted])
    await rmdir(this.mounted)
  }
}
