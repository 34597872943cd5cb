/** Tables in Markdown and plots as PNG of numbers that others have computed. */
package org.emotionmonitor.trainer.report;
