package org.emotionmonitor.app.config;

import java.time.Duration;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.emotionmonitor.app.config.SpeechConfig.Detector;
import org.emotionmonitor.app.domain.Decision;
import org.emotionmonitor.core.domain.Labelled;
import org.emotionmonitor.core.domain.Role;
import org.emotionmonitor.onnx.ProviderChoice;

/** Turns flat settings into the typed configuration; the one place that knows the bounds. */
final class ConfigReader {

  private static final int MAX_PORT = 65_535;

  /** HS256 needs a key of 256 bits. */
  private static final int MIN_SECRET = 32;

  private static final int MIN_SPEECH_END_MS = 200;
  private static final int DAY_MINUTES = 24 * 60;
  private static final List<String> LEVELS = List.of("error", "warn", "info", "debug", "trace");

  private ConfigReader() {}

  static Config read(Settings settings) {
    return new Config(
        kafka(settings),
        topics(new Section(settings, "topics")),
        stream(new Section(settings, "stream")),
        scoring(new Section(settings, "scoring")),
        speech(new Section(settings, "speech")),
        policy(settings),
        new AlertsConfig(RuleReader.read(settings.get("alerts.rules"))),
        summaries(new Section(settings, "summaries")),
        SinksReader.read(new Section(settings, "sinks"), settings),
        gateway(settings),
        management(new Section(settings, "management")),
        logging(new Section(settings, "logging")));
  }

  private static Map<String, String> kafka(Settings settings) {
    new Section(settings, "kafka").text("bootstrap.servers");
    return settings.below(Settings.KAFKA);
  }

  private static TopicsConfig topics(Section in) {
    return new TopicsConfig(
        in.kafkaName("prefix", 0, 100),
        in.flag("create"),
        in.integer("partitions", 1, 10_000),
        in.integer("replicationFactor", 1, 9),
        Duration.ofMinutes(in.integer("audioRetentionMinutes", 1, 30 * DAY_MINUTES)),
        Duration.ofHours(in.integer("eventRetentionHours", 1, 87_600)),
        Duration.ofDays(in.integer("auditRetentionDays", 1, 36_500)));
  }

  private static StreamConfig stream(Section in) {
    return new StreamConfig(
        in.kafkaName("applicationId", 1, 100),
        in.pathOrNull("stateDir"),
        in.integer("threads", 1, 64),
        timing(in),
        Duration.ofMillis(in.integer("punctuateMs", 1, 1_000)),
        Duration.ofSeconds(in.integer("maxLagSeconds", 0, 3_600)),
        in.oneOf("processingGuarantee", List.of("exactly_once_v2", "at_least_once")),
        Duration.ofMillis(in.integer("commitIntervalMs", 1, 60_000)),
        Duration.ofMillis(in.integer("sessionTimeoutMs", 1_000, 300_000)),
        Duration.ofMillis(in.integer("transactionTimeoutMs", 1_000, 900_000)),
        in.integer("standbyReplicas", 0, 5),
        in.integer("replicationFactor", 1, 9),
        in.integer("rocksDbMb", 8, 65_536) * 1024L * 1024L,
        Duration.ofMillis(in.integer("checkTimeoutMs", 100, 300_000)));
  }

  private static TimingConfig timing(Section in) {
    return new TimingConfig(
        in.decimal("hopSeconds", 0.25, 5),
        in.decimal("firstWindowSeconds", 0.5, 6),
        speechEnd(in.integer("speechEndMs", 0, 2_000)),
        Duration.ofMillis(in.integer("reorderWaitMs", 0, 10_000)),
        Duration.ofSeconds(in.integer("maxGapSeconds", 1, 3_600)),
        Duration.ofSeconds(in.integer("idleEndSeconds", 1, 86_400)),
        Duration.ofSeconds(in.integer("pauseEndSeconds", 1, 86_400)));
  }

  /** A pause between two words is shorter. */
  private static Duration speechEnd(int ms) {
    if (ms > 0 && ms < MIN_SPEECH_END_MS) {
      throw ConfigException.bad(
          "stream.speechEndMs", ms, "0 (off), or %d to 2000".formatted(MIN_SPEECH_END_MS));
    }
    return Duration.ofMillis(ms);
  }

