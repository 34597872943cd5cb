package org.emotionmonitor.trainer.cli;

import org.emotionmonitor.trainer.corpus.Utterance;

/** What results may be told apart by. */
enum Group {
  CORPUS,
  LANGUAGE,
  SEX,
  SPEAKER;

  String of(Utterance utterance) {
    return switch (this) {
      case CORPUS -> utterance.corpus();
      case LANGUAGE -> utterance.language();
      case SEX -> utterance.sex();
      case SPEAKER -> utterance.speaker();
    };
  }
}
