/** Logged questions of one side, to be approved again and again: as many approved at a time as on the day. */
export class QuestionPool {
  used = []

  static async fill(side, crowd, size) {
    const free = []
    for (let number = 1; number <= size; number++) free.push(await side.log(side.secretaries[0], number))
    return new QuestionPool(side, crowd, free)
  }

  constructor(side, crowd, free) {
    this.side = side
    this.crowd = crowd
    this.free = free
  }

  take() {
    const question = this.free.shift()
    this.used.push(question)
    return question
  }

  /** Makes sure that so many can be taken; taking approved ones back is not measured. */
  async spare(count) {
    if (this.free.length < count) await this.empty()
  }

  /** No screen has any of them when it is done. */
  async empty() {
    await this.side.clear(this.used, this.crowd)
    this.free.push(...this.used.splice(0))
  }
}
