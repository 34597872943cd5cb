package org.emotionmonitor.app.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.emotionmonitor.core.audio.Encoding;
import org.emotionmonitor.core.domain.LegKey;
import org.emotionmonitor.core.domain.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AudioRecordDeserializerTest {

  private static final String START =
      """
      {"callId":"c1","legId":"in","role":"customer","encoding":"pcmu","sampleRate":8000,
       "frameDuration":100,"startedAt":"2026-01-31T09:30:00+01:00","attributes":{"k":"v"}}\
      """;

  private final AudioRecordDeserializer deserializer = new AudioRecordDeserializer();

  @Test
  void shouldReadAStart() {
    AudioRecord record = read(AudioHeaders.start(), START);

    assertThat(record).isInstanceOf(AudioRecord.Start.class);
    StartRecord start = ((AudioRecord.Start) record).start();
    assertThat(start.key()).hasToString("c1/in");
    assertThat(start.role()).isEqualTo(Role.CUSTOMER);
    assertThat(start.startedAt()).isEqualTo("2026-01-31T08:30:00Z");
    assertThat(start.attributes()).isEqualTo(Map.of("k", "v"));
  }

  @Test
  void shouldReadBackWhatItWrites() {
    StartRecord start =
        StartRecord.of(new LegKey("c", "l"), Role.AGENT, Encoding.S16LE, 16_000, 20, Instant.EPOCH);

    AudioRecord record = deserializer.deserialize("t", AudioHeaders.start(), Json.bytes(start));

    assertThat(((AudioRecord.Start) record).start()).isEqualTo(start);
  }

  @Test
  void shouldTakeTheRoleForUnknownWhenTheStartDoesNotSay() {
    AudioRecord record = read(AudioHeaders.start(), START.replace("\"role\":\"customer\",", ""));

    assertThat(((AudioRecord.Start) record).start().role()).isEqualTo(Role.UNKNOWN);
  }

  @Test
  void shouldReadMediaAndStop() {
    assertThat(read(AudioHeaders.media(7), "xyz"))
        .isInstanceOfSatisfying(
            AudioRecord.Media.class,
            media -> {
              assertThat(media.seq()).isEqualTo(7);
              assertThat(media.value()).isEqualTo("xyz".getBytes(UTF_8));
            });
    assertThat(read(AudioHeaders.stop(), "{}")).isInstanceOf(AudioRecord.Stop.class);
    assertThat(deserializer.deserialize("t", AudioHeaders.stop(), (byte[]) null))
        .isInstanceOf(AudioRecord.Stop.class);
  }

  @Test
  void shouldReadWhenALegIsPausedAndGoesOn() {
    Instant at = Instant.parse("2026-01-31T08:30:00Z");
    assertThat(read(AudioHeaders.pause(), "{\"at\":\"2026-01-31T09:30:00+01:00\"}"))
        .isInstanceOfSatisfying(
            AudioRecord.Pause.class, pause -> assertThat(pause.at()).isEqualTo(at));
    assertThat(read(AudioHeaders.resume(), "{}"))
        .isInstanceOfSatisfying(
            AudioRecord.Resume.class, resume -> assertThat(resume.at()).isNull());
    assertThat(read(AudioHeaders.resume(), "")).isInstanceOf(AudioRecord.Resume.class);
    assertThat(reason(AudioHeaders.pause(), "[]")).isEqualTo(RejectReason.BAD_CONTROL);
    assertThat(reason(AudioHeaders.pause(), "{\"at\":\"noon\"}"))
        .isEqualTo(RejectReason.BAD_CONTROL);
    assertThat(reason(AudioHeaders.resume(), "{\"at\":\"-1000-01-01T00:00:00Z\"}"))
        .isEqualTo(RejectReason.BAD_CONTROL);
  }

  @Test
  void shouldReadTheChannelsOfAStereoStream() {
    String channels =
        "\"channels\":[{\"legId\":\"a\",\"role\":\"customer\"},{\"legId\":\"b\"}],\"callId\"";
    AudioRecord record = read(AudioHeaders.start(), START.replace("\"callId\"", channels));

    StartRecord start = ((AudioRecord.Start) record).start();
    StartRecord leg = start.channel(1);
    assertThat(start.channel(0).role()).isEqualTo(Role.CUSTOMER);
    assertThat(leg.role()).isEqualTo(Role.UNKNOWN);
    assertThat(leg.key()).hasToString("c1/b");
    assertThat(leg.audioKey()).hasToString("c1/in");
    assertThat(leg.channels()).isEmpty();
    assertThat(StartRecord.parse(Json.bytes(leg))).isEqualTo(leg);
    assertThat(StartRecord.parse(Json.bytes(start))).isEqualTo(start);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "2 | channels 2 must be a list of two",
        "[{\"legId\":\"a\"}] | channels has 1 entries",
        "[{\"legId\":\"a\"},{\"legId\":\"a\"}] | legId \"a\" is used twice",
        "[{\"legId\":\"a\"},{\"legId\":\"in\"}] | legId \"in\" is used twice",
        "[{\"legId\":\"a\"},{}] | legId \"null\"",
        "[{\"legId\":\"a\"},7] | must be a list of two",
      })
  void shouldNameWhatIsWrongWithChannels(String channels, String part) {
    String text = START.replace("\"callId\"", "\"channels\":" + channels + ",\"callId\"");

    assertThat(read(AudioHeaders.start(), text))
        .isInstanceOfSatisfying(
            AudioRecord.Malformed.class, bad -> assertThat(bad.detail()).contains(part));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "pcmu | opus | encoding",
        "8000 | 7999 | sampleRate 7999 must be 8000 to 48000",
        "8000 | 48001 | sampleRate 48001 must be 8000 to 48000",
        "8000 | 8e3 | sampleRate",
        "8000 | \"8000\" | sampleRate",
        "100 | 19 | frameDuration 19 must be 20 to 1000",
        "100 | 1001 | frameDuration 1001 must be 20 to 1000",
        "customer | boss | boss",
        "c1 | c/1 | callId",
        "\"c1\" | 7 | callId",
        "2026-01-31T09:30:00+01:00 | yesterday | startedAt",
        "\"startedAt\" | \"x\" | startedAt is missing",
        "\"encoding\" | \"x\" | encoding is missing",
        "{\"k\":\"v\"} | [] | attributes",
        "{\"callId\" | \"callId\" | not",
      })
  void shouldNameTheFieldWhenAStartIsNotValid(String from, String to, String part) {
    AudioRecord record = read(AudioHeaders.start(), START.replace(from, to));

    assertThat(record)
        .isInstanceOfSatisfying(
            AudioRecord.Malformed.class,
            malformed -> {
              assertThat(malformed.reason()).isEqualTo(RejectReason.BAD_START);
              assertThat(malformed.detail()).contains(part);
            });
  }

  @Test
  void shouldSayWhyWhenHeadersAreNotUsable() {
    assertThat(reason(new RecordHeaders(), "x")).isEqualTo(RejectReason.BAD_TYPE);
    assertThat(reason(header("type", "audio"), "x")).isEqualTo(RejectReason.BAD_TYPE);
    assertThat(reason(new RecordHeaders().add("type", null), "x")).isEqualTo(RejectReason.BAD_TYPE);
    assertThat(reason(header("type", "media"), "x")).isEqualTo(RejectReason.BAD_SEQ);
    assertThat(reason(header("type", "media").add("seq", new byte[7]), "x"))
        .isEqualTo(RejectReason.BAD_SEQ);
    assertThat(reason(AudioHeaders.media(-1), "x")).isEqualTo(RejectReason.BAD_SEQ);
    assertThat(reason(AudioHeaders.media(0), "")).isEqualTo(RejectReason.BAD_LENGTH);
  }

  @Property(tries = 300)
  void shouldNeverThrow(@ForAll String type, @ForAll byte[] seq, @ForAll byte[] value) {
    for (String t : new String[] {type, "start", "media", "pause", "resume", "stop"}) {
      Headers headers = header("type", t).add("seq", seq);

      assertThat(deserializer.deserialize("t", headers, value).value()).isEqualTo(value);
    }
  }

  private RejectReason reason(Headers headers, String value) {
    return ((AudioRecord.Malformed) read(headers, value)).reason();
  }

  private AudioRecord read(Headers headers, String value) {
    return deserializer.deserialize("calls.audio", headers, value.getBytes(UTF_8));
  }

  private static Headers header(String name, String value) {
    return new RecordHeaders().add(name, value.getBytes(UTF_8));
  }
}
