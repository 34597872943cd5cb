package org.emotionmonitor.app.domain;

/**
 * Which model gave a score.
 *
 * @param name the model's name
 * @param version its version
 * @param sha256 first 12 hex digits of the file's SHA-256
 */
public record ModelRef(String name, String version, String sha256) {}
