package org.emotionmonitor.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.emotionmonitor.onnx.export.GraphWriter;
import org.junit.jupiter.api.Test;

/** A GPU that is not there, does not start, or fails while it works, made of the CPU. */
class ProviderTest {

  private static final int T = 10;
  private static final int[] LENGTHS = {T};
  private static final float[] FEATURES = Models.features(3, T);
  private static final String NO_CUDNN =
      "Failed to load libonnxruntime_providers_cuda.so: libcudnn.so.9: cannot open shared object";

  private final ModelFile file =
      new ModelFile("test", GraphWriter.write(Models.weights(8), Models.METADATA));

  @Test
  void shouldUseTheGpuWhenItWorks() {
    Gpu gpu = new Gpu(true, null, Integer.MAX_VALUE);

    try (Scorer scorer = open(gpu, ProviderChoice.AUTO, false)) {
      assertThat(scorer.provider()).isEqualTo(new ProviderStatus(Provider.CUDA, false, ""));
      scorer.score(FEATURES, LENGTHS, 1, T);
    }
    assertThat(gpu.opened).containsExactly(Provider.CUDA);
    assertThat(gpu.closed).isEqualTo(1);
  }

  @Test
  void shouldUseTheCpuWithoutComplaintWhenTheBuildKnowsNoGpuAndNoneIsAskedFor() {
    try (Scorer scorer = open(new Gpu(false, null, 0), ProviderChoice.AUTO, false)) {
      assertThat(scorer.provider()).isEqualTo(new ProviderStatus(Provider.CPU, false, ""));
    }
  }

  @Test
  void shouldFallBackWithTheReasonWhenTheBuildKnowsNoGpuButOneIsAskedFor() {
    try (Scorer scorer = open(new Gpu(false, null, 0), ProviderChoice.CUDA, false)) {
      assertThat(scorer.provider().fallback()).isTrue();
      assertThat(scorer.provider().describe())
          .isEqualTo("cpu, as a GPU failed: this build of ONNX Runtime has no CUDA provider");
    }
  }

  @Test
  void shouldFallBackWithTheReasonWhenALibraryIsMissing() {
    try (Scorer scorer = open(new Gpu(true, NO_CUDNN, 0), ProviderChoice.AUTO, false)) {
      assertThat(scorer.provider().active()).isEqualTo(Provider.CPU);
      assertThat(scorer.provider().reason()).contains("libcudnn.so.9");
      scorer.score(FEATURES, LENGTHS, 1, T);
    }
  }

  @Test
  void shouldRefuseWhenAGpuIsRequiredAndDoesNotStart() {
    for (ProviderChoice choice : List.of(ProviderChoice.AUTO, ProviderChoice.CUDA)) {
      assertThatThrownBy(() -> open(new Gpu(true, NO_CUDNN, 0), choice, true))
          .isInstanceOf(ModelException.class)
          .hasMessageContaining("does not run on the GPU")
          .hasMessageContaining("libcudnn.so.9")
          .hasMessageContaining("scoring.provider: cpu");
      assertThatThrownBy(() -> open(new Gpu(false, null, 0), choice, true))
          .hasMessageContaining("no CUDA provider");
    }
  }

  @Test
  void shouldScoreTheSameBatchOnTheCpuWhenTheGpuFailsAtIt() {
    Scores expected;
    try (Scorer cpu = open(new Gpu(false, null, 0), ProviderChoice.CPU, false)) {
      expected = cpu.score(FEATURES, LENGTHS, 1, T);
    }
    // The trial at the start is its first run.
    Gpu gpu = new Gpu(true, null, 2);

    try (Scorer scorer = open(gpu, ProviderChoice.CUDA, false)) {
      scorer.score(FEATURES, LENGTHS, 1, T);
      assertThat(scorer.provider().active()).isEqualTo(Provider.CUDA);

      Scores scores = scorer.score(FEATURES, LENGTHS, 1, T);

      assertThat(scores.emotion()[0]).containsExactly(expected.emotion()[0]);
      assertThat(scorer.provider().active()).isEqualTo(Provider.CPU);
      assertThat(scorer.provider().reason()).contains("CUDA failure 719");
      scorer.score(FEATURES, LENGTHS, 1, T);
    }
    assertThat(gpu.opened).containsExactly(Provider.CUDA, Provider.CPU);
    assertThat(gpu.closed).isEqualTo(2);
  }

  @Test
  void shouldFailWhenARequiredGpuFailsWhileItWorks() {
    try (Scorer scorer = open(new Gpu(true, null, 1), ProviderChoice.CUDA, true)) {
      assertThatThrownBy(() -> scorer.score(FEATURES, LENGTHS, 1, T))
          .isInstanceOf(ModelException.class)
          .hasMessageContaining("CUDA failure 719");
    }
  }

  @Test
  void shouldRefuseOptionsThatContradictEachOther() {
    assertThatThrownBy(() -> new ScorerOptions(1, ProviderChoice.CPU, true))
        .hasMessage("a GPU is required, but the provider is cpu");
  }

  /** ONNX Runtime's own words, where this build has no GPU. */
  @Test
  void shouldSayWhatOnnxRuntimeSaysWhenThisBuildHasNoCuda() {
    OrtEngines real = new OrtEngines();
    org.junit.jupiter.api.Assumptions.assumeFalse(real.has(Provider.CUDA));

    assertThatThrownBy(() -> real.open(file, ScorerOptions.defaults(), Provider.CUDA))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("CUDA");
  }

  private Scorer open(Engines engines, ProviderChoice choice, boolean require) {
    return Scorer.open(file, new ScorerOptions(1, choice, require), engines);
  }

  /** Runs on the CPU in truth. */
  private static final class Gpu implements Engines {
    private final Engines real = new OrtEngines();
    private final boolean inBuild;
    private final String startFailure;
    private final int goodRuns;
    private final List<Provider> opened = new ArrayList<>();
    private int closed;

    /**
     * @param startFailure null if it starts
     * @param goodRuns after which it fails
     */
    Gpu(boolean inBuild, String startFailure, int goodRuns) {
      this.inBuild = inBuild;
      this.startFailure = startFailure;
      this.goodRuns = goodRuns;
    }

    @Override
    public boolean has(Provider provider) {
      return provider == Provider.CPU || inBuild;
    }

    @Override
    public Engine open(ModelFile file, ScorerOptions options, Provider provider) {
      if (provider == Provider.CUDA && startFailure != null) {
        throw new ModelException(startFailure);
      }
      opened.add(provider);
      return new Counted(real.open(file, options, Provider.CPU), provider);
    }

    private final class Counted implements Engine {
      private final Engine engine;
      private final Provider provider;
      private int runs;

      Counted(Engine engine, Provider provider) {
        this.engine = engine;
        this.provider = provider;
      }

      @Override
      public OrtSession.Result run(Map<String, OnnxTensor> inputs) throws OrtException {
        if (provider == Provider.CUDA && runs++ >= goodRuns) {
          throw new OrtException("CUDA failure 719: unspecified launch failure");
        }
        return engine.run(inputs);
      }

      @Override
      public OrtSession session() {
        return engine.session();
      }

      @Override
      public void close() {
        closed++;
        engine.close();
      }
    }
  }
}
