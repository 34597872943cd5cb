package org.emotionmonitor.app.gateway.board;

/**
 * The model that answered.
 *
 * @param sha256 the first 12 hex digits of the model file's SHA-256
 */
public record ModelRef(String name, String version, String sha256) {}
