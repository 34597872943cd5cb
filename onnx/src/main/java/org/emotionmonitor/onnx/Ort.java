package org.emotionmonitor.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;

/** Starts ONNX Runtime and opens sessions, with errors in our words. For this module's packages. */
public final class Ort {

  private static boolean loaded;

  private Ort() {}

  /** The process's environment. It logs nothing: whatever goes wrong is thrown, too. */
  public static synchronized OrtEnvironment environment() {
    try {
      return loaded ? OrtEnvironment.getEnvironment() : load();
    } catch (LinkageError e) {
      throw new ModelException(
          ("ONNX Runtime's native library does not load on %s %s: %s; it needs glibc on x86-64 or"
                  + " aarch64, and a folder to unpack into that is writable and may hold"
                  + " executables (-Djava.io.tmpdir=DIR)")
              .formatted(
                  System.getProperty("os.name"),
                  System.getProperty("os.arch"),
                  ModelException.reason(e)),
          e);
    }
  }

  private static OrtEnvironment load() {
    NativeLibraries libraries = NativeLibraries.unpack();
    try {
      OrtEnvironment environment =
          OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "emotion-monitor");
      loaded = true;
      return environment;
    } finally {
      libraries.close();
    }
  }

  /**
   * Opens a session on the CPU.
   *
   * @param source what to call the model in messages
   * @throws ModelException if the bytes are no model that ONNX Runtime runs
   */
  public static OrtSession open(byte[] model, String source, ScorerOptions options) {
    return open(new ModelFile(source, model), options, Provider.CPU);
  }

  static OrtSession open(ModelFile file, ScorerOptions options, Provider provider) {
    OrtEnvironment environment = environment();
    try (OrtSession.SessionOptions session = new OrtSession.SessionOptions()) {
      session.setIntraOpNumThreads(options.intraOpThreads());
      session.setInterOpNumThreads(1);
      session.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
      // Threads that wait by spinning would take the cores from the stream threads.
      session.addConfigEntry("session.intra_op.allow_spinning", "0");
      session.addConfigEntry("session.inter_op.allow_spinning", "0");
      session.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
      if (provider == Provider.CUDA) {
        addCuda(session);
      }
      return environment.createSession(file.bytes(), session);
    } catch (OrtException e) {
      throw refusal(file, environment, e);
    }
  }

  private static void addCuda(OrtSession.SessionOptions session) throws OrtException {
    try (OrtCUDAProviderOptions cuda = new OrtCUDAProviderOptions()) {
      // By default the arena doubles; batches of changing size would then take the whole card.
      cuda.add("arena_extend_strategy", "kSameAsRequested");
      session.addCUDA(cuda);
    }
  }

  private static ModelException refusal(
      ModelFile file, OrtEnvironment environment, OrtException e) {
    String problem =
        e.getCode() == OrtException.OrtErrorCode.ORT_INVALID_PROTOBUF
            ? "is no ONNX file, or is damaged"
            : "does not load in ONNX Runtime %s: %s"
                .formatted(environment.getVersion(), ModelException.reason(e));
    return new ModelException(
        ("model %s %s; it has %d bytes and SHA-256 %s: compare them with its model card and copy"
                + " it again, or export it again")
            .formatted(file.source(), problem, file.bytes().length, Sha256.hex(file.bytes())),
        e);
  }
}
