/** What was opened, to be closed in the reverse order, one after the other, each once, whatever fails. */
export class Closings {
  list = []
  closing = Promise.resolve()

  add(close) {
    this.list.push(close)
  }

  get count() {
    return this.list.length
  }

  /** Closes all but the first `kept`. */
  close(kept = 0) {
    this.closing = this.closing.then(async () => {
      while (this.list.length > kept)
        await this.list
          .pop()()
          .catch(error => console.error(error))
    })
    return this.closing
  }
}
