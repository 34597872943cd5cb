package org.emotionmonitor.trainer.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The build's version, from a file that Maven fills in. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"trainer.sh " + text()};
  }

  static String text() {
    try (InputStream in = Version.class.getResourceAsStream("/trainer.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
