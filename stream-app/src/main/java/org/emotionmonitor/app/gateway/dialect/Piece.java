package org.emotionmonitor.app.gateway.dialect;

/**
 * Some audio of a track.
 *
 * @param timestampMs when it plays, from the start of the stream; -1 if that is not said
 */
record Piece(byte[] audio, long timestampMs) {}
