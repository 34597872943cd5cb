package org.emotionmonitor.trainer.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.emotionmonitor.trainer.TrainerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingTest {

  @TempDir Path folder;

  @Test
  void shouldMergeIntoTheProductsClassesInTheirOrder() {
    Mapping product = MappingReader.read("product");
    assertThat(product.labels()).isEqualTo(LabelSet.PRODUCT);
    assertThat(product.labels().isProduct()).isTrue();
    assertThat(product.className("ravdess", "calm")).contains("friendly");
    assertThat(product.className("styletalk", "hopeful")).contains("cheerful");
    assertThat(product.className("ravdess", "fearful")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"ravdess,8", "emodb,7", "nemo,6", "crema-d,6", "tess,7", "savee,7", "styletalk,7"})
  void shouldKeepEachCorpusOwnClasses(String corpus, int classes) {
    Mapping own = MappingReader.read(corpus);
    assertThat(own.labels().size()).isEqualTo(classes);
    assertThat(own.labels().isProduct()).isFalse();
    assertThat(own.labels().names())
        .allSatisfy(name -> assertThat(own.className(corpus, name)).contains(name));
    assertThat(own.labels().names())
        .allSatisfy(name -> MappingReader.read("product").className(corpus, name));
  }

  @Test
  void shouldHaveNoClassForACorpusThatItDoesNotCover() {
    assertThat(MappingReader.read("ravdess").className("emodb", "anger")).isEmpty();
  }

  @Test
  void shouldNameTheEmotionWhenTheCorpusIsCoveredButNotTheEmotion() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MappingReader.read("ravdess").className("ravdess", "bored"))
        .withMessageContainingAll("mapping ravdess", "\"bored\"", "angry, calm", "empty class");
  }

  @Test
  void shouldReadAFileWithComments() throws IOException {
    Mapping own = read("# two", "corpus,original,class", "c,grumpy,bad", "c,jolly,good", "c,odd,");
    assertThat(own.labels().names()).containsExactly("bad", "good");
    assertThat(own.className("c", "odd")).isEmpty();
  }

  @Test
  void shouldNameTheLineWhenAnEmotionIsGivenTwice() {
    assertFails("line 3", "\"x\" of corpus c", "\"a\"", "corpus,original,class", "c,x,a", "c,x,b");
  }

  @Test
  void shouldNameTheLineWhenAFieldIsMissing() {
    assertFails("line 2", "only the class", "c,x", "corpus,original,class", "c,x");
  }

  @Test
  void shouldTellWhenTheHeaderIsAnother() {
    assertFails("header must be", "corpus,original,class", "a,b", "a,b", "1,2");
  }

  @Test
  void shouldTellWhenThereIsOneClass() {
    assertFails("at least two", "[a]", "mine.csv", "corpus,original,class", "c,x,a");
  }

  @Test
  void shouldListTheShippedOnesWhenThereIsNoSuchFile() {
    assertThatThrownBy(() -> MappingReader.read("ravdes"))
        .isInstanceOf(TrainerException.class)
        .hasMessageContainingAll("\"ravdes\"", "product, ravdess");
  }

  private void assertFails(String one, String two, String three, String... lines) {
    assertThatThrownBy(() -> read(lines))
        .isInstanceOf(TrainerException.class)
        .hasMessageContainingAll("mine.csv", one, two, three);
  }

  private Mapping read(String... lines) throws IOException {
    Path file = Files.write(folder.resolve("mine.csv"), List.of(lines));
    return MappingReader.read(file.toString());
  }
}
