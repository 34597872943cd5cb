package org.emotionmonitor.app.config;

/**
 * The operators' port: health, readiness, metrics.
 *
 * @param enabled false for no port at all
 * @param host address to listen on
 * @param port 0 for any free one
 */
public record ManagementConfig(boolean enabled, String host, int port) {}
