package org.emotionmonitor.app.gateway.board;

/**
 * Where in a window the model listened.
 *
 * @param window the window
 * @param stepMs audio per weight
 * @param weights JSON array of the weights; kept as text because it is only passed on
 */
public record Attention(Span window, long stepMs, String weights) {}
