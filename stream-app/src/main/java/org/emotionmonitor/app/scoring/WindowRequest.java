package org.emotionmonitor.app.scoring;

import org.emotionmonitor.core.frontend.FrontEnd;

/**
 * A window to be scored.
 *
 * @param frontEnd holds its frames
 * @param endFrame one past its last frame
 * @param frames how many frames it has, at most 600
 */
public record WindowRequest(FrontEnd frontEnd, long endFrame, int frames) {}
