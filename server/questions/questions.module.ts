import { Module } from '@nestjs/common'
import { ProgramsModule } from '../programs/programs.module.js'
import { QuestionLogService } from './question-log.service.js'
import { QuestionMovesService } from './question-moves.service.js'
import { QuestionOrderService } from './question-order.service.js'
import { QuestionReaderService } from './question-reader.service.js'
import { QuestionRefillService } from './question-refill.service.js'
import { QuestionSimilarService } from './question-similar.service.js'
import { QuestionScenes } from './question-scenes.js'
import { QuestionsController } from './questions.controller.js'

@Module({
  imports: [ProgramsModule],
  controllers: [QuestionsController],
  providers: [
    QuestionScenes,
    QuestionLogService,
    QuestionMovesService,
    QuestionOrderService,
    QuestionReaderService,
    QuestionRefillService,
    QuestionSimilarService,
  ],
})
export class QuestionsModule {}
