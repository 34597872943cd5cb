package org.emotionmonitor.app.scoring;

import org.emotionmonitor.core.frontend.FrontEnd;
import org.emotionmonitor.core.vad.VoiceActivity;

/**
 * A window to be scored.
 *
 * @param frontEnd holds its frames
 * @param voice knows which of them are speech
 * @param endFrame one past its last frame
 * @param frames how many frames it has, at most 600
 */
public record WindowRequest(FrontEnd frontEnd, VoiceActivity voice, long endFrame, int frames) {}
