package org.emotionmonitor.app.ingest;

import java.nio.file.Path;

/**
 * A file that is played again and again.
 *
 * @param file WAV or FLAC
 * @param details of its call
 */
public record DemoCall(Path file, CallDetails details) {}