  private static ScoringConfig scoring(Section in) {
    ProviderChoice provider = choice(in, "provider", ProviderChoice.class);
    PrecisionChoice precision = choice(in, "precision", PrecisionChoice.class);
    boolean requireGpu = in.flag("requireGpu");
    if (requireGpu && provider == ProviderChoice.CPU) {
      throw ConfigException.bad(
          "scoring.requireGpu", "true", "false while scoring.provider is cpu");
    }
    if (precision == PrecisionChoice.INT8 && (requireGpu || provider == ProviderChoice.CUDA)) {
      throw ConfigException.bad(
          "scoring.precision", "int8", "auto or fp32 where a GPU is to run the model");
    }
    return new ScoringConfig(
        in.pathOrNull("model"),
        precision,
        Duration.ofSeconds(in.integer("reloadSeconds", 0, 3_600)),
        in.pathOrNull("shadowModel"),
        in.integer("maxBatch", 1, 256),
        Duration.ofMillis(in.integer("maxWaitMs", 0, 1_000)),
        in.integer("queue", 1, 4_096),
        Duration.ofMillis(in.integer("deadlineMs", 100, 600_000)),
        in.integer("threads", 1, 64),
        provider,
        requireGpu);
  }

  private static <E extends Enum<E> & Labelled> E choice(Section in, String key, Class<E> type) {
    return Labelled.parse(type, in.oneOf(key, Labelled.labels(type)));
  }

  private static SpeechConfig speech(Section in) {
    String detector = in.oneOf("detector", List.of("silero", "level"));
    return new SpeechConfig(
        Detector.valueOf(detector.toUpperCase(Locale.ROOT)), in.integer("minSpeechMs", 0, 6_000));
  }

  private static PolicyConfig policy(Settings settings) {
    Section roles = new Section(settings, "policy.roles");
    Map<Role, Decision> decisions = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      String label = roles.oneOf(role.label(), Labelled.labels(Decision.class));
      decisions.put(role, Labelled.parse(Decision.class, label));
    }
    return PolicyReader.read(new Section(settings, "policy"), decisions);
  }

  private static SummariesConfig summaries(Section in) {
    return new SummariesConfig(Duration.ofSeconds(in.integer("everySeconds", 1, 3_600)));
  }

  private static GatewayConfig gateway(Settings settings) {
    Section in = new Section(settings, "gateway");
    return new GatewayConfig(
        in.text("host"),
        in.integer("port", 0, MAX_PORT),
        in.integer("managementPort", 0, MAX_PORT),
        auth(new Section(settings, "gateway.auth")),
        tls(new Section(settings, "gateway.tls")),
        in.words("allowedOrigins"),
        in.words("frameAncestors"),
        audioHook(new Section(settings, "gateway.audiohook")),
        Duration.ofMillis(in.integer("batchMs", 10, 5_000)),
        in.integer("maxClients", 1, 100_000),
        in.integer("clientQueue", 10, 1_000_000),
        Duration.ofMinutes(in.integer("historyMinutes", 1, DAY_MINUTES)));
  }

  private static AuthConfig auth(Section in) {
    AuthConfig auth =
        new AuthConfig(
            in.textOrNull("secret"),
            in.textOrNull("jwksUrl"),
            in.textOrNull("issuer"),
            in.textOrNull("audience"));
    if (auth.secret() != null && auth.jwksUrl() != null) {
      throw new ConfigException(
          "gateway.auth.secret and gateway.auth.jwksUrl are both set; keep one of them");
    }
    if (auth.secret() != null && auth.secret().length() < MIN_SECRET) {
      throw new ConfigException(
          "gateway.auth.secret has %d characters; at least %d are needed, as from: openssl rand"
                  .formatted(auth.secret().length(), MIN_SECRET)
              + " -base64 32");
    }
    return auth;
  }

  private static AudioHookConfig audioHook(Section in) {
    AudioHookConfig client =
        new AudioHookConfig(in.textOrNull("apiKey"), in.textOrNull("clientSecret"));
    if ((client.apiKey() == null) != (client.clientSecret() == null)) {
      throw new ConfigException("gateway.audiohook needs both apiKey and clientSecret");
    }
    try {
      if (client.enabled()) {
        Base64.getDecoder().decode(client.clientSecret());
      }
    } catch (IllegalArgumentException e) {
      throw new ConfigException("gateway.audiohook.clientSecret must be base64", e);
    }
    return client;
  }

  private static TlsConfig tls(Section in) {
    TlsConfig tls = new TlsConfig(in.pathOrNull("certificate"), in.pathOrNull("key"));
    if ((tls.certificate() == null) != (tls.key() == null)) {
      throw new ConfigException("gateway.tls needs both certificate and key, as PEM files");
    }
    return tls;
  }

  private static ManagementConfig management(Section in) {
    return new ManagementConfig(
        in.flag("enabled"), in.text("host"), in.integer("port", 0, MAX_PORT));
  }

  private static LoggingConfig logging(Section in) {
    return new LoggingConfig(in.oneOf("level", LEVELS), in.oneOf("libraries", LEVELS));
  }
}
