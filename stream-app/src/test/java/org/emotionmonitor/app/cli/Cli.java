package org.emotionmonitor.app.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;

/**
 * One run of the command line in this JVM.
 *
 * @param code exit code
 * @param out lines on stdout
 * @param err lines on stderr
 */
record Cli(int code, List<String> out, List<String> err) {

  static Cli run(Object... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    String[] words = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      words[i] = args[i].toString();
    }
    int code = command.execute(words);
    return new Cli(code, out.toString().lines().toList(), err.toString().lines().toList());
  }
}
