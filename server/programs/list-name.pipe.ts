import { Injectable, type PipeTransform } from '@nestjs/common'
import { ProgramList } from '#protocol/program.js'
import { DomainError } from '../errors/domain-error.js'

/** The list that an address names, or nothing there. */
@Injectable()
export class ListNamePipe implements PipeTransform<string, ProgramList> {
  transform(name: string): ProgramList {
    const parsed = ProgramList.safeParse(name)
    if (!parsed.success) throw new DomainError('list.not_found')
    return parsed.data
  }
}
